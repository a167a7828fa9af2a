import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { CHROMIUM, FLAGS } from '../chromium.ts'
import { PAGES, type StoryOptions, type StoryServer, serveStory } from './story-server.ts'

/** Why there are no browser tests here; empty: there are. */
export const WITHOUT = !existsSync(CHROMIUM)
  ? `skipped: there is no ${CHROMIUM} (READOUT_CHROMIUM names another)`
  : existsSync(path.join(PAGES, 'index.html'))
    ? ''
    : 'skipped: the page is not built (npm run build)'

/** Few cores run the browser, a server and other tests at once: a page may be late once, and what is wrong is so twice. */
export const IN_A_BROWSER = { timeout: 60_000, retry: 1 }

export type Scheme = 'light' | 'dark'
export const WIDE = { width: 1440, height: 900 }
export const NARROW = { width: 390, height: 844 }

/** A size of the window and a scheme of colours. */
export interface Look {
  readonly viewport: typeof WIDE
  readonly colorScheme: Scheme
}
export const LOOKS: readonly Look[] = [
  { viewport: WIDE, colorScheme: 'light' },
  { viewport: WIDE, colorScheme: 'dark' },
  { viewport: NARROW, colorScheme: 'dark' },
  { viewport: NARROW, colorScheme: 'light' },
]

export interface Desk {
  readonly server: StoryServer
  readonly browser: Browser
  /** A page at a path, once its answers are there: one that was left, or a new one. */
  open(at: string, look?: Partial<Look>): Promise<Page>
  /** Lets go of a page of `open`. */
  leave(page: Page): Promise<void>
  /** What the browser complained of since the last call. */
  complaints(): readonly string[]
  close(): Promise<void>
}

/** Requests of a page that are under way, and when the last of them ended or began. */
interface Traffic {
  open: number
  at: number
}
const traffic = new WeakMap<Page, Traffic>()

function watch(page: Page): void {
  const seen: Traffic = { open: 0, at: Date.now() }
  const count = (by: number) => () => {
    seen.open += by
    seen.at = Date.now()
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
  traffic.set(page, seen)
}

/**
 * The worked story, served to a browser. Pages of one look share what the browser keeps: scripts are loaded once; and one
 * that was left is taken up again, since a new one costs as much as what it then shows.
 */
export async function openDesk(options: StoryOptions = {}): Promise<Desk> {
  const server = await serveStory({ story: inject('story'), ...options })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const contexts = new Map<string, BrowserContext>()
  const left = new Map<BrowserContext, Page[]>()
  let heard: string[] = []
  const newPage = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage()
    watch(page)
    page.on('console', (message) => message.type() === 'error' && heard.push(message.text()))
    page.on('pageerror', (error) => heard.push(error.message))
    return page
  }
  return {
    server,
    browser,
    open: async (at, { viewport = WIDE, colorScheme = 'light' } = {}) => {
      const look = `${viewport.width} ${colorScheme}`
      const context = contexts.get(look) ?? (await browser.newContext({ viewport, colorScheme }))
      contexts.set(look, context)
      const page = left.get(context)?.pop() ?? (await newPage(context))
      await page.goto(server.address + at)
      await settled(page)
      return page
    },
    leave: async (page) => {
      await page.unrouteAll()
      await page.mouse.move(0, 0)
      await page.evaluate('sessionStorage.clear()')
      // Nothing of the view that was left goes on, and nothing is asked after what a test does to the ledger.
      await page.goto('about:blank')
      left.set(page.context(), [...(left.get(page.context()) ?? []), page])
    },
    complaints: () => {
      const all = heard
      heard = []
      return all
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}

/** A view asks as soon as its script is there, and goes on asking while it is drawn: so long nothing may be under way. */
const QUIET_MS = 150
const PATIENCE_MS = 20_000
/** Where the machine has much else to do, a page can be at work for longer than it is to be quiet. */
const IDLE = 'new Promise((idle) => requestIdleCallback(() => idle(), { timeout: 400 }))'
/** A page that nothing is drawn in may have no time that it calls idle. */
const IDLE_MS = 500

/** All that was asked is answered and drawn, and the page has nothing more to do. */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page)
  if (!seen) await page.waitForLoadState('networkidle')
  const start = Date.now()
  const quiet = (): boolean => !seen || (seen.open === 0 && Date.now() - Math.max(seen.at, start) >= QUIET_MS)
  const busy = page.locator('[aria-busy=true]').or(page.getByText('Asking the ledger …', { exact: true }))
  const done = async (): Promise<boolean> => {
    if (!quiet()) return false
    await Promise.race([page.evaluate(IDLE), new Promise((resolve) => setTimeout(resolve, IDLE_MS))])
    return quiet() && (await busy.count()) === 0
  }
  // Not by waiting for a function: the page's policy lets nothing be evaluated in it again and again.
  while (!(await done())) {
    if (Date.now() - start > PATIENCE_MS) throw new Error(`${page.url()} is not settled after ${PATIENCE_MS} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, a line each: the rule, and the element. What passes is not collected: that takes most of the time. */
export async function axe(page: Page): Promise<readonly string[]> {
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(AXE)
  return page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160))))`)
}

/** Each width and each scheme once; every view in all looks is in `every-view.test.ts`. */
const SOME_LOOKS = [LOOKS[0]!, LOOKS[2]!]

/** In each look: axe finds nothing, and nothing is wider than the screen. Comes back to the first of them. */
export async function expectSound(page: Page, looks: readonly Look[] = SOME_LOOKS): Promise<void> {
  for (const { viewport, colorScheme } of looks) {
    const look = `${page.url()} at ${viewport.width} pixels, ${colorScheme}`
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await settled(page)
    expect(await axe(page), look).toEqual([])
    const width = (await page.evaluate('document.documentElement.scrollWidth')) as number
    expect(width, `${look}: nothing is wider than the screen`).toBeLessThanOrEqual(viewport.width)
  }
  const [first] = looks
  if (!first) return
  await page.setViewportSize(first.viewport)
  await page.emulateMedia({ colorScheme: first.colorScheme })
}
