import { sql } from 'kysely'
import type { HeldDocument, Publisher, Reliability } from '../held.ts'
import type { DocumentQuery } from '../query.ts'
import type { ReadingRow, Store, VersionRow } from '../schema.ts'
import { ask, OPEN } from '../store/rows.ts'
import { uuids } from '../store/select.ts'
import { checkPage } from './paging.ts'
import { group } from './records.ts'
import { after, day, moment } from './times.ts'

const LIMIT = 1000

export const readDocuments = (store: Store, query: DocumentQuery = {}): Promise<readonly HeldDocument[]> =>
  ask(store, async (db) => {
    checkPage(query)
    const known = moment(query.known) ?? OPEN
    const found = await find(store, query, known)
    const rowsOf = <T extends 'versions' | 'readings'>(table: T) =>
      db
        .selectFrom(table as 'versions')
        .selectAll()
        .where('ledger', '=', store.ledger)
        .where('document_id', '=', uuids(found))
        .where('recorded_at', '<=', known)
    const versions = await rowsOf('versions').orderBy('number').execute()
    const readings = (await rowsOf('readings').orderBy('recorded_at').execute()) as unknown as ReadingRow[]
    const versionsOf = group(versions, (v) => v.document_id)
    const readingsOf = group(readings, (r) => r.document_id)
    return found.map((id) => hold(versionsOf.get(id) ?? [], readingsOf.get(id) ?? [], known))
  })

/** Documents by their newest version known then: it says when and by whom they were published. */
async function find({ db, ledger }: Store, query: DocumentQuery, known: string): Promise<string[]> {
  const later = sql`select 1 from versions l where l.ledger = v.ledger and l.document_id = v.document_id
    and l.number > v.number and l.recorded_at <= ${known}`
  let newest = db
    .selectFrom('versions as v')
    .select('v.document_id')
    .where('v.ledger', '=', ledger)
    .where('v.recorded_at', '<=', known)
    .where(sql<boolean>`not exists (${later})`)
  if (query.ids) newest = newest.where('v.document_id', '=', uuids(query.ids))
  if (query.publishers) {
    const small = query.publishers.map((name) => name.toLowerCase())
    newest = newest.where(
      sql<boolean>`(v.publisher = any(${query.publishers}::text[]) or lower(v.publisher) = any(${small}::text[]))`,
    )
  }
  if (query.text !== undefined)
    newest = newest.where(
      sql<boolean>`to_tsvector('english', coalesce(v.title, '') || ' ' || left(v.text, 200000))
        @@ websearch_to_tsquery('english', ${query.text})`,
    )
  if (query.since !== undefined) newest = newest.where('v.published_on', '>=', day(query.since))
  if (query.until !== undefined) newest = newest.where('v.published_on', '<=', day(query.until))
  if (query.recordedSince !== undefined) newest = newest.where('v.recorded_at', '>', after(query.recordedSince))
  const direction = query.descending ? 'desc' : 'asc'
  const sorted =
    query.order === 'recorded'
      ? newest.orderBy('v.recorded_at', 'desc')
      : newest.orderBy('v.published_on', direction).orderBy('v.document_id', direction)
  const rows = await sorted
    .limit(query.limit ?? LIMIT)
    .offset(query.offset ?? 0)
    .execute()
  return rows.map((row) => row.document_id)
}

function hold(versions: readonly VersionRow[], readings: readonly ReadingRow[], known: string): HeldDocument {
  const newest = versions.at(-1)!
  const numberOf = new Map(versions.map((v) => [v.version_id, v.number]))
  return {
    document: newest.document_id,
    version: newest.number,
    title: newest.title,
    publisher: newest.publisher,
    url: newest.url,
    publishedAt: newest.published_at,
    recordedAt: versions[0]!.recorded_at,
    text: newest.text,
    versions: versions.map((v) => ({
      id: v.version_id,
      number: v.number,
      textHash: v.text_hash,
      title: v.title,
      publishedAt: v.published_at,
      language: v.language,
      recordedAt: v.recorded_at,
      changes: v.changes,
    })),
    readings: readings.map((r) => ({
      id: r.reading_id,
      version: numberOf.get(r.version_id)!,
      reader: r.reader,
      issues: r.issues,
      recordedAt: r.recorded_at,
      replacedAt: r.retracted_at !== null && known !== OPEN && r.retracted_at > known ? null : r.retracted_at,
    })),
  }
}

export const readPublishers = (store: Store, knownText?: string): Promise<readonly Publisher[]> =>
  ask(store, async (db) => {
    const known = moment(knownText) ?? OPEN
    const rows = await db
      .selectFrom('publishers')
      .selectAll()
      .where('ledger', '=', store.ledger)
      .where('recorded_at', '<=', known)
      // Of the code points: the order of letters is the database's own matter, and differs from one to another.
      .orderBy(sql`name collate "C"`)
      .execute()
    const ratings = await db
      .selectFrom('publisher_ratings')
      .selectAll()
      .where('ledger', '=', store.ledger)
      .where('recorded_at', '<=', known)
      .orderBy('recorded_at')
      .execute()
    const last = new Map(ratings.map((r) => [r.publisher_id, r]))
    return rows.map((row) => {
      const rating = last.get(row.publisher_id)
      return {
        id: row.publisher_id,
        name: row.name,
        reliability: (rating?.reliability ?? null) as Reliability | null,
        group: rating?.group_name ?? null,
      }
    })
  })
