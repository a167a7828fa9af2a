import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'
import { type Ledger, openLedger } from '../../ledger.ts'
import { createReader } from '../../read.ts'
import type { Audit, Entry } from '../access/audit.ts'
import { Tokens } from '../access/tokens.ts'
import type { Reach } from '../fetch/index.ts'
import { openReadings } from '../service/readings.ts'
import { serviceOf } from '../service/service.ts'
import { buildApp } from './app.ts'
import { hostsOf } from './guard.ts'
import type { App } from './types.ts'

/** Reports of our own about invented states, one of them hostile to whoever shows it. */
export const REPORTS = [
  {
    publisher: 'Meridian Wire',
    publishedAt: '2031-05-14',
    title: 'Arendia and Borland sign truce',
    text: 'Arendia signed a truce with Borland on Monday, foreign minister Ilara Denvoss said. Velmar condemned the deal on Tuesday. At least 12 people were killed in Tarn on Sunday, Denvoss said.',
  },
  {
    publisher: 'Lissan Post',
    publishedAt: '2031-05-16',
    title: '=HYPERLINK("http://evil.example","<script>alert(1)</script>")',
    text: 'Velmar will withdraw its troops from Tarn if Borland lifts the blockade, President Oren Havik told <script>alert(1)</script> reporters on Friday. Cassia sent aid to Borland on Thursday.',
  },
] as const

export interface Served {
  readonly app: App
  readonly ledger: Ledger
  readonly tokens: Tokens
  /** Of its tokens. */
  readonly folder: string
  readonly audited: Entry[]
  readonly complaints: unknown[]
  close(): Promise<void>
}

export interface FixtureOptions {
  readonly required?: boolean
  readonly reach?: Reach
  readonly rate?: number
  readonly pages?: string
  readonly empty?: boolean
  /** Default: the machine's. */
  readonly clock?: () => number
  /** Where it is as if it listened. */
  readonly host?: string
  /** The ledger as the server has it. */
  readonly around?: (ledger: Ledger) => Ledger
  /** Default: kept in `audited`. */
  readonly audit?: Audit
}

/** A server over a ledger in a folder of its own. */
export async function serveFixture({
  required = false,
  reach,
  rate,
  pages,
  empty = false,
  around = (ledger) => ledger,
  host = '127.0.0.1',
  clock = Date.now,
  audit,
}: FixtureOptions = {}): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'readout-http-'))
  const ledger = await openLedger({ folder: path.join(folder, 'ledger') }, { clock })
  if (!empty) {
    const reader = createReader()
    for (const report of REPORTS) await ledger.addReading(reader.read(report))
  }
  const readings = openReadings({ threads: 1, waiting: 10, patience: 20_000 })
  const access = path.join(folder, 'ledger.access')
  const tokens = new Tokens(access, clock)
  const audited: Entry[] = []
  const complaints: unknown[] = []
  const keep: Audit = (entry) => void audited.push(entry)
  const app = await buildApp({
    service: serviceOf(around(ledger), readings, clock, reach === undefined ? {} : { reach }),
    access: { tokens, required, hosts: required ? null : hostsOf(host), audit: audit ?? keep },
    complain: (error) => void complaints.push(error),
    ...(rate === undefined ? {} : { rate }),
    ...(pages === undefined ? {} : { pages }),
  })
  const close = async (): Promise<void> => {
    await app.close()
    await ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { app, ledger, tokens, folder: access, audited, complaints, close }
}

/** Servers for the tests of a file, empty and each with options of its own; closed after each test. */
export function servedForEach(): (options: FixtureOptions) => Promise<Served> {
  const open: Served[] = []
  afterEach(async () => {
    for (const served of open.splice(0)) await served.close()
  }, 60_000)
  return async (options) => {
    const served = await serveFixture({ empty: true, ...options })
    open.push(served)
    return served
  }
}
