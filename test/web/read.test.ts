import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../program.ts'
import { axe, type Desk, expectSound, IN_A_BROWSER, NARROW, openDesk, settled, WIDE, WITHOUT } from './browser.ts'

const STORY = path.join(ROOT, 'samples', 'story')
const JOINS = path.join(STORY, '01-velmar-joins.md')
const bodyOf = (file: string): string => readFileSync(file, 'utf8').replace(/^---[\s\S]*?\n---\n/, '')
const WAIT = { timeout: 20_000 }

describe.skipIf(WITHOUT)(`reading, reports and search in a browser ${WITHOUT}`, IN_A_BROWSER, () => {
  let desk: Desk
  const ids = new Map<string, string>()
  beforeAll(async () => {
    desk = await openDesk()
    const { rows } = (await (await fetch(`${desk.server.address}/api/documents`)).json()) as {
      rows: { document: string; title: string }[]
    }
    for (const { document, title } of rows) ids.set(title, document)
  }, 120_000)
  afterAll(() => desk?.close())

  const reportAt = (title: string, search = ''): string => `/documents/${ids.get(title)}${search}`
  const text = (page: Page) => page.locator('[aria-label="The text"] .words[lang]')
  const card = (page: Page, words: string) => page.locator('[data-pane] li', { hasText: words }).first()
  const chosen = (page: Page) => page.locator('[data-pane] li[aria-current]')
  const chain = (page: Page) => page.locator('[data-chain]').innerText()
  const readFile = async (page: Page, file: string): Promise<void> => {
    await page.setInputFiles('input[type=file]', file)
    await page.waitForSelector('[data-records]')
  }
  const onRead = async (looks?: Parameters<Desk['open']>[1]): Promise<Page> => {
    const page = await desk.open('/read', looks)
    await page.waitForSelector('textarea')
    return page
  }
  const onReport = async (at: string, looks?: Parameters<Desk['open']>[1]): Promise<Page> => {
    const page = await desk.open(at, looks)
    await page.waitForSelector('[data-records]')
    return page
  }

  describe('a report that is read', () => {
    it('shows a file at once: its text as it is, what it knows of itself, and what it says', async () => {
      const page = await onRead()
      await readFile(page, JOINS)
      expect(await text(page).textContent()).toBe(bodyOf(JOINS))
      expect(await page.getByLabel('Publisher').inputValue()).toBe('Meridian Wire')
      expect(await page.getByLabel('Published on').inputValue()).toBe('2025-05-21')
      const joined = card(page, 'Velmar joined the Joint Coalition')
      await joined.getByRole('button').first().click()
      // Wednesday 21 May: the Tuesday before.
      expect(await chosen(page).innerText()).toContain('“Tuesday”→20 May 2025')
      await expect.poll(() => chosen(page).innerText(), WAIT).toContain('Becomes part of a body')
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 60_000)

    it('draws on whose word it stands, in words and over the text, however the lines break', async () => {
      for (const viewport of [WIDE, NARROW]) {
        const page = await onRead({ viewport })
        await readFile(page, JOINS)
        await card(page, 'that Velmar could lose access').getByRole('button').first().click()
        await page.waitForSelector('[data-thread] path')
        expect((await chain(page)).replace(/\s+/g, '')).toBe(
          viewport === WIDE ? 'MeridianWire→OskarLindahl→“warned”→thewords' : 'MeridianWire→OskarLindahl→thewords',
        )
        // The last way ends on the first of the words that are said.
        const off = (await page.evaluate(`(() => {
          const ways = [...document.querySelectorAll('[data-thread] path[stroke-opacity]')]
          const last = ways.at(-1)
          const end = last.getPointAtLength(last.getTotalLength())
          const frame = document.querySelector('[data-thread]').getBoundingClientRect()
          const marks = [...document.querySelectorAll('[data-lit][data-records]')]
          const words = marks.find((mark) => mark.textContent.startsWith('that Velmar could')).getClientRects()[0]
          const x = frame.left + end.x
          return { ways: ways.length, down: Math.abs(frame.top + end.y - words.top), beside: x < words.left || x > words.right }
        })()`)) as { ways: number; down: number; beside: boolean }
        expect(off).toEqual({ ways: 3, down: expect.closeTo(1, 0), beside: false })
        await desk.leave(page)
      }
    }, 60_000)

    it('joins words and records by pointer and by keys', async () => {
      const page = await onRead()
      await readFile(page, JOINS)
      await page.hover('[data-records]:text-is("Velmar joined the Joint Coalition against the Red Banner on Tuesday")')
      await page.waitForSelector('[data-pane] li[data-lit]')
      const lit = await page.locator('[data-pane] li[data-lit]').allInnerTexts()
      expect(lit.every((one) => one.includes('Velmar → Joint Coalition'))).toBe(true)
      await page.mouse.move(0, 0)
      await page.locator('h1').focus()
      await page.keyboard.press('j')
      await chosen(page).waitFor()
      const first = await chosen(page).getAttribute('data-record')
      await page.locator('[data-choose]:focus').waitFor()
      await page.keyboard.press('j')
      await page.locator(`[data-pane] li[aria-current]:not([data-record="${first}"])`).waitFor()
      await page.keyboard.press('k')
      await page.locator(`[data-pane] li[aria-current][data-record="${first}"]`).waitFor()
      await page.keyboard.press('Escape')
      await chosen(page).waitFor({ state: 'detached' })
      await page.click('[data-records]:has-text("about 9,000 fighters")')
      await chosen(page).waitFor()
      expect(await chosen(page).innerText()).toContain('Highland Guard')
      expect(new URL(page.url()).searchParams.get('record')).toBe(await chosen(page).getAttribute('data-record'))
      await desk.leave(page)
    }, 60_000)

    it('says what it could not settle, and loses no draft', async () => {
      const page = await onRead()
      await page
        .getByRole('textbox', { name: 'The report' })
        .fill('Velmar joined the Joint Coalition on Tuesday, Ilara Denvoss said.')
      await page.waitForSelector('[data-records]')
      expect(await page.locator('[aria-label="Not settled"]').innerText()).toContain('No date of publication')
      await page.getByLabel('Published on').fill('2025-05-21')
      await page.locator('[aria-label="Not settled"]').waitFor({ state: 'detached' })
      await page.goto(`${desk.server.address}/documents`)
      await page.goto(`${desk.server.address}/read`)
      await page.waitForSelector('[data-records]')
      expect(await text(page).textContent()).toBe('Velmar joined the Joint Coalition on Tuesday, Ilara Denvoss said.')
      expect(await page.getByLabel('Published on').inputValue()).toBe('2025-05-21')
      await desk.leave(page)
    }, 60_000)

    it('starts with another in the field for it', async () => {
      const page = await onRead()
      await readFile(page, JOINS)
      await page.getByRole('button', { name: 'Start with another' }).click()
      await page.waitForSelector('textarea:focus')
      await desk.leave(page)
    }, 60_000)

    it('is no wider than the screen, however long a word of it is', async () => {
      const page = await onRead({ viewport: NARROW })
      const word = `Very${'long'.repeat(20)}`
      await page.setInputFiles('input[type=file]', {
        name: 'long.md',
        mimeType: 'text/markdown',
        buffer: Buffer.from(
          `---\ntitle: ${word}\npublisher: ${word}\ndate: 2025-05-21\n---\nVelmar joined the Joint Coalition on Tuesday. Velmar freed ${word} on Monday.\n`,
        ),
      })
      await page.waitForSelector('[data-records]')
      await settled(page)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(NARROW.width)
      await desk.leave(page)
    }, 60_000)

    it('reads its sample, and tells beside the field what cannot be fetched', async () => {
      const page = await onRead()
      await page.getByLabel('Address of a report').fill('http://127.0.0.1:1/report')
      await page.getByRole('button', { name: 'Fetch' }).click()
      await page.waitForSelector('#read-error:not(:empty)')
      expect(await page.locator('#read-error').innerText()).toContain('127.0.0.1')
      expect(desk.complaints()).toHaveLength(1)
      await page.getByRole('button', { name: 'Read a sample' }).click()
      await page.waitForSelector('[data-records]')
      await card(page, 'Velmar had attacked a patrol').getByRole('button').first().click()
      expect((await chain(page)).replace(/\s+/g, '')).toBe('TarnDispatch→“Accordingto”→RadioTarn→aide→“said”→thewords')
      await desk.leave(page)
    }, 60_000)

    it('keeps it on demand, once; several files at once, each told of', async () => {
      const page = await onRead()
      await readFile(page, JOINS)
      await page.getByRole('button', { name: 'Keep it' }).click()
      await page.waitForURL('**/documents/**')
      expect(new URL(page.url()).pathname).toBe(reportAt('Velmar joins the Joint Coalition'))
      await page.getByText('nothing was added').waitFor()
      await page.goto(`${desk.server.address}/read`)
      await page.waitForSelector('textarea')
      expect(await page.getByRole('textbox', { name: 'The report' }).inputValue()).toBe('')
      await page.setInputFiles('input[type=file]', [
        { name: 'again.md', mimeType: 'text/markdown', buffer: readFileSync(JOINS) },
        { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from(' ') },
      ])
      await page.getByRole('button', { name: 'Keep them all' }).click()
      await page.getByText('2 of 2 files done').waitFor(WAIT)
      const told = await page.locator('[aria-label="Several files"] li').allInnerTexts()
      expect(told[0]).toContain('Was kept already')
      expect(told[1]).not.toContain('Kept')
      desk.complaints()
      await desk.leave(page)
    }, 60_000)
  })

  describe('a kept report', () => {
    it('shows its versions and the difference between them', async () => {
      const page = await onReport(reportAt('Red Banner frees prisoners'))
      expect(await text(page).textContent()).toBe(bodyOf(path.join(STORY, '12-prisoner-swap-edited.md')))
      const changes = page.locator('[aria-label="What changed in version 2"] p')
      expect(await changes.locator('del').allInnerTexts()).toEqual(['40'])
      expect(await changes.locator('ins').allInnerTexts()).toEqual([
        '14',
        'Correction: an earlier version of this article said that 40 soldiers were released.',
      ])
      await page.getByRole('link', { name: /^Version 1/ }).click()
      await page.waitForURL('**version=1')
      await expect.poll(() => text(page).textContent(), WAIT).toContain('released 40 soldiers')
      expect(await page.locator('[data-pane]').innerText()).not.toContain('14 soldiers')
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 60_000)

    it('is shown as it was known then', async () => {
      const page = await onReport(reportAt('Red Banner frees prisoners', '?known=2025-08-05'))
      expect(await text(page).textContent()).toBe(bodyOf(path.join(STORY, '11-prisoner-swap-first.md')))
      expect(await page.locator('[aria-label="Versions"]').count()).toBe(0)
      await page.keyboard.press('j')
      await chosen(page).waitFor()
      expect(await chosen(page).innerText()).toContain('You see the past')
      await page.goto(`${desk.server.address}${reportAt('Red Banner frees prisoners', '?known=2025-08-04')}`)
      await page.getByText('Not in the ledger on 4 Aug 2025').waitFor()
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 60_000)

    it('has its records accepted, corrected, rejected and given back by keys', async () => {
      const page = await onReport(reportAt('Denvoss resigns, Marrin becomes foreign minister'))
      await card(page, 'She is a member of the Liberal Union').getByRole('button').first().click()
      await chosen(page).waitFor()
      const says = (words: string) => expect.poll(() => chosen(page).innerText(), WAIT).toContain(words)
      const silent = (words: string) => expect.poll(() => chosen(page).innerText(), WAIT).not.toContain(words)
      const free = () => chosen(page).locator('button:text-is("Correct"):enabled').waitFor()
      await page.keyboard.press('a')
      await says('Accepted')
      await free()
      await page.keyboard.press('u')
      await silent('Accepted')
      await free()
      await page.keyboard.press('x')
      await says('Rejected')
      await chosen(page).locator('button:text-is("Undo"):enabled').waitFor()
      await page.keyboard.press('u')
      await silent('Rejected')
      await free()
      await page.keyboard.press('c')
      await page.getByLabel('Certainty').selectOption('probable')
      await page.getByLabel('Why').last().fill('hearsay')
      await page.getByRole('button', { name: 'Correct', exact: true }).click()
      await says('Corrected')
      await says('probable')
      // The form has such a button too, and closes when the ledger has answered.
      await page.getByRole('form', { name: 'Correct the record' }).waitFor({ state: 'detached' })
      await free()
      const judged = (await (await fetch(`${desk.server.address}/api/judgements`)).json()) as {
        rows: { action: string; why: string; after: unknown }[]
      }
      expect(judged.rows.at(-1)).toMatchObject({ action: 'correct', why: 'hearsay', after: { certainty: 'probable' } })
      await page.keyboard.press('u')
      await silent('Corrected')
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 90_000)

    it('gives the focus to what stands in the place of a button that is gone', async () => {
      const page = await onReport(reportAt('Ostrel Accord signed'))
      await page.keyboard.press('j')
      await chosen(page).getByRole('button', { name: 'Correct' }).click()
      await page.getByRole('form', { name: 'Correct the record' }).waitFor()
      await page.keyboard.press('Escape')
      const focused = chosen(page).locator('button:focus')
      await expect.poll(() => focused.innerText()).toMatch(/Accept/)
      await chosen(page).getByRole('button', { name: 'Reject' }).click()
      await expect.poll(() => focused.innerText()).toMatch(/Undo/)
      await page.keyboard.press('Enter')
      await expect.poll(() => focused.innerText()).toMatch(/Accept/)
      await desk.leave(page)
    }, 60_000)

    it('has whom a record names corrected: those of the report, and one whom the reader missed', async () => {
      const page = await onReport(reportAt('Denvoss resigns, Marrin becomes foreign minister'))
      await card(page, 'She is a member of the Liberal Union').getByRole('button').first().click()
      await page.keyboard.press('c')
      const form = page.getByRole('form', { name: 'Correct the record' })
      await form.getByRole('button', { name: 'Change Who' }).click()
      await form.getByLabel('Name to add under Who').fill('denv')
      await page.keyboard.press('Enter')
      await form.getByRole('button', { name: 'Change To whom' }).click()
      await form.getByLabel('Name to add under To whom').fill('Union of Pilots')
      await form.getByLabel('“Union of Pilots” is a').selectOption('organization')
      await form.getByRole('button', { name: 'Add', exact: true }).click()
      await form.getByRole('textbox', { name: 'As', exact: true }).fill('secretary')
      expect(await axe(page)).toEqual([])
      await form.getByRole('button', { name: 'Correct', exact: true }).click()
      const says = (words: string) => expect.poll(() => chosen(page).innerText(), WAIT).toContain(words)
      await says('Corrected')
      await says('Union of Pilots')
      await says('Denvoss')
      await says('secretary')
      await chosen(page).locator('button:text-is("Undo"):enabled').waitFor()
      await page.keyboard.press('u')
      await says('Liberal Union')
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 90_000)

    it('tells what the ledger refuses, and leaves the record and the form as they were', async () => {
      const page = await onReport(reportAt('Red Banner frees prisoners'))
      await card(page, 'on 4 August').getByRole('button').first().click()
      await page.keyboard.press('c')
      await page.getByLabel('First day').fill('2025-08-09')
      await page.getByRole('button', { name: 'Correct', exact: true }).click()
      await page.getByText('That was not kept: 2025-08-09 is after 2025-08-04').waitFor()
      expect(await page.getByLabel('First day').inputValue()).toBe('2025-08-09')
      await expect.poll(() => chosen(page).innerText(), WAIT).not.toContain('Corrected')
      expect(desk.complaints()).toHaveLength(1)
      await desk.leave(page)
    }, 60_000)
  })

  describe('all reports', () => {
    const told = readdirSync(STORY)
      .map((name) => readFileSync(path.join(STORY, name), 'utf8'))
      .map((file) => ({
        title: /^title: (.*)$/m.exec(file)![1]!,
        publisher: /^publisher: (.*)$/m.exec(file)![1]!,
        date: /^date: (.*)$/m.exec(file)![1]!,
      }))
      .sort((a, b) => (a.date < b.date ? 1 : -1))
    const of = (publisher: string): number => told.filter((one) => one.publisher === publisher).length

    it('are listed from the newest on, by publisher, and as known then', async () => {
      const page = await desk.open('/documents')
      // One of the files is a later version of another's article.
      await page.getByText(`${told.length - 1} reports`, { exact: true }).waitFor()
      const titles = await page.locator('article a').allInnerTexts()
      expect(titles.slice(0, 3)).toEqual(told.slice(0, 3).map(({ title }) => title))
      await page.getByLabel('Publisher').selectOption('Velmar Gazette')
      await page.getByText(`${of('Velmar Gazette')} reports`, { exact: true }).waitFor()
      await page.goto(`${desk.server.address}/documents?known=2025-06-30`)
      await page.getByText('6 reports', { exact: true }).waitFor()
      await page.keyboard.press('j')
      await page.waitForSelector('li[aria-current]')
      await page.keyboard.press('o')
      await page.waitForURL('**/documents/*-*')
      await expect
        .poll(() => page.locator('h1').innerText(), WAIT)
        .toBe('Velmar and Highland Guard agree in principle on Ostrel Accord')
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 60_000)
  })

  describe('search', () => {
    it('finds words in any inflection, lights them, narrows by kind, and leads to the words', async () => {
      const page = await desk.open('/search?words=mortar')
      await page.waitForSelector('mark')
      expect(new Set(await page.locator('mark').allInnerTexts())).toEqual(new Set(['mortars']))
      const rows = await page.locator('article').allInnerTexts()
      expect(
        rows.some((row) => row.includes('that the attackers had used mortars') && row.includes('Goran Telk')),
      ).toBe(true)
      await page.getByRole('button', { name: 'Statement', exact: true }).click()
      await page.waitForURL('**kind**')
      await page.getByText('2 found', { exact: true }).waitFor()
      const attackers = page.locator('article').filter({ hasText: 'that the attackers had used mortars' })
      await attackers.getByRole('link', { name: 'The Halden Courier, 10 Jun 2025' }).click()
      await page.waitForURL(`**${reportAt('Dozens killed in attack on Greywater road')}**`)
      await chosen(page).waitFor()
      const lit = (await page.locator('[data-lit][data-records]').allInnerTexts()).join('')
      expect(lit).toContain('that the attackers had used')
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 60_000)

    it('finds actors by name and reports by title and text, and leads to them', async () => {
      const page = await desk.open('/search?words=marrin')
      await page.waitForSelector('mark')
      const main = page.locator('main')
      await main.getByRole('link', { name: 'Denvoss resigns, Marrin becomes foreign minister' }).waitFor()
      await page.getByRole('button', { name: 'Actors', exact: true }).click()
      await page.getByText('1 found', { exact: true }).waitFor()
      await expectSound(page)
      await main.getByRole('link', { name: 'Sela Marrin' }).click()
      await page.waitForURL('**/actors/**')
      await page.goto(`${desk.server.address}/search?words=marrin%20in:reports`)
      await page.waitForSelector('mark')
      expect(await page.locator('article').allInnerTexts()).not.toContain('Person')
      await main.getByRole('link', { name: 'Denvoss resigns, Marrin becomes foreign minister' }).click()
      await page.waitForURL(`**${reportAt('Denvoss resigns, Marrin becomes foreign minister')}**`)
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 60_000)

    it('knows only what was known then, and says what can be looked for', async () => {
      const page = await desk.open('/search?words=mortar&known=2025-06-09')
      await page.getByText('Nothing has these words').waitFor()
      await page.goto(`${desk.server.address}/search`)
      await page.getByRole('link', { name: 'prisoners kind:statement' }).click()
      await page.waitForSelector('mark')
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 60_000)
  })

  it('axe finds nothing', async () => {
    const page = await onRead()
    await page.getByRole('button', { name: 'Read a sample' }).click()
    await page.waitForSelector('[data-records]')
    await page.locator('[data-pane] li button').nth(3).click()
    await page.waitForSelector('[data-thread]')
    await expectSound(page)
    for (const at of [reportAt('Red Banner frees prisoners'), '/documents?publisher=Nobody', '/search']) {
      await page.goto(desk.server.address + at)
      await settled(page)
      await page.waitForSelector('main h1')
      await expectSound(page)
    }
    expect(desk.complaints()).toEqual([])
    await desk.leave(page)
  }, 90_000)
})
