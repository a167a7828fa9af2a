import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '../../src/ledger.ts'
import { onServer, serverAnswers, urlOf } from '../ledger/stores.ts'
import { axe, type Desk, NARROW, openDesk, WIDE, WITHOUT } from './browser.ts'
import { serveStory } from './story-server.ts'
import { VIEWS } from './views.ts'

const DATABASE = `readout_test_web_${process.pid}`

const WIDE_LIGHT = { look: '1440 pixels, light', viewport: WIDE, colorScheme: 'light' } as const
const NARROW_DARK = { look: '390 pixels, dark', viewport: NARROW, colorScheme: 'dark' } as const

interface Store {
  readonly name: string
  readonly without: string
  readonly place: () => Place | undefined
  /** A page costs seconds: each look is looked at on one store. */
  readonly looks: readonly (typeof WIDE_LIGHT | typeof NARROW_DARK)[]
  readonly make?: () => Promise<void>
  readonly drop?: () => Promise<void>
}

const STORES: readonly Store[] = [
  {
    name: 'PGlite',
    without: WITHOUT,
    looks: serverAnswers ? [NARROW_DARK] : [NARROW_DARK, WIDE_LIGHT],
    place: () => undefined,
  },
  {
    name: 'PostgreSQL',
    without: WITHOUT || (serverAnswers ? '' : 'skipped: no PostgreSQL server answers'),
    looks: [WIDE_LIGHT],
    place: () => ({ databaseUrl: urlOf(DATABASE) }),
    make: () => onServer(`create database ${DATABASE}`),
    drop: () => onServer(`drop database if exists ${DATABASE} with (force)`),
  },
]

for (const { name: store, without, looks, place, make, drop } of STORES) {
  describe.skipIf(without)(`every view over the worked story on ${store} ${without}`, () => {
    let desk: Desk
    beforeAll(async () => {
      await make?.()
      const at = place()
      desk = await openDesk(() => serveStory(at ? { place: at } : {}))
    }, 120_000)
    afterAll(async () => {
      await desk?.close()
      await drop?.()
    })

    describe.each(looks)('$look', ({ viewport, colorScheme }) => {
      it.each(VIEWS)('$name', async ({ at, title, story }) => {
        const page = await desk.open(at, { viewport, colorScheme })
        await expect.poll(() => page.textContent('h1'), { timeout: 10_000 }).toBe(title)
        // More than the frame of the view: the story's own words.
        if (story) await expect.poll(() => page.locator('main').innerText(), { timeout: 10_000 }).toMatch(story)
        const width = (await page.evaluate('document.documentElement.scrollWidth')) as number
        expect(width, 'nothing is wider than the screen').toBeLessThanOrEqual(viewport.width)
        expect(await axe(page)).toEqual([])
        expect(desk.complaints()).toEqual([])
        await page.close()
      })
    })
  })
}
