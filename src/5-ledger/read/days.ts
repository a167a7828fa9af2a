import { sql } from 'kysely'
import type { Days } from '../held.ts'
import type { Store } from '../schema.ts'
import { ask } from '../store/rows.ts'

/** See `Ledger.days`. */
export const readDays = (store: Store): Promise<Days> =>
  ask(store, async (db) => {
    const { rows } = await sql<{ kind: keyof Days; day: string }>`
      select distinct 'published' as kind, published_on as day from versions
        where ledger = ${store.ledger} and published_on is not null
      union all
      select distinct 'recorded' as kind, (recorded_at at time zone 'UTC')::date as day from versions
        where ledger = ${store.ledger}
      order by kind, day`.execute(db)
    const of = (kind: keyof Days): string[] => rows.flatMap((row) => (row.kind === kind ? [row.day] : []))
    return { published: of('published'), recorded: of('recorded') }
  })
