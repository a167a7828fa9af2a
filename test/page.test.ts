import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FIXTURE } from '../src/export/fixture.ts'
import { html } from '../src/export/html/index.ts'
import { CHROMIUM, FLAGS } from './chromium.ts'

describe.skipIf(!existsSync(CHROMIUM))(`the page of a reading, in a browser (skipped without ${CHROMIUM})`, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'readout-page-'))
  const errors: string[] = []
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const file = path.join(folder, 'page.html')
    writeFileSync(file, html(FIXTURE))
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(pathToFileURL(file).href)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  const lit = () => page.$$eval('.record.hit', (cards) => cards.map((card) => card.id))

  it('shows the text as it is, and every record', async () => {
    expect(await page.textContent('.text')).toBe(FIXTURE.document.text)
    expect(await page.$$('.record')).toHaveLength(FIXTURE.records.length)
    expect(errors).toEqual([])
  })

  it('joins words and records under the pointer', async () => {
    await page.hover('.text span:text-is("the truce")')
    expect(await lit()).toContain('record-3')
    await page.hover('#record-4')
    expect(await lit()).toEqual(['record-4'])
    expect(await page.$$eval('.text .hit', (spans) => spans.map((s) => s.textContent).join(''))).toBe(
      'Up to 300 troops',
    )
  })

  it('is walked by keys', async () => {
    await page.mouse.move(0, 0)
    await page.keyboard.press('j')
    const first = await page.$$eval('.record[aria-expanded=true]', (cards) => cards.map((card) => card.id))
    await page.keyboard.press('j')
    const second = await page.$$eval('.record[aria-expanded=true]', (cards) => cards.map((card) => card.id))
    expect([first.length, second.length]).toEqual([1, 1])
    expect(second).not.toEqual(first)
    await page.keyboard.press('Escape')
    expect(await page.$$('.record[aria-expanded=true]')).toHaveLength(0)
  })

  it('hides a kind, and filters by words', async () => {
    await page.click('button[data-kind=estimate]')
    expect(await page.isVisible('#record-4')).toBe(false)
    await page.click('button[data-kind=estimate]')
    await page.fill('#filter', 'holdsOffice')
    expect(await page.$$eval('.record:not(.hidden)', (cards) => cards.map((card) => card.id))).toEqual(['record-2'])
    await page.keyboard.press('Escape')
    expect(await page.inputValue('#filter')).toBe('')
  })

  it('fits a telephone and turns dark', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    const light = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    await page.keyboard.press('d')
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe(light)
    expect(errors).toEqual([])
  })
})
