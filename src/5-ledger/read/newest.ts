import type { Store } from '../schema.ts'
import { ask, OPEN } from '../store/rows.ts'
import { moment } from './times.ts'

/** See `Ledger.newest`. Every write ends in a row of `commits`, whose key ends in the recorded time. */
export const readNewest = (store: Store, known?: string): Promise<string | null> =>
  ask(store, async (db) => {
    const row = await db
      .selectFrom('commits')
      .select('recorded_at')
      .where('ledger', '=', store.ledger)
      .where('recorded_at', '<=', moment(known) ?? OPEN)
      .orderBy('recorded_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.recorded_at ?? null
  })

/** See `Ledger.oldest`. */
export const readOldest = (store: Store): Promise<string | null> =>
  ask(store, async (db) => {
    const row = await db
      .selectFrom('commits')
      .select('recorded_at')
      .where('ledger', '=', store.ledger)
      .orderBy('recorded_at')
      .limit(1)
      .executeTakeFirst()
    return row?.recorded_at ?? null
  })
