import { type Dialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { PARSERS } from './parsers.ts'

const asText = (text: string): string => text
type Parse = (text: string) => unknown

/** `pg` asks by object id and format; what we do not name is read as `pg` reads it. */
const typesOf = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parse =>
    format === 'binary' ? (asText as Parse) : (PARSERS[oid] ?? (pg.types.getTypeParser(oid) as Parse)),
}

export function openPool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    types: typesOf as unknown as pg.CustomTypesConfig,
    // Compiling a query of many sub-selects takes longer than answering it.
    options: '-c timezone=UTC -c datestyle=ISO -c jit=off',
    application_name: 'readout',
    connectionTimeoutMillis: 10_000,
    max: 8,
  })
  // An idle connection that the server closes is no error of a caller: the next query opens another.
  pool.on('error', () => {})
  // One that is lost while it is at work rejects its query; without a listener its event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

export const postgresDialect = (pool: pg.Pool): Dialect => new PostgresDialect({ pool })
