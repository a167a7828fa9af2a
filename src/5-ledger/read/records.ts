import { sql } from 'kysely'
import type { HeldRecord } from '../held.ts'
import { mergesAt } from '../merges.ts'
import type { RecordQuery } from '../query.ts'
import type { Store } from '../schema.ts'
import { ask } from '../store/rows.ts'
import { conditions } from './filter.ts'
import { assemble } from './held-record.ts'
import { pageOf } from './page.ts'
import { checkPage } from './paging.ts'
import { moment } from './times.ts'

/** The records of a query with their actors, quotations and citations as known at a time. */
export const readRecords = (store: Store, query: RecordQuery = {}): Promise<readonly HeldRecord[]> =>
  ask(store, async () => {
    checkPage(query)
    const known = moment(query.known)
    const merges = await mergesAt(store, known)
    const rows = await pageOf({ store, query, known, merges })
    return rows.map((row) => assemble(row, known, merges))
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

export function group<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const list = groups.get(key(row))
    if (list) list.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
