// Speed of the ledger, loaded with generated records, against the same questions written by hand in SQL; writes
// docs/ledger-speed.md: npm run bench:ledger [-- --records N --store pglite|postgres]. PostgreSQL: READOUT_TEST_DATABASE.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import { CompiledQuery, Kysely, sql } from 'kysely'
import pg from 'pg'
import type { Tables } from '../src/5-ledger/schema.ts'
import { migrate } from '../src/5-ledger/store/migrate.ts'
import { openPGlite, pgliteDialect } from '../src/5-ledger/store/pglite.ts'
import { openPool, postgresDialect } from '../src/5-ledger/store/postgres.ts'
import { openLedger, type Place } from '../src/ledger.ts'
import { loadBulk } from './ledger/bulk.ts'
import { makeWorld, RECORDS_EACH, type World } from './ledger/make.ts'
import { type Draw, QUESTIONS } from './ledger/questions.ts'
import { lots, pick } from './ledger/world.ts'
import { ROOT } from './shared.ts'

const ASKED = 40
const ADDED = 30
const SERVER = process.env.READOUT_TEST_DATABASE ?? 'postgres://postgres@127.0.0.1:5432/postgres'
type Store = 'PGlite' | 'PostgreSQL'

let trips = 0
for (const client of [PGlite.prototype, pg.Client.prototype] as { query: (...given: unknown[]) => unknown }[]) {
  const { query } = client
  client.query = function (...given) {
    trips++
    return query.apply(this, given)
  }
}

interface Measured {
  readonly median: number
  readonly p95: number
  readonly cpu: number
  readonly trips: number
}

async function measure(times: number, work: (k: number) => Promise<unknown>): Promise<Measured> {
  const taken: number[] = []
  for (let k = 0; k < 5; k++) await work(k)
  const [cpu, before] = [process.cpuUsage(), trips]
  for (let k = 0; k < times; k++) {
    const start = performance.now()
    await work(k)
    taken.push(performance.now() - start)
  }
  const used = process.cpuUsage(cpu)
  taken.sort((a, b) => a - b)
  const at = (part: number): number => taken[Math.min(times - 1, Math.floor(part * times))]!
  return {
    median: at(0.5),
    p95: at(0.95),
    cpu: (used.user + used.system) / 1000 / times,
    trips: (trips - before) / times,
  }
}

const iso = (k: number): string => new Date(Date.parse('2031-01-01') + k * 86_400_000).toISOString().slice(0, 10)
const WORDS = ['shelled positions', 'river tolls', '"salt road" accord', 'prisoner lists -shelled', 'grain medicine']

function drawsOf(world: World, actors: ReadonlyMap<string, string>): Draw[] {
  const lot = lots(7)
  const ids = world.people.flatMap(({ name }) => actors.get(name) ?? [])
  return Array.from({ length: Math.max(ASKED, 5) }, (_, k) => {
    const [year, month] = [365 * lot(3), 30 * lot(47)]
    const words = `${WORDS[k % WORDS.length]} ${k % 2 ? world.people[lot(50)]!.name : ''}`
    const actor = ids[pick(lot, ids.length)]!
    return {
      actor,
      day: iso(lot(1461)),
      month: [iso(month), iso(month + 29)],
      year: [iso(year), iso(year + 364)],
      words,
    }
  })
}

/** The store's bare tables, before the ledger opens them. */
async function openTables(place: Place): Promise<Kysely<Tables>> {
  const dialect =
    'folder' in place ? pgliteDialect(await openPGlite(place.folder)) : postgresDialect(openPool(place.databaseUrl))
  const db = new Kysely<Tables>({ dialect })
  await migrate(db)
  await sql`insert into ledgers (ledger, created_at) values ('main', now()) on conflict do nothing`.execute(db)
  return db
}

