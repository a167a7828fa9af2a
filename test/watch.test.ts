import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { start } from './child.ts'
import { readout } from './program.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'readout-watch-'))
const ledger = path.join(folder, 'ledger')

/** What the feed tells: each article by its path, with when it was changed. */
const articles = new Map<string, { changed: string; text: string | null }>()
const fetched: string[] = []
const server = createServer((request, response) => {
  const at = request.url ?? ''
  const base = `http://${request.headers.host}`
  if (at === '/feed') {
    const items = [...articles].map(
      ([name, { changed }]) => `<item><link>${base}${name}</link><pubDate>${changed}</pubDate></item>`,
    )
    response.setHeader('content-type', 'application/rss+xml').end(`<rss><channel>${items.join('')}</channel></rss>`)
    return
  }
  fetched.push(at)
  const text = at === '/page' ? 'No feed.' : articles.get(at)?.text
  if (!text) response.writeHead(503).end()
  else response.setHeader('content-type', 'text/plain').end(text)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

it('keeps what a feed brings, once, and what it says is changed; the ledger is free between two looks', async () => {
  const TRUCE = 'Arendia signed a truce with Borland on 12 May 2031.'
  articles.set('/truce', { changed: 'first', text: TRUCE })
  articles.set('/raid', { changed: 'first', text: null })
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const watch = await start(
    [
      'watch',
      `${address}/page`,
      `${address}/feed`,
      '--local',
      '--every',
      '0.03',
      '--threads',
      '1',
      '--ledger',
      ledger,
      '--json',
    ],
    /"outcome":"new"/,
  )
  const lines = () =>
    watch
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { input: string; outcome: string })
      .map(({ input, outcome }) => `${new URL(input).pathname} ${outcome}`)
  const WAIT = { timeout: 60_000, interval: 100 }
  try {
    articles.set('/raid', { changed: 'first', text: 'Cassia attacked Velmar on 13 May 2031.' })
    await expect.poll(lines, WAIT).toEqual(['/truce new', '/raid new'])
    expect(readout(['timeline', '--ledger', ledger]).stdout).toContain('Borland')
    articles.set('/truce', { changed: 'again', text: `${TRUCE} Borland denied it.` })
    await expect.poll(lines, WAIT).toEqual(['/truce new', '/raid new', '/truce version'])
    expect(watch.errors()).toMatch(/\/page: it is no RSS or Atom feed/)
    expect(fetched.filter((at) => at === '/truce')).toHaveLength(2)
    expect(watch.errors()).toMatch(/\/raid: .*503.* \[fetch-failed\]/)
  } finally {
    await watch.kill('SIGINT')
  }
  // One could not be fetched at first.
  expect(await watch.ended).toBe(1)
}, 120_000)
