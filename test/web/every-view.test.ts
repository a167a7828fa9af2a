import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '../../src/ledger.ts'
import { onServer, serverAnswers, urlOf } from '../ledger/stores.ts'
import { axe, type Desk, NARROW, openDesk, WIDE, WITHOUT } from './browser.ts'
import { serveStory } from './story-server.ts'
import { VIEWS } from './views.ts'

const DATABASE = `readout_test_web_${process.pid}`

interface Store {
  readonly name: string
  readonly without: string
  readonly place: () => Place | undefined
  readonly make?: () => Promise<void>
  readonly drop?: () => Promise<void>
}

const STORES: readonly Store[] = [
  { name: 'PGlite', without: WITHOUT, place: () => undefined },
  {
    name: 'PostgreSQL',
    without: WITHOUT || (serverAnswers ? '' : 'skipped: no PostgreSQL server answers'),
    place: () => ({ databaseUrl: urlOf(DATABASE) }),
    make: () => onServer(`create database ${DATABASE}`),
    drop: () => onServer(`drop database if exists ${DATABASE} with (force)`),
  },
]

const LOOKS = [
  { look: '1440 pixels, light', viewport: WIDE, colorScheme: 'light' },
  { look: '390 pixels, dark', viewport: NARROW, colorScheme: 'dark' },
] as const

for (const { name: store, without, place, make, drop } of STORES) {
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

    describe.each(LOOKS)('$look', ({ viewport, colorScheme }) => {
      it.each(VIEWS)('$name', async ({ at, title }) => {
        const page = await desk.open(at, { viewport, colorScheme })
        expect(await page.textContent('h1')).toBe(title)
        expect((await page.locator('main').innerText()).length).toBeGreaterThan(200)
        const width = (await page.evaluate('document.documentElement.scrollWidth')) as number
        expect(width, 'nothing is wider than the screen').toBeLessThanOrEqual(viewport.width)
        expect(await axe(page)).toEqual([])
        expect(desk.complaints()).toEqual([])
        await page.close()
      })
    })
  })
}
