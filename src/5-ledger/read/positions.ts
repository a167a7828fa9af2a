import { sql } from 'kysely'
import type { Placed } from '../held.ts'
import { mergesAt } from '../merges.ts'
import type { Store, Tables } from '../schema.ts'
import { ask, OPEN } from '../store/rows.ts'
import { moment } from './times.ts'

/** Where people placed actors: the newest of each, of merged ones the newest of them all. */
export const readPositions = (store: Store, known?: string): Promise<readonly Placed[]> =>
  ask(store, async (db) => {
    const then = moment(known)
    const merges = await mergesAt(store, then)
    const rows = await db
      .selectFrom('place_positions')
      .selectAll()
      .distinctOn('actor_id')
      .where('ledger', '=', store.ledger)
      .where('recorded_at', '<=', sql<string>`${then ?? OPEN}`)
      .orderBy('actor_id')
      .orderBy('recorded_at', 'desc')
      .execute()
    const newest = new Map<string, Tables['place_positions']>()
    for (const row of rows) {
      const id = merges.canonical(row.actor_id)
      const other = newest.get(id)
      if (!other || other.recorded_at < row.recorded_at) newest.set(id, row)
    }
    return [...newest].map(([actor, { lat, lon, by_whom, why, recorded_at }]) => ({
      actor,
      position: lat === null || lon === null ? null : { lat, lon },
      by: by_whom,
      why,
      recordedAt: recorded_at,
    }))
  })
