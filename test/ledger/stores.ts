import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { type Ledger, openLedger, type Place } from '../../src/ledger.ts'

const SERVER = process.env.READOUT_TEST_DATABASE ?? 'postgres://postgres@127.0.0.1:5432/postgres'

async function answers(): Promise<boolean> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
export const serverAnswers = await answers()
/** Said in the name of a test that needs the server where there is none. */
export const whyNot = serverAnswers ? '' : ` (skipped: no PostgreSQL at ${SERVER})`

/** What a server says whose checkpoint met files of a database that was dropped at that moment. */
const PASSING = /checkpoint request failed/
const TRIES = 5

export async function onServer(statement: string, tries = TRIES): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  try {
    await client.query(statement)
  } catch (error) {
    if (tries === 1 || !PASSING.test(String(error))) throw error
    await new Promise((resolve) => setTimeout(resolve, 500))
    await onServer(statement, tries - 1)
  } finally {
    await client.end()
  }
}

export function urlOf(database: string): string {
  const url = new URL(SERVER)
  url.pathname = `/${database}`
  return url.href
}

/** A clock that a test sets. Every look is one millisecond later. */
export class Clock {
  now = Date.parse('2031-01-01T00:00:00Z')
  readonly read = (): number => this.now++
  set(time: string): void {
    this.now = Date.parse(time)
  }
}

/** What a test of the ledger works with; each test has a ledger of its own. */
export interface Bench {
  readonly store: 'PGlite' | 'PostgreSQL'
  readonly place: () => Place
  readonly clock: Clock
  /** The test's ledger, its database opened if it is not. */
  readonly ledger: () => Promise<Ledger>
  /** Closes it, so that it can be opened anew. */
  readonly close: () => Promise<void>
}

/** Runs the same tests on PGlite and on a PostgreSQL server, which is skipped where none answers. */
export function onBothStores(name: string, tests: (bench: Bench) => void): void {
  describe(`${name} on PGlite`, () => tests(benchOn('PGlite')))
  describe.skipIf(!serverAnswers)(`${name} on PostgreSQL${whyNot}`, () => tests(benchOn('PostgreSQL')))
}

let made = 0

function benchOn(store: Bench['store']): Bench {
  const clock = new Clock()
  const database = `readout_test_${process.pid}_${made++}`
  const base = mkdtempSync(path.join(tmpdir(), 'readout-ledger-'))
  let opened: Ledger | undefined
  let name = 't0'
  let count = 0
  // A PGlite database takes seconds to open: tests share one, each with a ledger of its own in it.
  const place = (): Place =>
    store === 'PGlite' ? { folder: path.join(base, 'ledger') } : { databaseUrl: urlOf(database) }
  const close = async (): Promise<void> => {
    await opened?.close()
    opened = undefined
  }
  if (store === 'PostgreSQL') beforeAll(() => onServer(`create database ${database}`))
  afterEach(() => {
    name = `t${++count}`
    clock.set('2031-01-01T00:00:00Z')
  })
  afterAll(async () => {
    await close()
    rmSync(base, { recursive: true, force: true })
    if (store === 'PostgreSQL') await onServer(`drop database if exists ${database} with (force)`)
  })
  const ledger = async (): Promise<Ledger> => {
    opened ??= await openLedger(place(), { clock: clock.read })
    return opened.named(name)
  }
  return { store, place, clock, ledger, close }
}
