import { type RawBuilder, sql } from 'kysely'
import type { Write } from '../schema.ts'
import { OPEN } from './rows.ts'

/** For `column = any of these`: one parameter however many they are. */
export const uuids = (ids: Iterable<string>): RawBuilder<string> => sql<string>`any(${[...ids]}::uuid[])`

/** Rows that were open at a recorded time (null: now). `alias` with its full stop. */
export function openAt(known: string | null, alias = ''): RawBuilder<boolean> {
  const [from, to] = [sql.ref(`${alias}recorded_at`), sql.ref(`${alias}retracted_at`)]
  return known === null ? sql<boolean>`${to} = ${OPEN}` : sql<boolean>`${from} <= ${known} and ${to} > ${known}`
}

type Closable = 'actor_links' | 'actor_merges' | 'cluster_members' | 'conflicts' | 'readings' | 'record_actors'

/** Sets the open end of the rows whose column holds one of the ids. */
export async function shut(write: Write, table: Closable, column: string, ids: Iterable<string>): Promise<void> {
  const where = sql`ledger = ${write.ledger} and ${sql.ref(column)} = ${uuids(ids)} and retracted_at = ${OPEN}`
  await sql`update ${sql.table(table)} set retracted_at = ${write.at} where ${where}`.execute(write.tx)
}
