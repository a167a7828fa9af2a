import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REPORTS, type Served, serveFixture } from './fixture.ts'

/** The clock stands still: the ledger, whose recorded times rise all the same, is ahead of it. */
const NOW = Date.parse('2031-06-01T12:00:00Z')
let served: Served
beforeAll(async () => {
  served = await serveFixture({ clock: () => NOW })
}, 60_000)
afterAll(() => served.close())

interface Page {
  readonly rows: readonly Record<string, unknown>[]
  readonly total?: number
  readonly next: string | null
}
const get = async (url: string): Promise<Page> => (await served.app.inject(url)).json() as Page
const post = (url: string, payload: object) => served.app.inject({ method: 'POST', url, payload })

/** All pages of a list, with something done between any two of them. */
async function walk(url: string, between: () => Promise<unknown>): Promise<unknown[]> {
  const rows: unknown[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: Page = await get(`${url}${url.includes('?') ? '&' : '?'}limit=1${next && `&cursor=${next}`}`)
    rows.push(...page.rows)
    next = page.next
    await between()
  }
  return rows
}

let added = 0
/** Adds a report that sorts before all others. */
const add = async () => {
  const text = `Cassia met Velmar in Tarn for the ${++added}th time.`
  const payload = { text, publishedAt: '2031-01-02', publisher: `A${added} Gazette` }
  expect((await post('/api/documents', payload)).statusCode).toBe(200)
}

describe('lists go on as the ledger had them when they began', () => {
  it('reports, whole as soon as they are kept', async () => {
    const before = (await get('/api/documents')).rows
    expect(before).toHaveLength(REPORTS.length)
    expect(await walk('/api/documents', add)).toEqual(before)
    expect((await get('/api/documents')).rows).toHaveLength(REPORTS.length + added)
  })

  it('records', async () => {
    const before = await get('/api/records?kinds=event')
    expect(before.total).toBe((await served.ledger.count({ kinds: ['event'] })).records)
    expect(await walk('/api/records?kinds=event', add)).toEqual(before.rows)
  })

  it('judgements, proposals, publishers and links, which come whole where no limit is given', async () => {
    const { rows } = await get('/api/records?kinds=event')
    for (const { id } of rows.slice(0, 3)) await post(`/api/records/${id}/accept`, {})
    const actor = (await get('/api/actors?about=Velmar')).rows[0]!.id
    for (const url of ['/api/judgements', '/api/proposals', '/api/publishers', `/api/actors/${actor}/links`]) {
      const before = await get(url)
      expect([before.total, before.next], url).toEqual([before.rows.length, null])
      if (url !== '/api/proposals') expect(before.total, url).toBeGreaterThan(1)
      const undone = async () => {
        await add()
        await post(`/api/records/${rows.at(-1)!.id}/accept`, {})
      }
      expect(await walk(url, undone), url).toEqual(before.rows)
      const wrong = await served.app.inject(`${url}?limit=0`)
      expect(wrong.json(), url).toMatchObject({ code: 'request-invalid' })
    }
  })

  it('a cursor is of one list', async () => {
    const { next } = await get('/api/publishers?limit=1')
    for (const url of ['/api/judgements', '/api/records', '/api/documents', '/api/publishers?known=2031-06-01&x'])
      expect((await served.app.inject(`${url}${url.includes('?') ? '&' : '?'}cursor=${next}`)).statusCode).toBe(400)
  })

  it('of a ledger that holds nothing are empty', async () => {
    const empty = await serveFixture({ empty: true })
    for (const url of ['documents', 'records', 'judgements', 'proposals', 'publishers'])
      expect((await empty.app.inject(`/api/${url}?limit=1`)).json(), url).toMatchObject({ rows: [], next: null })
    await empty.close()
  }, 60_000)
})

describe('the list of reports', () => {
  it('leaves whole texts out unless they are asked for', async () => {
    expect(Object.keys((await get('/api/documents')).rows[0]!)).not.toContain('text')
    const { rows } = await get('/api/documents?text=true&since=2031-05-14')
    expect(rows.map((row) => row.text)).toEqual(REPORTS.map((report) => report.text))
  })
})
