import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveFixture } from './fixture.ts'

let served: Served
beforeAll(async () => {
  served = await serveFixture()
}, 60_000)
afterAll(() => served.close())

interface Page {
  readonly rows: readonly {
    readonly id: string
    readonly kind: string
    readonly citation: { readonly publisher: string }
  }[]
  readonly total: number
  readonly next: string | null
}
const get = async (query: string) => (await served.app.inject({ url: `/api/records?${query}` })).json()
const list = (query: string): Promise<Page> => get(query) as Promise<Page>
const judge = (id: string, verdict: string) =>
  served.app.inject({ method: 'POST', url: `/api/records/${id}/${verdict}`, payload: {} })

describe('the list of records', () => {
  it('comes page by page, each record once', async () => {
    const all = await list('limit=1000')
    expect(all.rows.length).toBe(all.total)
    expect(all.total).toBe((await served.ledger.count()).records)
    const ids: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Page = await list(`limit=3${next && `&cursor=${next}`}`)
      expect(page.total).toBe(all.total)
      ids.push(...page.rows.map((row) => row.id))
      next = page.next
    }
    expect(ids).toEqual(all.rows.map((row) => row.id))
  })

  it('is narrowed by kind and publisher', async () => {
    const { rows, total } = await list('kinds=event&publishers=Meridian%20Wire')
    expect(total).toBeGreaterThan(0)
    expect(rows.length).toBe(total)
    for (const row of rows) expect([row.kind, row.citation.publisher]).toEqual(['event', 'Meridian Wire'])
    expect((await list('kinds=event&kinds=statement')).total).toBeGreaterThan((await list('kinds=event')).total)
  })

  it('of what waits for a judgement loses what is judged, but not in the middle of its pages', async () => {
    const first = await list('review=proposed&limit=2')
    const accepted = first.rows[0]!.id
    expect((await judge(accepted, 'accept')).statusCode).toBe(200)
    expect((await judge(first.rows[1]!.id, 'reject')).statusCode).toBe(200)
    const second = await list(`review=proposed&limit=1000&cursor=${first.next}`)
    expect(second.rows.length).toBe(first.total - 2)
    const again = await list('review=proposed&limit=1000')
    expect(again.total).toBe(first.total - 2)
    expect(again.rows.map((row) => row.id)).toEqual(second.rows.map((row) => row.id))
    expect((await list('review=accepted')).rows.map((row) => row.id)).toEqual([accepted])
  })

  it.each([
    ['kinds=rumour', 400, 'request-invalid'],
    ['review=rejected', 400, 'request-invalid'],
    ['documents=1', 400, 'request-invalid'],
    ['limit=0', 400, 'request-invalid'],
    ['cursor=nonsense', 400, 'cursor-invalid'],
    ['retracted=true', 400, 'request-invalid'],
  ])('answers %s with %i', async (query, status, code) => {
    expect(await get(query)).toMatchObject({ status, code })
  })
})
