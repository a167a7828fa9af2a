import type { Kysely } from 'kysely'
import { resolver } from '../../src/4-resolve/index.ts'
import type { Tables, Write } from '../../src/5-ledger/schema.ts'
import { flush, insert } from '../../src/5-ledger/store/rows.ts'
import { uuidMaker } from '../../src/5-ledger/uuid.ts'
import { toResolved } from '../../src/5-ledger/write/candidates.ts'
import { hashOf, keysOf } from '../../src/5-ledger/write/identity.ts'
import { newRecord, publishedOn } from '../../src/5-ledger/write/record-rows.ts'
import type { Reading, ResolvedRecord } from '../../src/model/index.ts'
import type { World } from './make.ts'

const BATCH = 30
const NOBODY_MERGED = { canonical: (id: string) => id, family: (id: string) => [id] }
const REASON = { code: 'bulk', text: 'loaded in bulk' }

/** Who is whom and what was told lately, kept in memory instead of asked for. */
interface Loading {
  readonly actors: Map<string, string>
  readonly publishers: Map<string, string>
  readonly clusterOf: Map<string, string>
  recent: ResolvedRecord[]
}

/**
 * Fills an empty ledger with the same rows that adding one by one gives, many documents a transaction; reports are
 * compared with the two before them, with which alone they share facts. Gives the ids of the actors by name.
 */
export async function loadBulk(db: Kysely<Tables>, world: World, reports: number): Promise<Map<string, string>> {
  const start = Date.parse('2036-01-01')
  const uuid = uuidMaker(() => start)
  const loading: Loading = { actors: new Map(), publishers: new Map(), clusterOf: new Map(), recent: [] }
  for (let from = 0; from < reports; from += BATCH)
    await db.transaction().execute(async (tx) => {
      const all: Write = { db, tx, ledger: 'main', clock: () => start, uuid, resolver, at: '', waiting: [] }
      for (let n = from; n < Math.min(reports, from + BATCH); n++) {
        if (n % 3 === 0) loading.recent = []
        await load({ ...all, at: new Date(start + n * 60_000).toISOString() }, world.report(n), loading)
      }
      await flush(joined(all))
    })
  return loading.actors
}

/** One insert for each table. */
function joined(write: Write): Write {
  const byTable = new Map<string, NonNullable<Write['waiting']>[number]>()
  for (const one of write.waiting ?? []) {
    const had = byTable.get(one.table)
    byTable.set(one.table, had ? { ...had, rows: had.rows.concat(one.rows) } : one)
  }
  return { ...write, waiting: [...byTable.values()] }
}

async function load(w: Write, reading: Reading, loading: Loading): Promise<void> {
  const { document, reader } = reading
  const [id, version, readingId] = [w.uuid(), w.uuid(), w.uuid()]
  const keys = keysOf(document, {})
  const known = loading.publishers.get(document.publisher!)
  const publisher = known ?? w.uuid()
  loading.publishers.set(document.publisher!, publisher)
  if (!known)
    await insert(w, 'publishers', [
      { publisher_id: publisher, name: document.publisher!, fold: document.publisher!.toLowerCase() },
    ])
  await insert(w, 'documents', [{ document_id: id, publisher_id: publisher }])
  const names = [...keys.sure, keys.title!, keys.text]
  await insert(
    w,
    'document_keys',
    names.map((key) => ({ key, document_id: id })),
    'skip',
  )
  const { title, url, publishedAt, language, text } = document
  const described = { title: title!, url: url!, publisher: document.publisher!, published_at: publishedAt!, language }
  const facts = { ...described, text, text_hash: hashOf(text), published_on: publishedOn(document), changes: [] }
  await insert(w, 'versions', [{ document_id: id, number: 1, version_id: version, ...facts }])
  const bands = resolver.sign(text).bands.map((band) => ({ band, version_id: version, document_id: id }))
  await insert(w, 'version_bands', bands, 'skip')
  const row = { reading_id: readingId, document_id: id, version_id: version }
  await insert(w, 'readings', [{ ...row, reader, reader_key: JSON.stringify(reader), issues: [] }])
  const linked = await loadActors(w, reading, { document: id, reading: readingId }, loading)
  await loadRecords(w, reading, { document: id, reading: readingId }, linked, loading)
  await insert(w, 'commits', [{ action: 'add', subject: id, by_whom: null }])
}

