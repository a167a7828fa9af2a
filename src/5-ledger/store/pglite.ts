import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { PARSERS } from './parsers.ts'
import { keepStatistics } from './statistics.ts'

/** So many writes after each other, the tables are looked at again. */
const WRITES_BETWEEN = 20

/** PGlite is one session in this process: connections wait for each other. */
class PGliteDriver implements Driver {
  #connection: DatabaseConnection
  #last: Promise<void> = Promise.resolve()
  #release: () => void = () => {}
  #writes = 0

  constructor(readonly client: PGlite) {
    this.#connection = new PGliteConnection(client)
  }

  async init(): Promise<void> {
    await this.client.waitReady
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#last
    let release = (): void => {}
    this.#last = new Promise((resolve) => {
      release = resolve
    })
    await before
    this.#release = release
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#release()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
    if (++this.#writes % WRITES_BETWEEN === 0) await keepStatistics(this.client)
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    await this.client.close()
  }
}

class PGliteConnection implements DatabaseConnection {
  constructor(readonly client: PGlite) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.client.query<R>(query.sql, [...query.parameters])
    return affectedRows === undefined ? { rows } : { rows, numAffectedRows: BigInt(affectedRows) }
  }

  // biome-ignore lint/correctness/useYield: nothing is streamed
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite does not stream')
  }
}

/** JSON and times travel as the text they are given as. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const PAGE = 8192
/** PostgreSQL's shared buffers, in pages. PGlite clears them when it opens: 128 MiB, its own default, cost half a second. */
const BUFFERS = { least: 2 ** 25 / PAGE, most: 2 ** 27 / PAGE } as const

/** As much as the tables take, within bounds. */
function buffersFor(folder: string): number {
  const tables = path.join(folder, 'base')
  if (!existsSync(tables)) return BUFFERS.least
  const files = readdirSync(tables, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0)
  return Math.min(Math.max(Math.ceil(bytes / PAGE), BUFFERS.least), BUFFERS.most)
}

/** Opens (and makes) the database of a folder; `dump` is an archive to start from. */
export async function openPGlite(folder: string, dump?: Blob): Promise<PGlite> {
  mkdirSync(folder, { recursive: true })
  const client = new PGlite(folder, {
    parsers: { ...PARSERS },
    serializers: { [types.JSON]: asText, [types.JSONB]: asText, [types.DATE]: asText, [types.TIMESTAMPTZ]: asText },
    startParams: [...PGlite.defaultStartParams, '-B', String(buffersFor(folder))],
    ...(dump ? { loadDataDir: dump } : {}),
  })
  await client.waitReady
  await client.exec("set timezone to 'UTC'; set datestyle to 'ISO'")
  await keepStatistics(client)
  return client
}

export const pgliteDialect = (client: PGlite): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new PGliteDriver(client),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})
