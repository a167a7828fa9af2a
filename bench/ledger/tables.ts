import type { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, Kysely } from 'kysely'
import type pg from 'pg'
import type { Tables } from '../../src/5-ledger/schema.ts'
import { migrate } from '../../src/5-ledger/store/migrate.ts'
import { openPGlite, pgliteDialect } from '../../src/5-ledger/store/pglite.ts'
import { openPool, postgresDialect } from '../../src/5-ledger/store/postgres.ts'
import type { Place } from '../../src/ledger.ts'
import type { Columns, Copy } from './copy.ts'

/** The store's bare tables, before a ledger opens them. */
export interface Bare {
  readonly query: <R>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>
  readonly copy: (copy: Copy) => Promise<void>
  /** How many statements it works at at once. */
  readonly hands: number
  readonly close: () => Promise<void>
}

/** What `pg` asks of a query of another making: here COPY, which it has none for. */
class CopyIn {
  readonly done: Promise<void>
  #resolve: () => void = () => {}
  #reject: (error: Error) => void = () => {}
  #error: Error | undefined

  constructor(readonly given: Copy) {
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }
  submit(connection: { query: (text: string) => void }): void {
    connection.query(`copy ${this.given.table} (${this.given.columns}) from stdin`)
  }
  handleCopyInResponse(connection: { sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void }): void {
    connection.sendCopyFromChunk(Buffer.from(this.given.text))
    connection.endCopyFrom()
  }
  handleCommandComplete(): void {}
  handleError(error: Error): void {
    this.#error = error
  }
  handleReadyForQuery(): void {
    if (this.#error) this.#reject(this.#error)
    else this.#resolve()
  }
}

function onServer(pool: pg.Pool): Bare['copy'] {
  return async (given) => {
    const client = await pool.connect()
    try {
      const copying = new CopyIn(given)
      client.query(copying as unknown as pg.Submittable)
      await copying.done
    } finally {
      client.release()
    }
  }
}

const inFolder =
  (client: PGlite): Bare['copy'] =>
  async ({ table, columns, text }) => {
    await client.query(`copy ${table} (${columns}) from '/dev/blob'`, [], { blob: new Blob([text]) })
  }

/** Opens a store and makes the ledger's tables. */
export async function openBare(place: Place): Promise<Bare> {
  const folder = 'folder' in place ? await openPGlite(place.folder) : null
  const pool = 'folder' in place ? null : openPool(place.databaseUrl)
  const db = new Kysely<Tables>({ dialect: folder ? pgliteDialect(folder) : postgresDialect(pool!) })
  await migrate(db)
  return {
    query: async <R>(text: string, values: readonly unknown[] = []) =>
      (await db.executeQuery<R>(CompiledQuery.raw(text, [...values]))).rows,
    copy: folder ? inFolder(folder) : onServer(pool!),
    hands: folder ? 1 : 2,
    close: () => db.destroy(),
  }
}

/** The columns of all tables. */
export async function columnsOf({ query }: Bare): Promise<Columns> {
  const rows = await query<{ table_name: string; column_name: string; data_type: string }>(`select table_name,
    column_name, data_type from information_schema.columns where table_schema = 'public' order by ordinal_position`)
  const columns = new Map<string, { name: string; json: boolean }[]>()
  for (const { table_name: table, column_name: name, data_type: type } of rows)
    columns.set(table, [...(columns.get(table) ?? []), { name, json: type === 'jsonb' }])
  return columns
}
