import { type RawBuilder, sql } from 'kysely'
import { ReadoutError } from '../../model/index.ts'
import type { Db, Store, Tables, Tx, Waiting, Write } from '../schema.ts'
import { explain } from './errors.ts'

/** An open end of a closable row, or of a day. */
export const OPEN = 'infinity'
export const BEGINNING = '-infinity'

/** PostgreSQL holds neither NUL nor half of a surrogate pair: each becomes U+FFFD, which is as long. */
const BROKEN = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
export const wellFormed = (text: string): string => text.replace(BROKEN, '\uFFFD')

const clean = (_key: string, value: unknown): unknown => (typeof value === 'string' ? wellFormed(value) : value)
export const toJson = (value: unknown): string => JSON.stringify(value, clean)

type Cell<T> = { [K in keyof T]?: T[K] | string | null }
export type NewRow<T extends keyof Tables> = Omit<Cell<Tables[T]>, 'ledger'>

/** Adds rows: one statement and one parameter however many they are. `skip`: rows whose key is there are left out. */
export async function insert<T extends keyof Tables & string>(
  write: Write,
  table: T,
  rows: readonly NewRow<T>[],
  twice: 'fail' | 'skip' = 'fail',
): Promise<void> {
  if (rows.length === 0) return
  const filled = rows.map((row) => ({ recorded_at: write.at, retracted_at: OPEN, ...row, ledger: write.ledger }))
  const waits = { table, rows: filled, twice }
  if (write.waiting) write.waiting.push(waits)
  else await statement(waits).execute(write.tx)
}

function statement({ table, rows, twice }: Waiting): RawBuilder<unknown> {
  const name = sql.table(table)
  const otherwise = sql.raw(twice === 'skip' ? 'on conflict do nothing' : '')
  return sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${toJson(rows)}::json) ${otherwise}`
}

/** Adds all rows that wait, of all tables, in one statement. Until then no question finds them. */
export async function flush({ tx, waiting = [] }: Write): Promise<void> {
  const [last, ...others] = [...waiting].reverse()
  if (!last) return
  const parts = others.map((one, k) => sql`${sql.ref(`w${k}`)} as (${statement(one)})`)
  await sql`${parts.length > 0 ? sql`with ${sql.join(parts)}` : sql``} ${statement(last)}`.execute(tx)
}

/** One reading transaction or query; errors of the driver come out as ours. */
export async function ask<R>(store: Store, question: (db: Db) => Promise<R>): Promise<R> {
  try {
    return await question(store.db)
  } catch (error) {
    throw explain(error)
  }
}

/**
 * One write at a time for each ledger (the ledger's row is locked), so that recorded times rise in the order of the
 * commits: what was known at a time never changes afterwards. `asOf`: recorded as of an earlier moment, as far as that goes.
 */
export async function write<R>(store: Store, work: (write: Write) => Promise<R>, asOf?: string): Promise<R> {
  try {
    return await store.db
      .transaction()
      .execute(async (tx) => work({ ...store, tx, at: await nextTime(store, tx, asOf) }))
  } catch (error) {
    throw explain(error)
  }
}

async function nextTime(store: Store, tx: Tx, asOf?: string): Promise<string> {
  await tx.selectFrom('ledgers').select('ledger').where('ledger', '=', store.ledger).forUpdate().execute()
  const { last } = await tx
    .selectFrom('commits')
    .select((eb) => eb.fn.max('recorded_at').as('last'))
    .where('ledger', '=', store.ledger)
    .executeTakeFirstOrThrow()
  const now = Math.min(Math.floor(store.clock()), asOf === undefined ? Number.POSITIVE_INFINITY : timeOf(asOf))
  return new Date(last === null ? now : Math.max(now, Date.parse(last) + 1)).toISOString()
}

function timeOf(moment: string): number {
  const time = Date.parse(moment)
  if (Number.isNaN(time)) throw new ReadoutError('date-invalid', `"${moment}" is no moment to record as of`)
  return time
}

/** The end of a write: what was done, to what, by whom. */
export const commit = (write: Write, action: string, subject: string, by: string | null = null): Promise<void> =>
  insert(write, 'commits', [{ action, subject, by_whom: by }])
