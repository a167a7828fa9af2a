import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, expectSound, IN_A_BROWSER, NARROW, openDesk, settled, WIDE, WITHOUT } from './browser.ts'

const AT = [
  '/timeline?lanes=actor',
  '/timeline?known=2025-06-30&asOf=2025-06-20',
  '/network?edges=events',
  '/network?about=Highland%20Guard',
  '/map?since=2025-10-20&until=2025-11-20',
]

const marks = (page: Page, lane: string) => page.locator(`[data-mark][data-lane=${lane}]`)

describe.skipIf(WITHOUT)(`pictures over time, of who with whom, and of where ${WITHOUT}`, IN_A_BROWSER, () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  }, 120_000)
  afterAll(() => desk?.close())

  it.each(AT)('axe finds nothing on %s', async (at) => {
    const page = await desk.open(at)
    await expectSound(page)
    expect(desk.complaints()).toEqual([])
    await desk.leave(page)
  })

  describe('timeline', () => {
    it('shows a happening once, with its reports and origins, in the picture and in the list', async () => {
      const page = await desk.open('/timeline?about=Joint%20Coalition&types=COOPERATE')
      const says = await marks(page, 'COOPERATE').first().getAttribute('aria-label')
      expect(says).toBe('Cooperate: Velmar, Joint Coalition; 20 May 2025; 2 reports, 1 origin')
      const row = page.getByRole('list', { name: 'Happenings', exact: true }).locator('li').first()
      expect(await row.innerText()).toContain('“Velmar joined the Joint Coalition against the Red Banner on Tuesday”')
      expect(await row.innerText()).toContain('2 reports, one origin')
      await desk.leave(page)
    })

    it('cuts no mark at its edges on a narrow screen', async () => {
      const page = await desk.open('/timeline', { viewport: NARROW })
      const plot = (await page.getByRole('group', { name: /^Happenings over time/ }).boundingBox())!
      for (const mark of await page.locator('[data-mark]').all()) {
        const box = (await mark.boundingBox())!
        expect(box.x).toBeGreaterThanOrEqual(plot.x)
        expect(box.x + box.width).toBeLessThanOrEqual(plot.x + plot.width)
      }
      await desk.leave(page)
    })

    it('shows what was known then', async () => {
      const signed = 'Agree: Highland Guard and Velmar; 17 Jul 2025; 2 reports, 2 origins'
      const count = async (at: string): Promise<number> => {
        const page = await desk.open(at)
        const found = await page.locator(`[data-mark][aria-label="${signed}"]`).count()
        await desk.leave(page)
        return found
      }
      expect(await count('/timeline?days=2025-07-10..2025-07-24')).toBe(1)
      expect(await count('/timeline?days=2025-07-10..2025-07-24&known=2025-07-17')).toBe(0)
    })

    it('tells of a mark by Enter, with its words, and chooses its row', async () => {
      const page = await desk.open('/timeline?types=CONSULT&about=Maren%20Olvast')
      await marks(page, 'CONSULT').first().focus()
      await page.keyboard.press('Enter')
      const told = page.getByRole('dialog', { name: 'A happening' })
      expect(await told.innerText()).toContain('11 Jun 2025')
      expect(await told.locator('blockquote').count()).toBe(1)
      await page.keyboard.press('Escape')
      await told.waitFor({ state: 'detached' })
      expect(await page.evaluate("document.activeElement.hasAttribute('data-mark')")).toBe(true)
      const row = page.getByRole('list', { name: 'Happenings', exact: true }).locator('li[aria-current]')
      expect(await row.innerText()).toContain('Maren Olvast')
      await page.waitForURL(/row=/)
      await desk.leave(page)
    })

    it('chooses in the picture what is chosen in the list, and leads to the words', async () => {
      const page = await desk.open('/timeline')
      await page.locator('[data-mark]').first().waitFor()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.waitForURL(/row=/)
      expect(await page.locator('[data-mark][aria-pressed=true]').count()).toBe(1)
      await page.keyboard.press('o')
      await page.waitForURL(/\/documents\/.*record=/)
      await desk.leave(page)
    })

    it('zooms by keys and by the wheel with Ctrl, and the days stand in the address', async () => {
      const page = await desk.open('/timeline')
      const days = (): readonly [number, number] => {
        const [from, to] = new URL(page.url()).searchParams.get('days')!.split('..')
        return [Date.parse(from!), Date.parse(to!)]
      }
      await page.locator('[data-mark]').first().waitFor()
      await page.keyboard.press('+')
      await page.waitForURL(/days=/)
      const [from, to] = days()
      await page.keyboard.press('ArrowRight')
      await page.waitForURL(
        (url) => url.searchParams.get('days')?.split('..')[0] !== new Date(from).toISOString().slice(0, 10),
      )
      expect(days()[0]).toBeGreaterThan(from)
      const before = page.url()
      await page.locator('svg[role=group]').hover()
      await page.keyboard.down('Control')
      await page.mouse.wheel(0, -120)
      await page.keyboard.up('Control')
      await page.waitForURL((url) => url.href !== before)
      expect(days()[1] - days()[0]).toBeLessThan(to - from)
      await page.keyboard.press('f')
      await page.waitForURL((url) => !url.searchParams.has('days'))
      await desk.leave(page)
    })

    it('draws ten thousand as counts, and of the list only what is seen', async () => {
      const page = await desk.browser.newPage({ viewport: WIDE })
      const asked = await fetch(`${desk.server.address}/api/timeline?limit=50`)
      const { rows: some } = (await asked.json()) as { rows: Record<string, unknown>[] }
      const rows = Array.from({ length: 10_000 }, (_, k) => {
        const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(k / 10))).toISOString().slice(0, 10)
        const when = { from: day, to: day, text: null, precision: 'day', dated: true, publishedOn: day }
        return { ...some[k % some.length], id: `row-${k}`, when }
      })
      await page.route('**/api/timeline*', async (route) => {
        const at = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
        const next = at + 1000 < rows.length ? String(at + 1000) : null
        const page = {
          asked: 'timeline',
          question: {},
          rows: rows.slice(at, at + 1000),
          total: rows.length,
          next,
          none: null,
        }
        await route.fulfill({ json: page })
      })
      await page.goto(`${desk.server.address}/timeline`)
      await page.locator('[data-mark]').first().waitFor()
      expect(await page.locator('[data-mark]').count()).toBeLessThan(500)
      const list = page.getByRole('list', { name: 'Happenings', exact: true })
      expect(await list.locator('li').count()).toBeLessThan(40)
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
      await list.locator('li[aria-posinset="10000"]').waitFor()
      await desk.leave(page)
    }, 60_000)
  })

  describe('network', () => {
    const table = (page: Page) => page.getByRole('table')

    it('has in its table who is what to whom, then and now', async () => {
      const page = await desk.open('/network')
      await table(page).waitFor()
      const row = table(page).getByRole('row', { name: /Davo Imrel president/ })
      expect(await row.count()).toBe(1)
      await page.goto(`${desk.server.address}/network?known=2025-09-30`)
      await table(page).waitFor()
      expect(
        await table(page)
          .getByRole('row', { name: /Bessa Roun Leads Highland Guard/ })
          .count(),
      ).toBe(1)
      expect(await row.count()).toBe(0)
      await desk.leave(page)
    })

    it('exports the rows of the chosen actor alone', async () => {
      const page = await desk.open('/network')
      const find = page.getByRole('combobox', { name: 'Find an actor in the network' })
      await find.fill('Bessa Roun')
      await find.press('Enter')
      await page.waitForURL(/who=/)
      await page.getByRole('button', { name: 'Export' }).click()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'Rows (JSON Lines)' }).click(),
      ])
      const lines = readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\n')
      expect(lines.length).toBe(2)
      for (const line of lines) expect(line).toContain('Bessa Roun')
      await desk.leave(page)
    })

    it('finds an actor, shows its ties alone, and opens it', async () => {
      const page = await desk.open('/network?edges=events')
      await table(page).waitFor()
      const all = await table(page).locator('tr[data-row]').count()
      const find = page.getByLabel('Find an actor in the network')
      await find.pressSequentially('Red Banner')
      // A name may be the beginning of another: it is taken when one says so.
      expect(await find.inputValue()).toBe('Red Banner')
      await find.press('Enter')
      await page.waitForURL(/who=/)
      const own = await table(page).locator('tr[data-row]').allInnerTexts()
      expect(own.length).toBeLessThan(all)
      for (const row of own) expect(row).toContain('Red Banner')
      // A button that has the focus takes Enter, which opens the actor otherwise.
      await page.getByRole('button', { name: 'Choose nobody' }).press('Enter')
      await page.waitForURL((url) => !url.searchParams.has('who'))
      expect(page.url()).toContain('/network')
      await find.fill('Red Banner')
      await find.press('Enter')
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      await page.waitForURL(/\/actors\//)
      await desk.leave(page)
    })

    it('is narrowed to kinds of tie, and walked by keys to the words', async () => {
      const page = await desk.open('/network?edges=events&kinds=ASSAULT')
      await table(page).waitFor()
      for (const row of await table(page).locator('tr[data-row]').allInnerTexts()) expect(row).toContain('Assault')
      await page.keyboard.press('j')
      await page.waitForURL(/row=/)
      await page.keyboard.press('o')
      await page.waitForURL(/\/documents\/.*record=/)
      await desk.leave(page)
    })

    it('stands as a table alone where nothing draws WebGL', async () => {
      const page = await desk.browser.newPage({ viewport: WIDE })
      const heard: string[] = []
      page.on('console', (message) => message.type() === 'error' && heard.push(message.text()))
      page.on('pageerror', (error) => heard.push(error.message))
      await page.addInitScript(`
        const get = HTMLCanvasElement.prototype.getContext
        HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
          return /webgl/.test(kind) ? null : get.call(this, kind, ...more)
        }`)
      await page.goto(`${desk.server.address}/network`)
      await settled(page)
      expect(await page.locator('main').innerText()).toContain('This browser draws no WebGL')
      expect(await table(page).locator('tr[data-row]').count()).toBeGreaterThan(15)
      expect(await page.locator('main canvas').count()).toBe(0)
      expect(heard).toEqual([])
      await desk.leave(page)
    })
  })

  describe('map', () => {
    const place = (page: Page, name: string) =>
      page.getByRole('list', { name: 'Places' }).locator('> li', { hasText: name })

    it('shows a place with its happenings and their words, in the picture and in the list', async () => {
      const page = await desk.open('/map')
      await page.getByRole('button', { name: '2 Amman' }).click()
      await page.waitForURL(/place=/)
      const words = await place(page, 'Amman').locator('blockquote').allInnerTexts()
      expect(words).toHaveLength(3)
      expect(words.join(' ')).toContain('on 12 November in Amman')
      expect(
        await place(page, 'Amman')
          .getByRole('link', { name: /Halden Courier/ })
          .first()
          .getAttribute('href'),
      ).toContain('record=')
      await desk.leave(page)
    })

    it('follows the days, and both times', async () => {
      const page = await desk.open('/map?since=2025-11-01&until=2025-11-30')
      await place(page, 'Amman').waitFor()
      expect(await place(page, 'Amman').count()).toBe(1)
      expect(await place(page, 'Oslo').count()).toBe(0)
      await page.keyboard.press(',')
      await page.waitForURL(/since=2025-10-02/)
      await place(page, 'Oslo').waitFor()
      expect(await place(page, 'Amman').count()).toBe(0)
      await page.goto(`${desk.server.address}/map?known=2025-06-30`)
      await place(page, 'Greywater').waitFor()
      expect(await page.locator('[data-spot]').count()).toBe(0)
      expect(await place(page, 'Greywater').innerText()).toContain('3 happenings')
      await desk.leave(page)
    })

    it('moves by keys, and what is in sight stands in the address', async () => {
      const page = await desk.open('/map')
      await page.locator('[data-spot]').first().waitFor()
      await page.keyboard.press('+')
      await page.waitForURL(/at=/)
      const [, lon] = new URL(page.url()).searchParams.get('at')!.split(',').map(Number)
      await page.keyboard.press('Shift+ArrowRight')
      await page.waitForURL((url) => Number(url.searchParams.get('at')?.split(',')[1]) > lon!)
      await desk.leave(page)
    })

    it('puts on the map by hand what no gazetteer has, and takes it off; what was known before stays', async () => {
      const page = await desk.open('/map')
      await place(page, 'Ostrel').getByRole('button', { name: 'Place it' }).click()
      const form = page.getByRole('form', { name: 'Place Ostrel' })
      await form.getByLabel('Latitude').fill('95')
      await form.getByLabel('Longitude').fill('21.5')
      expect(await form.getByRole('button', { name: 'Place it there' }).isDisabled()).toBe(true)
      await form.getByLabel('Latitude').fill('44.25')
      await form.getByLabel('Why').fill('a valley of the highlands')
      await form.getByRole('button', { name: 'Place it there' }).click()
      await place(page, 'Ostrel').getByText('placed by hand').waitFor()
      await page.getByRole('button', { name: /^\d+ Ostrel/ }).waitFor()
      await page.goto(`${desk.server.address}/map?known=2025-11-20`)
      await place(page, 'Ostrel').waitFor()
      expect(await place(page, 'Ostrel').innerText()).toContain('not on the map')
      await page.goto(`${desk.server.address}/map`)
      await settled(page)
      await place(page, 'Ostrel').getByRole('button', { name: 'Take off' }).click()
      await place(page, 'Ostrel').getByText('not on the map').waitFor()
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    })
  })
})
