import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPGlite, pgliteDialect } from './pglite.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'readout-statistics-'))
let client: PGlite
beforeEach(async () => {
  client = await openPGlite(folder)
})
afterEach(async () => {
  await client.close()
  rmSync(folder, { recursive: true, force: true })
})

/** How many rows the planner takes a table to have; -1 where it was never counted. */
async function counted(table: string): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `select reltuples::int as rows from pg_class where relname = '${table}'`,
  )
  return rows[0]!.rows
}
const fill = (table: string, rows: number): string =>
  `insert into ${table} select k, repeat('x', 500) from generate_series(1, ${rows}) k`
const TABLES = 'create table long (k int, text text); create table short (k int, text text);'

it('counts what has grown when a folder is opened, and leaves the rest', async () => {
  await client.exec(`${TABLES} ${fill('long', 2000)}; ${fill('short', 20)}`)
  expect(await counted('long')).toBe(-1)
  await client.close()
  client = await openPGlite(folder)
  expect([await counted('long'), await counted('short')]).toEqual([2000, -1])
  await client.exec(fill('long', 100))
  await client.close()
  client = await openPGlite(folder)
  expect(await counted('long')).toBe(2000)
})

it('counts again among many writes', async () => {
  const db = new Kysely<Record<never, never>>({ dialect: pgliteDialect(client) })
  await client.exec(TABLES)
  const write = () => db.transaction().execute((tx) => sql.raw(fill('long', 100)).execute(tx))
  for (let k = 0; k < 19; k++) await write()
  expect(await counted('long')).toBe(-1)
  await write()
  expect(await counted('long')).toBe(2000)
})
