import { expect, it } from 'vitest'
import { makeWorld } from '../../bench/ledger/make.ts'
import { RowMaker } from '../../bench/ledger/rows.ts'
import { type Bare, columnsOf, openBare } from '../../bench/ledger/tables.ts'
import { onBothStores } from './stores.ts'

/** What one ledger's tables hold, ids named by what they are of, without times and what is drawn anew each time. */
async function heldIn(bare: Bare, ledger: string): Promise<Record<string, string[]>> {
  const names = new Map<string, string>()
  const all: Record<string, Record<string, unknown>[]> = {}
  for (const table of (await columnsOf(bare)).keys())
    if (!table.startsWith('kysely') && table !== 'ledgers')
      all[table] = [
        ...(await bare.query<Record<string, unknown>>(`select * from ${table} where ledger = $1`, [ledger])),
      ]
  const name = (id: unknown, as: string): void => void names.set(id as string, as)
  for (const { publisher_id: id, name: own } of all.publishers!) name(id, `publisher ${own}`)
  for (const { document_id: id, version_id, url } of all.versions!) {
    name(id, `document ${url}`)
    name(version_id, `version of ${url}`)
  }
  for (const { reading_id: id, document_id } of all.readings!)
    name(id, `reading of ${names.get(document_id as string)}`)
  for (const { actor_id: id, name: own } of all.actor_links!) name(id, `actor ${own}`)
  for (const { reading_actor_id: id, document_id, local } of all.reading_actors!)
    name(id, `${local} in ${names.get(document_id as string)}`)
  for (const { record_id: id, spans } of all.anchors!) name(id, `record ${JSON.stringify(spans)}`)
  const first = all.cluster_members!.filter((m) => (m.reason as { code: string }).code === 'first')
  for (const { cluster_id: id, record_id } of first) name(id, `cluster of ${names.get(record_id as string)}`)
  const drawn = new Set(['ledger', 'recorded_at', 'link_id', 'conflict_id'])
  const tell = (key: string, value: unknown): unknown =>
    drawn.has(key) ? undefined : typeof value === 'string' ? (names.get(value) ?? value) : value
  return Object.fromEntries(
    Object.entries(all).map(([table, rows]) => [table, rows.map((row) => JSON.stringify(row, tell)).sort()]),
  )
}

onBothStores('the bench', ({ ledger, place, close }) => {
  it('loads in bulk the rows that adding one by one gives', async () => {
    const world = makeWorld(600)
    const reports = Array.from({ length: 3 }, (_, n) => world.report(n))
    const one = await ledger()
    for (const report of reports) await one.addReading(report)
    await close()
    const bare = await openBare(place())
    const maker = new RowMaker('bulk', await columnsOf(bare))
    for (const [n, report] of reports.entries()) maker.add(n, report)
    for (const copy of maker.take()) await bare.copy(copy)
    const [oneByOne, inBulk] = [await heldIn(bare, 't0'), await heldIn(bare, 'bulk')]
    await bare.close()
    expect(inBulk.records!.length).toBe(150)
    expect(inBulk.conflicts!.length).toBeGreaterThan(0)
    expect(inBulk.cluster_members!.length).toBeGreaterThan(0)
    expect(inBulk).toEqual(oneByOne)
  })
})
