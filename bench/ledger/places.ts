import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Place } from '../../src/ledger.ts'

const SERVER = process.env.READOUT_TEST_DATABASE ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** Where a store is for the time of the bench. */
export interface Lodging {
  readonly place: Place
  readonly leave: () => Promise<void>
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

const FOLDER = /^readout-bench-(\d+)-/

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** What a bench left that was killed outright. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = FOLDER.exec(name)?.[1]
    if (pid !== undefined && !lives(Number(pid))) rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
  }
}

const inFolder = async (): Promise<Lodging> => {
  sweep()
  const base = mkdtempSync(path.join(tmpdir(), `readout-bench-${process.pid}-`))
  return {
    place: { folder: path.join(base, 'ledger') },
    leave: async () => rmSync(base, { recursive: true, force: true }),
  }
}

const inDatabase = async (): Promise<Lodging> => {
  const database = `readout_bench_${process.pid}`
  await onServer(`create database ${database}`)
  const url = new URL(SERVER)
  url.pathname = `/${database}`
  const leave = (): Promise<void> => onServer(`drop database if exists ${database} with (force)`)
  return { place: { databaseUrl: url.href }, leave }
}

/**
 * Works in a new place that is gone afterwards, also where the bench is broken off by Ctrl-C: on PGlite once the statement
 * under way is done.
 */
export async function lodged<R>(store: 'PGlite' | 'PostgreSQL', work: (place: Place) => Promise<R>): Promise<R> {
  const { place, leave } = await (store === 'PGlite' ? inFolder() : inDatabase())
  const breakOff = (): void => {
    leave().finally(() => process.exit(130))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, breakOff)
  try {
    return await work(place)
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, breakOff)
    await leave()
  }
}
