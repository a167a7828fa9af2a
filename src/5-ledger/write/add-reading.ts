import { sql } from 'kysely'
import { type Document, fold, type Reading } from '../../model/index.ts'
import type { Added, Provenance } from '../index.ts'
import { mergesAt } from '../merges.ts'
import type { Store, VersionRow, Write } from '../schema.ts'
import { commit, flush, insert, type NewRow, OPEN, wellFormed, write } from '../store/rows.ts'
import { shut } from '../store/select.ts'
import { changesBetween } from './changes.ts'
import { clusterRecords } from './cluster.ts'
import { findCopies, likeness } from './copies.ts'
import { findVersion, hashOf, type Keys, keysOf, numberOf } from './identity.ts'
import { type Linked, linkActors } from './link-actors.ts'
import { passOn } from './pass-on.ts'
import { actorSet, heldOf, type Reconciled, reconcile } from './reconcile.ts'
import { type NewRecord, newRecord, publishedOn } from './record-rows.ts'

/** Titles recur; an article that was changed keeps a good part of its words. */
const SAME_ARTICLE = 0.3

type Outcome = Exclude<Added['outcome'], 'same'>

interface Place {
  readonly document: string
  readonly reading: string
  readonly number: number
}

/** One transaction: all of the document or nothing of it. */
export const addReading = (store: Store, reading: Reading, provenance: Provenance): Promise<Added> =>
  write(
    store,
    async (w) => {
      // No question that adding asks is about the document's own new rows: they all go in one statement at the end.
      const batched: Write = { ...w, waiting: [] }
      const added = await addInside(batched, reading, provenance)
      await flush(batched)
      if (added.retracted > 0) for (const id of await goneWithProposals(w, added.document)) await passOn(w, id, w.at)
      return added
    },
    provenance.recordedAt,
  )

async function addInside(w: Write, reading: Reading, provenance: Provenance): Promise<Added> {
  const keys = keysOf(reading.document, provenance)
  const latest = await findVersion(
    { db: w.tx, ledger: w.ledger },
    keys,
    (text) => likeness(w, text, reading.document.text) >= SAME_ARTICLE,
  )
  const number = latest && (await numberOf({ db: w.tx, ledger: w.ledger }, latest, reading.document))
  const outcome = await outcomeOf(w, reading, latest, number, provenance.reread === true)
  if (outcome === 'same')
    return { outcome, document: latest!.document_id, version: number!, added: 0, kept: 0, retracted: 0 }
  const fresh = reading.records.map((record) => newRecord(record, reading))
  const { place, version } = await addVersion(w, reading, keys, latest, outcome, provenance)
  const merges = await mergesAt(w, null, w.tx)
  const linked = await linkActors(w, reading, place, merges, latest !== null)
  const held = latest ? await heldOf(w, place.document, merges) : []
  const plan = reconcile(fresh, held, (record) => actorSet(record, linked, merges), wellFormed(reading.document.text))
  await retire(w, plan, place)
  if (outcome === 'version')
    await insert(
      w,
      'anchors',
      plan.kept.map(({ record, spans }) => ({
        record_id: record,
        document_id: place.document,
        version: place.number,
        spans,
      })),
    )
  const ids = new Map(fresh.map((record) => [record.local, plan.same.get(record.local) ?? w.uuid()]))
  const added = fresh.filter((record) => !plan.same.has(record.local))
  await addRecords(w, reading, place, added, ids, linked)
  if (outcome !== 'reread') await findCopies(w, reading.document.text, place.document, version)
  await clusterRecords(w, place.document, added, ids, linked, merges)
  await commit(w, outcome === 'reread' ? 'reread' : 'add', place.document)
  return {
    outcome,
    document: place.document,
    version: place.number,
    added: added.length,
    kept: plan.kept.length,
    retracted: plan.retracted.length,
  }
}

const readerKey = (reading: Reading): string => JSON.stringify(reading.reader)

async function outcomeOf(
  w: Write,
  reading: Reading,
  latest: VersionRow | null,
  number: number | null,
  reread: boolean,
): Promise<Added['outcome']> {
  if (!latest) return 'new'
  if (number === null) return 'version'
  // What was read of a former version is on record as it was, and nothing of it holds now.
  if (!reread || number < latest.number) return 'same'
  const current = await w.tx
    .selectFrom('readings')
    .select('reader_key')
    .where('ledger', '=', w.ledger)
    .where('version_id', '=', latest.version_id)
    .where('retracted_at', '=', OPEN)
    .executeTakeFirst()
  return current?.reader_key === readerKey(reading) ? 'same' : 'reread'
}

async function publisherOf(w: Write, name: string | undefined, group: string | undefined): Promise<string | null> {
  if (name === undefined || fold(name) === '') return null
  const row = await w.tx
    .selectFrom('publishers')
    .select('publisher_id')
    .where('ledger', '=', w.ledger)
    .where('fold', '=', fold(name))
    .executeTakeFirst()
  const publisher = row?.publisher_id ?? w.uuid()
  if (!row) {
    await insert(w, 'publishers', [{ publisher_id: publisher, name, fold: fold(name) }])
    if (group)
      await insert(w, 'publisher_ratings', [
        { publisher_id: publisher, reliability: null, group_name: group, by_whom: 'add', why: 'given with the report' },
      ])
  }
  return publisher
}

