import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type Desk, expectSound, IN_A_BROWSER, NARROW, openDesk, settled, WIDE, WITHOUT } from './browser.ts'

const rows = (page: Page, name: string): Promise<string[]> =>
  page.getByRole('list', { name, exact: true }).first().locator('> li').allInnerTexts()

const accord = (page: Page) =>
  page.locator('article').filter({ has: page.getByRole('button', { name: 'Ostrel Accord' }) })

describe.skipIf(WITHOUT)(`who, what they agreed, and how many ${WITHOUT}`, IN_A_BROWSER, () => {
  let desk: Desk
  const open = (at: string, viewport = WIDE): Promise<Page> => desk.open(at, { viewport })
  beforeAll(async () => {
    desk = await openDesk()
  }, 120_000)
  afterAll(() => desk?.close())

  it('axe finds nothing on two speakers side by side', async () => {
    const page = await open('/statements?show=sides&left=Goran%20Telk&right=Bessa%20Roun')
    await expectSound(page)
    expect(desk.complaints()).toEqual([])
    await desk.leave(page)
  })

  describe('actors', () => {
    it('lists those of most reports first, by type and by the start of a name', async () => {
      const page = await open('/actors')
      expect((await rows(page, 'Actors'))[0]).toMatch(/^Velmar\s+State\s+15/)
      await page.getByRole('button', { name: 'Coalition' }).click()
      await settled(page)
      const coalitions = await rows(page, 'Actors')
      expect(coalitions[0]).toMatch(/^Joint Coalition/)
      for (const row of coalitions) expect(row).toMatch(/\sCoalition\s/)
      await page.getByRole('button', { name: 'Coalition' }).click()
      await page.getByRole('searchbox', { name: 'Name begins with' }).fill('rou')
      await page.waitForURL(/begins=rou/)
      await settled(page)
      const found = await rows(page, 'Actors')
      expect(found.length).toBeGreaterThan(0)
      for (const row of found) expect(row).toMatch(/\bRou/)
      await desk.leave(page)
    })

    it('opens the chosen one by keys', async () => {
      const page = await open('/actors')
      await page.keyboard.press('j')
      await page.locator('li:focus').waitFor()
      await page.keyboard.press('o')
      await page.waitForURL(/\/actors\/[0-9a-f-]{36}/)
      await page.locator('h1', { hasText: 'Velmar' }).waitFor()
      await desk.leave(page)
    })

    it('stand without what narrowed them to nobody', async () => {
      const page = await open('/actors?begins=zzz&types=person')
      await page.getByRole('link', { name: 'Take away all filters and both times' }).click()
      await page.waitForURL((url) => url.search === '')
      await settled(page)
      expect((await rows(page, 'Actors'))[0]).toMatch(/^Velmar/)
      await desk.leave(page)
    })

    it('are looked for by the nearest name, where nobody bears the one that was asked for', async () => {
      const page = await open('/statements?by=Ilara%20Denvzoss')
      await page.getByRole('link', { name: 'Ilara Denvoss' }).click()
      await page.waitForURL((url) => url.searchParams.get('by') === 'Ilara Denvoss' && !url.searchParams.has('about'))
      await settled(page)
      expect((await rows(page, 'Statements')).length).toBeGreaterThan(0)
      await desk.leave(page)
    })

    it('knew fewer in June', async () => {
      const now = await open('/actors?begins=Sela')
      const june = await open('/actors?begins=Sela&known=2025-06-30')
      expect(await rows(now, 'Actors')).not.toEqual([])
      expect(await june.locator('main').innerText()).toContain('begins with “Sela”')
      await Promise.all([now.close(), june.close()])
    })
  })

  describe('an actor', () => {
    it('is found by its name, and stands under its id', async () => {
      const page = await open('/actors/Davo%20Imrel')
      await page.waitForURL(/\/actors\/[0-9a-f-]{36}/)
      const offices = (await rows(page, 'Offices')).join('\n')
      expect(offices).toContain('Opposition leader')
      expect(offices).toContain('held 28 May 2025, last told 18 Jul 2025')
      expect(offices).toMatch(/President of .*\n*from 1 Oct 2025/)
      expect((await rows(page, 'Statements'))[0]).toContain('told 2 Oct 2025')
      await desk.leave(page)
    })

    it('was only opposition leader as known in September, and shows the day as a line', async () => {
      const page = await open('/actors/Davo%20Imrel?known=2025-09-15')
      const offices = (await rows(page, 'Offices')).join('\n')
      expect(offices).toContain('Opposition leader')
      expect(offices).not.toContain('President')
      expect(await page.locator('main').innerText()).toContain('known on 15 Sep 2025')
      expect(await page.locator('main svg line[stroke="var(--accent)"]').count()).toBeGreaterThan(0)
      await desk.leave(page)
    })

    it('leads from an office to the exact words', async () => {
      const page = await open('/actors/Davo%20Imrel')
      await page.getByRole('button', { name: /Words for: Davo Imrel, president/ }).click()
      await page.waitForURL(/open=/)
      const quoted = page.getByRole('list', { name: 'Offices' }).locator('blockquote')
      expect(await quoted.allTextContents()).toContain('“Davo Imrel became president of Velmar”')
      await page
        .getByRole('list', { name: 'Offices' })
        .getByRole('link', { name: /Meridian Wire, 2 Oct/ })
        .click()
      await page.waitForURL(/\/documents\/[0-9a-f-]+\?.*record=/)
      await desk.leave(page)
    })

    it('says that nobody is called so, and who is called nearly so', async () => {
      const page = await open('/actors/Davo%20Imrell')
      expect(await page.locator('main').innerText()).toContain('Nobody is called “Davo Imrell”')
      await page.getByRole('link', { name: 'Davo Imrel' }).click()
      await page.locator('h1', { hasText: 'Davo Imrel' }).waitFor()
      await desk.leave(page)
    })

    it('has no label of its offices over another on a narrow screen', async () => {
      const page = await open('/actors/Highland%20Guard', NARROW)
      const labels = await page.getByText(/^(Jun|Jul|Aug|Sep|Oct|Nov) 2025$/).all()
      const boxes = await Promise.all(labels.map(async (label) => (await label.boundingBox())!))
      expect(boxes.length).toBeGreaterThan(1)
      for (const [k, box] of boxes.slice(1).entries()) expect(box.x).toBeGreaterThan(boxes[k]!.x + boxes[k]!.width)
      await desk.leave(page)
    })

    it('is asked for by name as soon as it is to be merged', async () => {
      const page = await open('/actors/Highland%20Guard')
      await page.getByRole('button', { name: 'Merge with another …' }).click()
      await page.keyboard.type('Velm')
      expect(await page.getByRole('searchbox', { name: 'Its name' }).inputValue()).toBe('Velm')
      await page.keyboard.press('Escape')
      await desk.leave(page)
    })

    it('is merged with another and taken apart again', async () => {
      const page = await open('/actors/Goran%20Telk')
      await page.waitForURL(/\/actors\/[0-9a-f-]{36}/)
      const other = await open('/actors/Lena%20Orsova')
      await other.waitForURL(/\/actors\/[0-9a-f-]{36}/)
      const address = new URL(other.url()).pathname
      await page.getByRole('button', { name: 'Merge with another …' }).click()
      await page.getByLabel('Its name').fill('Lena')
      await page.getByRole('radio', { name: /Lena Orsova/ }).check()
      const dialog = page.getByRole('dialog')
      expect(await dialog.innerText()).toContain('will be taken for Goran Telk')
      expect(await axe(page)).toEqual([])
      await dialog.getByLabel('Why').fill('a trial')
      await dialog.getByRole('button', { name: 'Merge' }).click()
      const judged = page.getByRole('list', { name: 'Judgements about this actor' })
      await judged.waitFor()
      expect(await judged.innerText()).toContain('a trial')
      const old = await open(address)
      await old.locator('h1', { hasText: 'Goran Telk' }).waitFor()
      await old.waitForURL(page.url().split('?')[0]!)
      await judged.getByRole('button', { name: 'Undo' }).click()
      await judged.waitFor({ state: 'detached' })
      await other.reload()
      await settled(other)
      expect(await other.textContent('h1')).toBe('Lena Orsova')
      expect(desk.complaints()).toEqual([])
      await Promise.all([page.close(), other.close(), old.close()])
    }, 60_000)

    it('is split, seen apart, and made one again', async () => {
      const page = await open('/actors/Oskar%20Lindahl')
      await page.getByRole('checkbox', { name: /Oskar Lindahl in .*11 Jul 2025/ }).check()
      await page.getByRole('button', { name: /^Split off 1 of \d$/ }).click()
      const dialog = page.getByRole('dialog')
      expect(await dialog.innerText()).toContain('of 1 report becomes an actor of its own')
      await dialog.getByRole('button', { name: 'Split off' }).click()
      const judged = page.getByRole('list', { name: 'Judgements about this actor' })
      await judged.waitFor()
      await page.getByText('Others of this name').waitFor()
      await judged.getByRole('button', { name: 'Undo' }).click()
      await judged.waitFor({ state: 'detached' })
      await page.getByText('Others of this name').waitFor({ state: 'detached' })
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    }, 60_000)

    it('is not judged in the past', async () => {
      const page = await open('/actors/Goran%20Telk?known=2025-09-15')
      expect(await page.getByRole('button', { name: 'Merge with another …' }).isDisabled()).toBe(true)
      await desk.leave(page)
    })
  })

  describe('agreements', () => {
    it('tell status by status, what they cover and what they hang on', async () => {
      const page = await open('/agreements')
      const text = await accord(page).innerText()
      expect(text).toMatch(/^In force/)
      expect(text).toContain('Covers military · not political')
      const steps = await accord(page)
        .getByRole('list', { name: /status over time/ })
        .locator('li')
        .allInnerTexts()
      expect(steps.filter((step) => !step.includes('told')).map((step) => step.replace(/\s+/g, ' '))).toEqual([
        'Agreed in principle 23 Jun 2025',
        'Signed 17 Jul 2025',
        'Suspended 8 Sep 2025',
        'In force 28 Oct 2025',
      ])
      const all = await page.locator('main').innerText()
      expect(all.indexOf('Only proposed or supposed')).toBeGreaterThan(all.indexOf('Charter'))
      await desk.leave(page)
    })

    it('open in place by keys, under an address of their own, down to the words', async () => {
      const page = await open('/agreements')
      await page.keyboard.press('j')
      await page.locator('li:focus').waitFor()
      await page.keyboard.press('o')
      await page.waitForURL(/pact=/)
      await page.getByRole('heading', { name: 'Status by status, in the words of reports' }).waitFor()
      expect(await accord(page).innerText()).toContain(
        'The Highland Guard and Velmar agreed in principle on the Ostrel Accord on 23 June',
      )
      expect(await accord(page).innerText()).toContain('The release of 120 detained fighters')
      const sent = await open(new URL(page.url()).pathname + new URL(page.url()).search)
      await sent.getByRole('link', { name: 'Velmar Gazette, 9 Sep 2025' }).first().click()
      await sent.waitForURL(/\/documents\/.*record=/)
      await Promise.all([page.close(), sent.close()])
    })

    it('stood signed as known in August', async () => {
      const page = await open('/agreements?known=2025-08-01')
      expect(await accord(page).innerText()).toMatch(/^Signed/)
      await desk.leave(page)
    })
  })

  describe('estimates', () => {
    it('draw ranges by source, and say the same in a table', async () => {
      const page = await open('/estimates?measure=killed')
      const chart = page.getByRole('img', { name: /Velmari army, killed/ })
      await chart.waitFor()
      expect(await chart.locator('style').count()).toBe(0)
      expect(await chart.locator('path[stroke-dasharray], g[stroke-dasharray] path').count()).toBeGreaterThan(0)
      const table = (await page.getByRole('table').first().innerText()).replace(/\s+/g, ' ')
      expect(table).toContain('Defence Ministry at least 23')
      expect(table).toContain('Red Banner 40')
      expect(table).toContain('revises at least 23 of 10 Jun 2025')
      await desk.leave(page)
    })

    it('choose the figure of a mark that is clicked', async () => {
      const page = await open('/estimates?measure=killed')
      const mark = page
        .locator('svg[role=img] path')
        .filter({ has: page.locator('title', { hasText: 'Red Banner, 40' }) })
      const chart = page.getByRole('img', { name: /Velmari army, killed/ })
      const wide = async () => (await chart.boundingBox())?.width
      const before = await wide()
      await mark.first().click()
      await page.waitForURL(/figure=/)
      expect(await page.locator('tr[aria-current]').innerText()).toContain('Red Banner')
      // Drawn anew where its row is chosen, a mark would be gone between press and release.
      expect(await wide()).toBe(before)
      await desk.leave(page)
    })

    it('show the figure that the address names, wherever it stands', async () => {
      const page = await open('/estimates')
      const { rows: series } = (await (await fetch(`${desk.server.address}/api/estimates`)).json()) as {
        rows: { figures: { record: string }[] }[]
      }
      const last = series
        .filter(({ figures }) => figures.length > 1)
        .at(-1)!
        .figures.at(-1)!
      await page.goto(`${desk.server.address}/estimates?figure=${last.record}`)
      await expect.poll(() => page.locator('tr[aria-current]').first().isVisible(), { timeout: 10_000 }).toBe(true)
      await expect
        .poll(async () => {
          const box = await page.locator('tr[aria-current]').boundingBox()
          return box !== null && box.y > 0 && box.y + box.height < WIDE.height
        })
        .toBe(true)
      await desk.leave(page)
    })

    it('knew one figure less before the revision', async () => {
      const page = await open('/estimates?measure=killed&known=2025-06-11')
      expect(await page.locator('main').innerText()).not.toContain('revises at least')
      await desk.leave(page)
    })

    it('are chosen by what is counted, a currency by its code', async () => {
      const page = await open('/estimates')
      const chips = await page.getByLabel('What is counted', { exact: true }).innerText()
      expect(chips).toMatch(/\bUSD\b/)
      expect(chips).toMatch(/\bKilled\b/)
      await desk.leave(page)
    })

    it('of one figure are a line of text', async () => {
      const page = await open('/estimates?measure=displaced')
      expect(await page.locator('svg[role=img]').count()).toBe(0)
      expect((await rows(page, 'Estimates'))[0]).toMatch(/families[\s\S]*300/)
      await desk.leave(page)
    })
  })

  describe('statements of two', () => {
    const two = '/statements?show=sides&left=Goran%20Telk&right=Bessa%20Roun'

    it('stand on the row of their day', async () => {
      const page = await open(two)
      const days = await rows(page, 'Days')
      const september = days.find((day) => day.startsWith('9 Sep 2025'))
      expect(september).toContain('did not attack the Highland Guard on 7 September')
      expect(september).toContain('killed five fighters')
      await desk.leave(page)
    })

    it('are narrowed to what both spoke about, and by kind', async () => {
      const page = await open(two)
      const before = (await rows(page, 'Days')).length
      await page.getByRole('checkbox', { name: 'Only what both spoke about' }).check()
      await page.waitForURL(/both=topics/)
      const after = await rows(page, 'Days')
      expect(after.length).toBeLessThan(before)
      expect(after.join()).not.toContain('the attackers had used mortars')
      await page.getByRole('button', { name: 'Warn' }).click()
      await page.waitForURL(/acts=warn/)
      expect(await page.locator('main').innerText()).toContain('They spoke about nothing in common')
      await desk.leave(page)
    })

    it('are chosen among those who speak most', async () => {
      const page = await open('/statements')
      await page.getByRole('radio', { name: 'Side by side' }).click()
      await settled(page)
      await page.getByRole('button', { name: /^Goran Telk/ }).click()
      await page.waitForURL(/left=Goran\+Telk/)
      await settled(page)
      await page.getByRole('button', { name: /^Bessa Roun/ }).click()
      await page.waitForURL(/left=Goran\+Telk&right=Bessa\+Roun/)
      await settled(page)
      expect(await page.locator('main').innerText()).toContain('8 statements')
      await desk.leave(page)
    })

    it('name the speaker where they are stacked', async () => {
      const page = await open(two, NARROW)
      expect((await rows(page, 'Days'))[0]).toContain('Goran Telk')
      await desk.leave(page)
    })
  })
})
