import { sql } from 'kysely'
import type { HeldRecord } from '../held.ts'
import { type Merges, mergesAt } from '../merges.ts'
import type { RecordQuery } from '../query.ts'
import type { MemberRow, RecordActorRow, RecordRow, Store } from '../schema.ts'
import { ask, OPEN } from '../store/rows.ts'
import { openAt, uuids } from '../store/select.ts'
import { conditions } from './filter.ts'
import { assemble } from './held-record.ts'
import { pageOf } from './page.ts'
import { moment } from './times.ts'

/** At most this many records are put together at once: ids travel as one parameter. */
export const readRecords = (store: Store, query: RecordQuery = {}): Promise<readonly HeldRecord[]> =>
  ask(store, async () => {
    const known = moment(query.known)
    const merges = await mergesAt(store, known)
    const rows = await pageOf({ store, query, known, merges })
    return hold(store, rows, known, merges)
  })

export const countRecords = (store: Store, query: RecordQuery = {}) =>
  ask(store, async (db) => {
    const known = moment(query.known)
    const merges = await mergesAt(store, known)
    const memberAt =
      known === null ? sql`m.retracted_at = 'infinity'` : sql`m.recorded_at <= ${known} and m.retracted_at > ${known}`
    return db
      .selectFrom('records as r')
      .select((eb) => [
        eb.fn.countAll<number>().as('records'),
        sql<number>`count(distinct r.document_id)`.as('documents'),
        sql<number>`count(distinct coalesce((select m.cluster_id from cluster_members m where m.ledger = r.ledger and m.record_id = r.record_id and ${memberAt} limit 1), r.record_id))`.as(
          'happenings',
        ),
      ])
      .where((eb) => eb.and(conditions(eb as never, store, query, known, merges) as never))
      .executeTakeFirstOrThrow()
  })

/** The records of rows, with their actors, quotations and citations as known at a time: one question a table. */
async function hold(
  store: Store,
  rows: readonly RecordRow[],
  known: string | null,
  merges: Merges,
): Promise<HeldRecord[]> {
  if (rows.length === 0) return []
  const ids = uuids(rows.map((r) => r.record_id))
  const { parts, anchors, members } = await around(store, ids, known)
  const versions = await store.db
    .selectFrom('versions')
    .select(['document_id', 'number', 'title', 'publisher', 'url', 'published_at'])
    .where('ledger', '=', store.ledger)
    .where('document_id', '=', uuids(new Set(rows.map((r) => r.document_id))))
    .execute()
  const partsOf = group(parts, (p) => p.record_id)
  const anchorOf = new Map(anchors.map((a) => [a.record_id, a]))
  const clusterOf = new Map(members.map((m) => [m.record_id, m.cluster_id]))
  const versionOf = new Map(versions.map((v) => [`${v.document_id} ${v.number}`, v]))
  return rows.map((row) => {
    const anchor = anchorOf.get(row.record_id)!
    const version = versionOf.get(`${row.document_id} ${anchor.version}`)!
    const cluster = clusterOf.get(row.record_id) ?? null
    return assemble({ row, parts: partsOf.get(row.record_id) ?? [], anchor, version, cluster, known, merges })
  })
}

/** Who stands in the records, their anchors (the newest last) and the clusters they are in. */
async function around({ db, ledger }: Store, ids: ReturnType<typeof uuids>, known: string | null) {
  const of = <T extends 'record_actors' | 'anchors' | 'cluster_members'>(table: T) =>
    db
      .selectFrom(table as 'anchors')
      .selectAll()
      .where('ledger', '=', ledger)
      .where('record_id', '=', ids)
  const parts = await of('record_actors').where(openAt(known)).orderBy(sql`part`).orderBy(sql`position`).execute()
  const anchors = await of('anchors')
    .where('recorded_at', '<=', known ?? OPEN)
    .orderBy('version')
    .orderBy('recorded_at')
    .execute()
  const members = await of('cluster_members').where(openAt(known)).execute()
  return {
    parts: parts as unknown as RecordActorRow[],
    anchors,
    members: members as unknown as MemberRow[],
  }
}

export function group<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const list = groups.get(key(row))
    if (list) list.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
