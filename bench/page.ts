// The page in a browser: bytes of the first view, time to it, frames while a list of 10,000 rows is scrolled; writes
// docs/page-speed.md: npm run bench:page
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { type Desk, openDesk, WITHOUT } from '../test/web/browser.ts'
import { PAGES } from '../test/web/story-server.ts'
import { ROOT } from './shared.ts'

const VISITS = 7
const ROWS = 10_000
const SCROLLED_MS = 5000
if (WITHOUT) throw new Error(WITHOUT)

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const at = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))]!

interface First {
  /** Milliseconds from the request of the page until its answers stand in it. */
  readonly shown: number
  readonly painted: number
  readonly scripts: readonly string[]
}

/** A visit with an empty cache: until the view's title stands and nothing waits any more. */
async function visit({ browser, server }: Desk): Promise<First> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname)
  })
  await page.goto(`${server.address}/`)
  await page.waitForSelector('main h1')
  await page.waitForFunction("document.querySelectorAll('main blockquote, main li, main article').length > 3")
  const shown = (await page.evaluate('performance.now()')) as number
  const painted = (await page.evaluate(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0",
  )) as number
  await context.close()
  return { shown, painted, scripts }
}

const packed = (file: string): number => gzipSync(readFileSync(path.join(PAGES, file)), { level: 9 }).length

/** The story's statements told again and again, each under an id of its own. */
async function manyRows(page: Page, address: string): Promise<void> {
  const { rows } = (await (await fetch(`${address}/api/statements?limit=100`)).json()) as { rows: { id: string }[] }
  const all = Array.from({ length: ROWS }, (_, k) => ({ ...rows[k % rows.length]!, id: `row-${k}` }))
  await page.route('**/api/statements?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
    const next = from + 1000 < ROWS ? String(from + 1000) : null
    const answer = {
      asked: 'statements',
      question: {},
      rows: all.slice(from, from + 1000),
      total: ROWS,
      next,
      none: null,
    }
    return route.fulfill({ json: answer })
  })
}

const FRAMES = `new Promise((done) => {
  const taken = []
  const start = performance.now()
  let last = start
  const step = (now) => {
    taken.push(now - last)
    last = now
    window.scrollBy(0, 120)
    now - start < ${SCROLLED_MS} ? requestAnimationFrame(step) : done(taken.slice(2))
  }
  requestAnimationFrame(step)
})`

async function scroll({ browser, server }: Desk): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await manyRows(page, server.address)
  await page.goto(`${server.address}/statements`)
  await page.waitForSelector('main li article')
  const frames = (await page.evaluate(FRAMES)) as number[]
  await page.close()
  return frames
}

const desk = await openDesk()
const visits: First[] = []
for (let k = 0; k < VISITS; k++) visits.push(await visit(desk))
const frames = await scroll(desk)
await desk.close()

const scripts = [...new Set(visits[0]!.scripts)]
const kilobytes = scripts.reduce((sum, file) => sum + packed(file), 0) / 1000
const late = frames.filter((ms) => ms > 20).length / frames.length
const n = (value: number): string => value.toFixed(value < 10 ? 1 : 0)
const report = `# Speed of the page

Made by \`npm run bench:page\`: the built page over the worked story in PGlite, server and Debian's Chromium (software drawing,
no GPU) on the same two cores.

| what | measured | to reach |
| --- | --- | --- |
| JavaScript of the first view, gzip | ${n(kilobytes)} kB in ${scripts.length} files | under 200 kB |
| first visit, nothing cached: first paint, median of ${VISITS} | ${n(median(visits.map((v) => v.painted)))} ms | |
| first visit: answers stand, median of ${VISITS} | ${n(median(visits.map((v) => v.shown)))} ms | under 1,000 ms |
| scrolling a list of ${ROWS.toLocaleString('en')} rows: frame, median | ${n(median(frames))} ms | 16.7 ms |
| the same, p95 | ${n(at(frames, 0.95))} ms | |
| frames over 20 ms | ${n(late * 100)} % | |
`
console.log(report)
writeFileSync(path.join(ROOT, 'docs', 'page-speed.md'), report)
