import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, expectSound, IN_A_BROWSER, openDesk, WITHOUT } from './browser.ts'

type Row = Readonly<Record<string, unknown>>

// What is expected was read off samples/story by hand.

describe.skipIf(WITHOUT)(
  `the desk: briefing, what hangs on what, disagreements, review ${WITHOUT}`,
  IN_A_BROWSER,
  () => {
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk()
    }, 120_000)
    afterAll(() => desk?.close())

    const on = async (at: string, see: (page: Page) => Promise<void>): Promise<void> => {
      const page = await desk.open(at)
      await see(page)
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }
    const shows = (page: Page, text: string | RegExp) => page.locator('main').getByText(text).first().waitFor()
    const held = async <T>(path: string): Promise<T> => (await (await fetch(desk.server.address + path)).json()) as T

    it.each([
      ['/review?kinds=agreement', 'waiting', (row: Row) => row.waits === 'record' && row.kind === 'agreement'],
      ['/?brief=long', 'brief', (row: Row) => 'section' in row],
      ['/actors?begins=sela', 'actors', (row: Row) => row.name === 'Sela Marrin'],
      [
        '/statements?show=sides&left=Goran%20Telk&right=Bessa%20Roun&acts=say',
        'statements',
        (row: Row) => row.act === 'say',
      ],
    ] as const)('%s exports what it shows', (at, question, fits) =>
      on(at, async (page) => {
        await page.getByRole('button', { name: 'Export' }).click()
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('menuitem', { name: 'Rows (JSON Lines)' }).click(),
        ])
        expect(download.suggestedFilename()).toBe(`${question}.jsonl`)
        const lines = readFileSync(await download.path(), 'utf8')
          .trim()
          .split('\n')
        const rows = lines.map((line) => JSON.parse(line) as Row)
        expect(rows.length).toBeGreaterThan(0)
        expect(rows.filter((row) => !fits(row))).toEqual([])
        if (question === 'brief') {
          const sections = new Map<unknown, number>()
          for (const { section } of rows) sections.set(section, (sections.get(section) ?? 0) + 1)
          expect(Math.max(...sections.values())).toBeGreaterThan(8)
        }
      }),
    )

    describe('the front page', () => {
      it('says that nothing came in, and shows the last week there was', () =>
        on('/', async (page) => {
          await shows(page, /^Nothing came in since/)
          await shows(page, /The last report was recorded on 14 Nov 2025/)
          const news = page.getByRole('region', { name: 'New reports' })
          expect(await news.getByRole('listitem').allInnerTexts()).toEqual([
            expect.stringMatching(
              /^Velmar and Red Banner exchange prisoners in Amman\s+The Halden Courier · 14 Nov 2025/,
            ),
          ])
          await shows(page, /Pavel Drenn became defence minister/)
        }))

      it('tells as known on a day what was new then', () =>
        on('/?known=2025-07-18', async (page) => {
          const news = page.getByRole('region', { name: 'New reports' })
          await news.getByText('Ostrel Accord signed').waitFor()
          expect(await news.getByRole('listitem').count()).toBe(2)
          const changed = await page.getByRole('region', { name: 'What changed' }).innerText()
          expect(changed).toMatch(/Ostrel Accord agreed in principle → signed/)
          const against = await page.getByRole('region', { name: 'What contradicts' }).innerText()
          expect(against).toMatch(/9,500 fighters[\s\S]*7,000 fighters/)
          await page.goto(`${desk.server.address}/?known=2025-07-17`)
          await shows(page, 'What is agreed')
          expect(await page.locator('main').innerText()).not.toContain('signed the Ostrel Accord')
        }))

      it('tells as of a day what had been told by then', () =>
        on('/?new=everything&asOf=2025-06-30', async (page) => {
          const news = page.getByRole('region', { name: 'New reports' })
          await news.getByText('Velmar joins the Joint Coalition').waitFor()
          expect(await news.innerText()).not.toMatch(/Jul 2025/)
          expect(await page.locator('main').innerText()).not.toContain('Ostrel Accord signed')
        }))

      it('has both times typed as days, and leaves them where the typing is left', () =>
        on('/', async (page) => {
          const bar = page.getByRole('region', { name: 'Both times' })
          await bar.getByRole('button', { name: /^As known on now/ }).click()
          await bar.getByLabel('As known on: a day', { exact: true }).fill('2025-07-18')
          expect(page.url()).not.toContain('known')
          await page.keyboard.press('Enter')
          await page.waitForURL(/known=2025-07-18/)
          await bar.getByRole('button', { name: /^As known on 18 Jul 2025/ }).click()
          await bar.getByLabel('As known on: a day', { exact: true }).fill('2025-07-01')
          await page.keyboard.press('Escape')
          await bar.getByRole('button', { name: /^As of now/ }).click()
          await bar.getByLabel('As of: a day', { exact: true }).fill('1999-01-01')
          await bar.getByRole('button', { name: 'Back to now' }).focus()
          await page.waitForURL(/asOf=2025/)
          expect(page.url()).toContain('known=2025-07-18')
        }))

      it('takes another beginning, kept in the address', () =>
        on('/', async (page) => {
          await page.getByRole('radio', { name: 'Everything' }).click()
          await page.waitForURL(/new=everything/)
          const news = page.getByRole('region', { name: 'New reports' })
          await news.getByText('Velmar joins the Joint Coalition').waitFor()
          const { documents } = await held<{ documents: number }>('/api/count')
          expect(await news.getByRole('listitem').count()).toBe(documents)
        }))

      it('shows the words of a source under its number, and leads to them', () =>
        on('/', async (page) => {
          const brief = page.getByRole('region', { name: 'The brief' })
          const sentence = brief.getByRole('listitem').filter({ hasText: 'Highland Guard and Velmar agreed' }).first()
          const source = sentence.getByRole('link').first()
          await source.focus()
          const shown = page.getByRole('tooltip')
          await shown.waitFor({ state: 'attached' })
          expect(await shown.innerText()).toContain('The Highland Guard and Velmar signed the Ostrel Accord on 17 July')
          await page.keyboard.press('Enter')
          await page.waitForURL(/\/documents\/[^?]+\?.*record=/)
          await shows(page, /signed the Ostrel Accord on 17 July/)
        }))

      it('cites every sentence', () =>
        on('/?brief=long', async (page) => {
          await shows(page, 'A shorter brief')
          const sentences = await page.getByRole('region', { name: 'The brief' }).getByRole('listitem').all()
          expect(sentences.length).toBeGreaterThan(30)
          for (const sentence of sentences) expect(await sentence.getByRole('link').count()).toBeGreaterThan(0)
        }))

      it('goes to a day of the ledger from its first lines', () =>
        on('/', async (page) => {
          await page.getByRole('link', { name: /^See what was known on/ }).click()
          await page.waitForURL(/known=2025-0\d-\d\d/)
          await shows(page, /as it was known on/)
        }))
    })

    describe('what hangs on what', () => {
      /** Between the clash and the return to the accord. */
      const suspended = '/dependencies?known=2025-10-02'
      const boxes = (page: Page) => page.locator('[data-node]')
      const box = (page: Page, name: RegExp) => page.getByRole('button', { name })

      it('stands from left to right, each thing with its state', () =>
        on(suspended, async (page) => {
          await boxes(page).first().waitFor()
          expect(await boxes(page).count()).toBe(4)
          const release = await box(page, /Fulfilled “The release of 120 detained fighters”/).boundingBox()
          const accord = await box(page, /Blocked “Ostrel Accord”/).boundingBox()
          const relief = await box(page, /Not told “sanctions relief”/).boundingBox()
          expect(release!.x + release!.width).toBeLessThan(accord!.x)
          expect(accord!.x + accord!.width).toBeLessThan(relief!.x)
        }))

      it('knew less before the prisoners were free', () =>
        on('/dependencies?known=2025-07-10&thing=none', async (page) => {
          const release = box(page, /The release of 120 detained fighters/).first()
          expect(await release.textContent()).toContain('Pending')
        }))

      it('is walked by keys, and shows what stands behind a thing', () =>
        on(suspended, async (page) => {
          await box(page, /The release of 120/).focus()
          await page.keyboard.press('ArrowRight')
          await page.locator('[data-node]:focus[aria-label*="Ostrel Accord"]').waitFor()
          const thing = page.getByRole('region', { name: 'Ostrel Accord' }).last()
          await thing.getByText('What shows its state').waitFor()
          expect(await thing.innerText()).toMatch(/suspended its accord with Velmar, the Ostrel Accord, on 8 September/)
          await page.keyboard.press('ArrowRight')
          await page.locator('[data-node]:focus[aria-label*="sanctions relief"]').waitFor()
          await page.keyboard.press('Escape')
          await page.waitForURL((address) => !address.searchParams.has('thing'))
        }))

      it('lights what a thing waits for and what it opens, and nothing else', () =>
        on(suspended, async (page) => {
          await box(page, /The release of 120/).click()
          await shows(page, 'What shows its state')
          expect(await box(page, /A dispute over/).getAttribute('opacity')).not.toBe('1')
          for (const name of [/The release of 120/, /Ostrel Accord/, /sanctions relief/])
            expect(await box(page, name).getAttribute('opacity')).toBe('1')
        }))

      it('says the same as a list', () =>
        on(`${suspended}&as=list`, async (page) => {
          const list = page.getByRole('list', { name: 'The web as a list' })
          await list.waitFor()
          expect((await list.innerText()).replace(/\s+/g, ' ')).toContain(
            "“A dispute over the Guard's headquarters” stands in the way of ✗ Blocked “Ostrel Accord”",
          )
          await list.getByRole('button', { name: 'sanctions relief' }).first().click()
          await shows(page, 'No report tells whether it came about.')
        }))

      it('is saved as a picture with its own colours', () =>
        on(suspended, async (page) => {
          await boxes(page).first().waitFor()
          const [download] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('button', { name: 'Picture (SVG)' }).click(),
          ])
          const svg = readFileSync(await download.path(), 'utf8')
          expect(svg).toContain('sanctions relief')
          expect(svg).not.toContain('var(--')
        }))
    })

    describe('disagreements', () => {
      const rows = (page: Page) => page.getByRole('list', { name: 'Disagreements' }).locator('> li')

      it('stand side by side, what differs lit', () =>
        on('/disagreements', async (page) => {
          await page.locator('mark', { hasText: 'did not attack' }).waitFor()
          expect(await rows(page).count()).toBe(3)
          const lit = await Promise.all([0, 1, 2].map((k) => rows(page).nth(k).locator('mark').allInnerTexts()))
          expect(lit).toEqual([
            ['40', 'Seventeen'],
            ['9,500', '7,000'],
            ['attacked', 'did not attack'],
          ])
          const [one, other] = await rows(page).first().getByRole('region').all()
          expect((await one!.boundingBox())!.y).toBe((await other!.boundingBox())!.y)
        }))

      it('were fewer before, and revisions are none of them', () =>
        on('/disagreements?known=2025-07-01&revisions=true', async (page) => {
          await shows(page, 'Revised')
          expect(await rows(page).count()).toBe(2)
          await page.getByRole('checkbox', { name: 'Revisions too' }).click()
          await shows(page, /40 against 17/)
          await expect.poll(() => rows(page).count()).toBe(1)
          expect(await page.getByRole('button', { name: 'Read wrongly' }).count(), 'the past is not judged').toBe(0)
        }))

      it('are narrowed by type, walked by keys, and lead to the words', () =>
        on('/disagreements?types=polarity', async (page) => {
          await shows(page, 'One says it, the other denies it.')
          expect(await rows(page).count()).toBe(1)
          await page.keyboard.press('j')
          await page.waitForSelector('li[aria-current=true]')
          await page.keyboard.press('o')
          await page.waitForURL(/\/documents\/.*record=/)
        }))

      it('are judged in place with a reason, and the judgement is taken back', () =>
        on('/disagreements?types=polarity', async (page) => {
          await page.getByRole('button', { name: 'Read wrongly' }).last().click()
          await page.getByLabel(/^Why/).fill('the ministry spoke of another day')
          await page.getByRole('button', { name: 'Reject: read wrongly' }).click()
          await shows(page, 'No reports contradict each other')
          const { rows: judgements } = await held<{ rows: { action: string; why: string }[] }>('/api/judgements')
          expect(judgements.map(({ action, why }) => [action, why])).toContainEqual([
            'reject',
            'the ministry spoke of another day',
          ])
          await page.getByRole('button', { name: /^Undo: Rejected/ }).click()
          await shows(page, 'One says it, the other denies it.')
        }))
    })

    describe('review', () => {
      const estimates = '/review?kinds=estimate'
      const isAt = (page: Page, place: RegExp) => page.getByText(place).first().waitFor()

      it('counts all that waits, proposals first', () =>
        on('/review', async (page) => {
          const { rows } = await held<{ rows: { kind: string; decided: string | null }[] }>('/api/proposals')
          const { total } = await held<{ total: number }>('/api/records?review=proposed&limit=1')
          await isAt(page, new RegExp(`^1 of ${rows.filter((row) => row.decided === null).length + total}$`))
          await shows(page, 'Are these one and the same?')
          await page.getByRole('region', { name: 'The first' }).getByRole('heading', { name: 'Velmar' }).waitFor()
          const before = rows.findIndex((row) => row.kind === 'supersedes')
          for (let k = 0; k < before; k++) await page.keyboard.press('n')
          await isAt(page, new RegExp(`^${before + 1} of`))
          await shows(page, 'Does the later report take the place of the earlier?')
          await page.locator('mark', { hasText: 'agreed in principle on the Ostrel Accord' }).waitFor()
        }))

      it('shows a record in its sentences, on whose word, and why', () =>
        on(estimates, async (page) => {
          await page.locator('mark').first().waitFor()
          await shows(page, 'On the word of')
          await shows(page, 'Why')
          expect((await page.locator('main blockquote').first().innerText()).length).toBeGreaterThan(
            (await page.locator('main mark').first().innerText()).length,
          )
        }))

      it('is judged by one key each, and undone', () =>
        on(estimates, async (page) => {
          await isAt(page, /^1 of \d+$/)
          const [first] = (await held<{ rows: { id: string }[] }>('/api/records?review=proposed&kinds=estimate')).rows
          const review = async () => (await held<{ review: string }>(`/api/records/${first!.id}`)).review
          await page.keyboard.press('a')
          await isAt(page, /^2 of \d+$/)
          await page.getByRole('button', { name: /^Undo: Accepted/ }).waitFor()
          expect(await review()).toBe('accepted')
          await page.keyboard.press('u')
          await isAt(page, /^1 of \d+$/)
          expect(await review()).toBe('proposed')
          await page.keyboard.press('n')
          await isAt(page, /^2 of \d+$/)
          await page.keyboard.press('b')
          await page.keyboard.press('c')
          await page.getByLabel('Certainty').selectOption('possible')
          await page.getByRole('form', { name: 'Correct the record' }).getByRole('button', { name: 'Correct' }).click()
          await page.getByRole('button', { name: /^Undo: Corrected/ }).click()
          await shows(page, 'Taken back')
          expect(await review()).toBe('proposed')
        }))

      it('comes back to what the ledger refused, and says so', async () => {
        const page = await desk.open(estimates)
        await isAt(page, /^1 of \d+$/)
        await page.route('**/api/records/*/reject', (route) =>
          route.fulfill({
            status: 409,
            contentType: 'application/problem+json',
            body: '{"code":"x","detail":"it is held by another"}',
          }),
        )
        await page.keyboard.press('x')
        await shows(page, 'This was not judged: it is held by another')
        await isAt(page, /^1 of \d+$/)
        await isAt(page, /^0 judged in this sitting$/)
        // The browser itself tells of a response that is an error.
        expect(desk.complaints().filter((text) => !text.includes('409'))).toEqual([])
        await desk.leave(page)
      })

      it('ends well', () =>
        on('/review?kinds=proposal', async (page) => {
          await isAt(page, /^1 of \d+$/)
          for (let k = 0; k < 40 && (await page.getByText('You have been through all of it').count()) === 0; k++)
            await page.keyboard.press('n')
          await shows(page, 'You have been through all of it')
          await page.getByRole('button', { name: 'Go through what was skipped' }).click()
          await shows(page, 'Are these one and the same?')
        }))

      it('begins at its beginning when it is narrowed at its end', () =>
        on('/review?kinds=proposal&item=end', async (page) => {
          await shows(page, 'You have been through all of it')
          await page.getByRole('button', { name: 'Estimates' }).click()
          await isAt(page, /^1 of \d+$/)
          expect(page.url()).not.toContain('item=end')
        }))

      it('takes one stroke for one judgement, however long the key is held', () =>
        on(estimates, async (page) => {
          await isAt(page, /^1 of \d+$/)
          await page.keyboard.down('n')
          await page.keyboard.down('n')
          await page.keyboard.down('n')
          await page.keyboard.up('n')
          await isAt(page, /^2 of \d+$/)
        }))

      it('of the past is looked at, not judged', () =>
        on('/review?known=2025-07-18', async (page) => {
          await shows(page, /Judgements are made in the present/)
          expect(await page.getByRole('button', { name: 'Accept' }).isDisabled()).toBe(true)
        }))
    })

    it.each([
      '/?new=everything&brief=long',
      '/dependencies?as=picture',
      '/dependencies?as=list',
      '/disagreements?revisions=true',
      '/review?kinds=event',
    ])('axe finds nothing on %s', (at) =>
      on(at, async (page) => {
        await page.locator('main h2, main li').first().waitFor()
        await expectSound(page)
      }),
    )
  },
)
