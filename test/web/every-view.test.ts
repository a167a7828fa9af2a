import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '../../src/ledger.ts'
import { onServer, serverAnswers, urlOf, whyNot } from '../ledger/stores.ts'
import { type Desk, expectSound, IN_A_BROWSER, LOOKS, openDesk, WITHOUT } from './browser.ts'
import { VIEWS } from './views.ts'

const DATABASE = `readout_test_web_${process.pid}`

interface Store {
  readonly name: string
  readonly without: string
  readonly place: () => Place | undefined
  /** In how many looks a view is looked at: what the page makes of an answer is the same on both stores. */
  readonly looks: number
  readonly make?: () => Promise<void>
  readonly drop?: () => Promise<void>
}

const STORES: readonly Store[] = [
  { name: 'PGlite', without: WITHOUT, looks: LOOKS.length, place: () => undefined },
  {
    name: 'PostgreSQL',
    without: WITHOUT || (serverAnswers ? '' : whyNot),
    looks: 0,
    place: () => ({ databaseUrl: urlOf(DATABASE) }),
    make: () => onServer(`create database ${DATABASE}`),
    drop: () => onServer(`drop database if exists ${DATABASE} with (force)`),
  },
]

for (const { name: store, without, looks, place, make, drop } of STORES) {
  describe.skipIf(without)(`every view over the worked story on ${store} ${without}`, IN_A_BROWSER, () => {
    let desk: Desk
    beforeAll(async () => {
      await make?.()
      const at = place()
      desk = await openDesk(at ? { place: at } : {})
    }, 120_000)
    afterAll(async () => {
      await desk?.close()
      await drop?.()
    })

    it.each(VIEWS)('$name', async ({ at, title, story }) => {
      const page = await desk.open(at)
      await expect.poll(() => page.textContent('h1'), { timeout: 10_000 }).toBe(title)
      // More than the frame of the view: the story's own words.
      if (story) await expect.poll(() => page.locator('main').innerText(), { timeout: 10_000 }).toMatch(story)
      await expectSound(page, LOOKS.slice(0, looks))
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    })

    it.each([
      ['no such day', 'asOf=2025-13-01&known=2025-02-30'],
      ['a day twice', 'asOf=2025-07-01&asOf=2025-07-02'],
    ])('shows the view without what is wrong in its address: %s', async (_what, times) => {
      const page = await desk.open(`/timeline?${times}`)
      expect(await page.textContent('h1')).toBe('Timeline')
      await page.getByRole('list', { name: 'Happenings' }).waitFor()
      expect(desk.complaints()).toEqual([])
      await desk.leave(page)
    })
  })
}