const versionRow = (document: Document, latest: VersionRow | null): NewRow<'versions'> => ({
  text_hash: hashOf(document.text),
  title: document.title ?? null,
  url: document.url ?? null,
  publisher: document.publisher ?? null,
  published_at: document.publishedAt ?? null,
  published_on: publishedOn(document),
  language: document.language,
  text: document.text,
  changes: latest ? changesBetween(latest.text, wellFormed(document.text)) : [],
})

async function addVersion(
  w: Write,
  reading: Reading,
  keys: Keys,
  latest: VersionRow | null,
  outcome: Outcome,
  { publisherGroup }: Provenance,
): Promise<{ place: Place; version: string }> {
  const { document } = reading
  const id = latest?.document_id ?? w.uuid()
  const publisher = await publisherOf(w, document.publisher, publisherGroup)
  if (!latest) await insert(w, 'documents', [{ document_id: id, publisher_id: publisher }])
  const known = [...keys.sure, ...(keys.title ? [keys.title] : []), keys.text]
  await insert(
    w,
    'document_keys',
    known.map((key) => ({ key, document_id: id })),
    'skip',
  )
  const again = outcome === 'reread'
  const number = again ? latest!.number : (latest?.number ?? 0) + 1
  const version = again ? latest!.version_id : w.uuid()
  if (!again)
    await insert(w, 'versions', [{ ...versionRow(document, latest), document_id: id, number, version_id: version }])
  if (latest) await shut(w, 'readings', 'document_id', [id])
  const readingId = w.uuid()
  await insert(w, 'readings', [
    {
      reading_id: readingId,
      document_id: id,
      version_id: version,
      reader: reading.reader,
      reader_key: readerKey(reading),
      issues: [...reading.issues],
    },
  ])
  return { place: { document: id, reading: readingId, number }, version }
}

async function retire(w: Write, { retracted }: Reconciled, place: Place): Promise<void> {
  for (const why of new Set(retracted.map((r) => r.why))) {
    const ids = retracted.filter((r) => r.why === why).map((r) => r.record)
    await w.tx
      .updateTable('records')
      .set({ retracted_at: w.at, retracted_why: `${why} in version ${place.number}` })
      .where('ledger', '=', w.ledger)
      .where('record_id', 'in', ids)
      .where('retracted_at', '=', OPEN)
      .execute()
  }
}

/** Records that this write retired, of which something is proposed. */
async function goneWithProposals(w: Write, document: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select r.record_id as id from records r
    where r.ledger = ${w.ledger} and r.document_id = ${document} and r.retracted_at = ${w.at}
      and exists (select 1 from conflicts c where c.ledger = r.ledger and c.kind = 'supersedes'
        and c.retracted_at = ${OPEN} and (c.earlier_id = r.record_id or c.later_id = r.record_id))
    order by r.record_id`.execute(w.tx)
  return rows.map(({ id }) => id)
}

async function addRecords(
  w: Write,
  reading: Reading,
  place: Place,
  fresh: readonly NewRecord[],
  ids: ReadonlyMap<string, string>,
  linked: ReadonlyMap<string, Linked>,
): Promise<void> {
  const publisher = reading.document.publisher ?? null
  const rows = fresh.map(({ local, record, row }) => ({
    ...row,
    record_id: ids.get(local)!,
    retracted_why: null,
    document_id: place.document,
    reading_id: place.reading,
    publisher,
    payload: record,
    review: 'proposed' as const,
    judgement_id: null,
  }))
  await insert(
    w,
    'records',
    rows.map((row) => ({ ...row, payload: withIds(row.payload, ids) })),
  )
  await insert(
    w,
    'record_actors',
    fresh.flatMap((record) => partRows(record, ids.get(record.local)!, linked)),
  )
  await insert(
    w,
    'anchors',
    fresh.map(({ local, spans }) => ({
      record_id: ids.get(local)!,
      document_id: place.document,
      version: place.number,
      spans,
    })),
  )
}

function partRows(
  { parts, row }: NewRecord,
  id: string,
  linked: ReadonlyMap<string, Linked>,
): NewRow<'record_actors'>[] {
  const { kind, subtype, day } = row
  return parts.flatMap((p) => {
    const to = linked.get(p.local)
    if (!to) return []
    const { readingActor, actor, name } = to
    return [{ ...p, record_id: id, reading_actor_id: readingActor, actor_id: actor, name, kind, subtype, day }]
  })
}

/** The record with the ledger's ids for the records it names; its actors keep the reading's ids until it is read. */
function withIds(record: NewRecord['record'], ids: ReadonlyMap<string, string>): NewRecord['record'] {
  const to = (id: string | undefined): string | undefined => (id === undefined ? undefined : ids.get(id))
  const { sameAs, ...rest } = { ...record, id: ids.get(record.id)! }
  const named = to(sameAs) === undefined ? rest : { ...rest, sameAs: to(sameAs)! }
  if (named.kind !== 'dependency') return named
  const end = ({ text, record: r }: typeof named.antecedent) =>
    to(r) === undefined ? { text } : { text, record: to(r)! }
  return { ...named, antecedent: end(named.antecedent), consequent: end(named.consequent) }
}