interface Place {
  readonly document: string
  readonly reading: string
}
type Linked = ReadonlyMap<string, { readonly own: string; readonly actor: string; readonly name: string }>

async function loadActors(w: Write, { actors }: Reading, place: Place, { actors: world }: Loading): Promise<Linked> {
  const linked = new Map<string, { own: string; actor: string; name: string }>()
  for (const { id, name, type, aliases, mentions } of actors) {
    const had = world.get(name)
    const actor = had ?? w.uuid()
    world.set(name, actor)
    if (!had) await insert(w, 'world_actors', [{ actor_id: actor, type, links: {} }])
    const keys = had ? [] : resolver.keysOf(name, type).map((key) => ({ key, actor_id: actor }))
    await insert(w, 'actor_keys', keys, 'skip')
    const own = w.uuid()
    const ids = { reading_actor_id: own, document_id: place.document }
    const said = { name, type, aliases: [...aliases], mentions: [...mentions], links: {} }
    await insert(w, 'reading_actors', [{ ...ids, reading_id: place.reading, local: id, ...said }])
    const link = { link_id: w.uuid(), actor_id: actor, name, reason: REASON, judgement_id: null }
    await insert(w, 'actor_links', [{ ...ids, ...link }])
    linked.set(id, { own, actor, name })
  }
  return linked
}

async function loadRecords(w: Write, reading: Reading, place: Place, linked: Linked, loading: Loading): Promise<void> {
  const ids = new Map(reading.records.map((record) => [record.id, w.uuid()]))
  const resolved: ResolvedRecord[] = []
  for (const record of reading.records) {
    const { row, parts, spans } = newRecord(record, reading)
    const id = ids.get(record.id)!
    const given = { ...row, record_id: id, document_id: place.document, reading_id: place.reading }
    const antecedent = record.kind === 'dependency' && {
      antecedent: { ...record.antecedent, record: ids.get(record.antecedent.record ?? '') },
    }
    const payload = { ...record, ...antecedent, id } as typeof record
    const state = { publisher: reading.document.publisher!, review: 'proposed' as const, judgement_id: null }
    await insert(w, 'records', [{ ...given, ...state, payload, retracted_why: null }])
    const rows = parts.map(({ part, position, local }) => {
      const { own, actor, name } = linked.get(local)!
      const who = { reading_actor_id: own, actor_id: actor, name, local }
      return { record_id: id, part, position, ...who, kind: row.kind, subtype: row.subtype, day: row.day }
    })
    await insert(w, 'record_actors', rows)
    await insert(w, 'anchors', [{ record_id: id, document_id: place.document, version: 1, spans }])
    resolved.push(toResolved(given, rows, NOBODY_MERGED))
  }
  await compare(w, resolved, loading)
  loading.recent.push(...resolved)
}

async function compare(w: Write, fresh: readonly ResolvedRecord[], { recent, clusterOf }: Loading): Promise<void> {
  for (const record of fresh) {
    const among = recent.filter((other) => other.kind === record.kind)
    for (const other of among) {
      const found = resolver.conflict(other, record)
      const ids = { conflict_id: w.uuid(), earlier_id: other.id, later_id: record.id }
      if (found) await insert(w, 'conflicts', [{ ...ids, ...found }])
    }
    const match = resolver.match(record, among)
    if (!match) continue
    const had = clusterOf.get(match.record)
    const cluster = had ?? w.uuid()
    const member = (id: string, document: string) => {
      clusterOf.set(id, cluster)
      return { cluster_id: cluster, record_id: id, document_id: document, reason: match.reason, judgement_id: null }
    }
    const first = recent.find((r) => r.id === match.record)!
    const kind = record.kind === 'event' ? ('happening' as const) : ('fact' as const)
    if (!had) await insert(w, 'clusters', [{ cluster_id: cluster, kind }])
    await insert(w, 'cluster_members', [
      ...(had ? [] : [member(first.id, first.document)]),
      member(record.id, record.document),
    ])
  }
}
