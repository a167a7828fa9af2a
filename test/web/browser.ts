import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { PAGES, type StoryServer, serveStory } from './story-server.ts'

const CHROMIUM = process.env.READOUT_CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Why there are no browser tests here; empty: there are. */
export const WITHOUT = !existsSync(CHROMIUM)
  ? `skipped: there is no ${CHROMIUM} (READOUT_CHROMIUM names another)`
  : existsSync(path.join(PAGES, 'index.html'))
    ? ''
    : 'skipped: the page is not built (npm run build)'

export type Scheme = 'light' | 'dark'
export const WIDE = { width: 1440, height: 900 }
export const NARROW = { width: 390, height: 844 }

export interface Desk {
  readonly server: StoryServer
  readonly browser: Browser
  /** A page of its own at a path of the page, once its answers are there. */
  open(at: string, looks?: { viewport?: typeof WIDE; colorScheme?: Scheme }): Promise<Page>
  /** What the browser complained of since the last call. */
  complaints(): readonly string[]
  close(): Promise<void>
}

/** The worked story, served to a browser. */
export async function openDesk(serve: () => Promise<StoryServer> = serveStory): Promise<Desk> {
  const server = await serve()
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  let heard: string[] = []
  return {
    server,
    browser,
    open: async (at, { viewport = WIDE, colorScheme = 'light' } = {}) => {
      const page = await browser.newPage({ viewport, colorScheme })
      page.on('console', (message) => message.type() === 'error' && heard.push(message.text()))
      page.on('pageerror', (error) => heard.push(error.message))
      await page.goto(server.address + at)
      await settled(page)
      return page
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

/** All that was asked is answered and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  // Not by waiting for a function: the page's policy lets nothing be evaluated in it again and again.
  await page.locator('[role=status].invisible, [aria-busy=true]').first().waitFor({ state: 'detached' })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds, a line each: the rule, and the element. */
export async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const found = (await page.evaluate('axe.run()')) as AxeResults
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}