async function run(store: Store, place: Place, records: number): Promise<string> {
  const world = makeWorld(records)
  const db = await openTables(place)
  const start = performance.now()
  const actors = await loadBulk(db, world, world.reports)
  const seconds = (performance.now() - start) / 1000
  await sql`vacuum analyze`.execute(db)
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(db)
  const draws = drawsOf(world, actors)
  const byHand: Measured[] = []
  for (const { sql: text, values } of QUESTIONS)
    byHand.push(await measure(ASKED, (k) => db.executeQuery(CompiledQuery.raw(text, [...values(draws[k]!)]))))
  await db.destroy()
  const ledger = await openLedger(place, { clock: Date.now })
  const asked: Measured[] = []
  for (const { ask } of QUESTIONS) asked.push(await measure(ASKED, (k) => ask(ledger, draws[k]!)))
  // Reports that follow on those held, of the same actors and days.
  const more = makeWorld(records + (ADDED + 5) * RECORDS_EACH)
  const fresh = Array.from({ length: ADDED + 5 }, (_, k) => more.report(world.reports + k))
  const adding = await measure(ADDED, () => ledger.addReading(fresh.pop()!))
  await ledger.close()
  return table(store, records, { seconds, size: rows[0]!.size, byHand, asked, adding })
}

interface Figures {
  readonly seconds: number
  readonly size: number
  readonly byHand: readonly Measured[]
  readonly asked: readonly Measured[]
  readonly adding: Measured
}

const n = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)))

function table(store: Store, records: number, { seconds, size, byHand, asked, adding }: Figures): string {
  const rows = QUESTIONS.map(({ name, target }, k) => {
    const [mine, hand] = [asked[k]!, byHand[k]!]
    const cells = [n(mine.median), n(mine.p95), target ? n(target[store]) : '', n(mine.cpu), n(mine.trips)]
    return `| ${[name, ...cells, n(hand.median), (mine.median / hand.median).toFixed(1)].join(' | ')} |`
  })
  return `## ${store}, ${records.toLocaleString('en')} records

${Math.round(records / RECORDS_EACH).toLocaleString('en')} reports of ${RECORDS_EACH} records; ${Math.round(size / 1e6)} MB on disk; loaded in bulk at ${Math.round(records / seconds)} records a second.
\`addReading\` of one more such report, in milliseconds: median ${n(adding.median)}, p95 ${n(adding.p95)}, ${n(adding.cpu)} of processor time in this process, ${n(adding.trips)} round trips.

| question | median ms | p95 ms | p95 to reach | processor ms | round trips | by hand, median ms | ratio |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

async function onPGlite(records: number): Promise<string> {
  const base = mkdtempSync(path.join(tmpdir(), 'readout-bench-'))
  try {
    return await run('PGlite', { folder: path.join(base, 'ledger') }, records)
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function onPostgres(records: number): Promise<string> {
  const database = `readout_bench_${process.pid}`
  await onServer(`create database ${database}`)
  const url = new URL(SERVER)
  url.pathname = `/${database}`
  try {
    return await run('PostgreSQL', { databaseUrl: url.href }, records)
  } finally {
    await onServer(`drop database if exists ${database} with (force)`)
  }
}

const { values } = parseArgs({
  options: { records: { type: 'string', default: '50000' }, store: { type: 'string' }, check: { type: 'boolean' } },
})
const records = Number(values.records)
const runs = { pglite: onPGlite, postgres: onPostgres }
const stores = values.store === undefined ? (['pglite', 'postgres'] as const) : [values.store as keyof typeof runs]
const FILE = path.join(ROOT, 'docs', 'ledger-speed.md')
const HEAD = `# Speed of the ledger

Made by \`npm run bench:ledger [-- --records N --store pglite|postgres]\`; each section says at which number of records it was
measured. A generated world, the same on every machine: reports of ${RECORDS_EACH} records over four years, of three reports in a row a
third of the facts told by all three, one in ten of them denied or with another figure; a few actors in most reports, most in few.
${ASKED} askings of each question after five that are not counted, each about another actor, day or month drawn by the same law.
"By hand" is one SQL statement giving the same records with their actors, words and report. Processor time is this process's:
on PGlite the database's too. Milliseconds are this machine's under whatever else ran; round trips hold everywhere.

`
/** Sections of other sizes and stores stay. */
function sectionsHeld(): Map<string, string> {
  let text = ''
  try {
    text = readFileSync(FILE, 'utf8')
  } catch {}
  const found = text.split(/^(?=## )/m).slice(1)
  return new Map(found.map((section) => [section.split('\n')[0]!, `${section.trimEnd()}\n`]))
}
const made: string[] = []
for (const store of stores) {
  made.push(await runs[store](records))
  console.log(made.at(-1))
}
const sections = sectionsHeld()
for (const section of made) sections.set(section.split('\n')[0]!, section)
if (!values.check) writeFileSync(FILE, HEAD + [...sections.values()].join('\n'))
