// Speed of the ledger, loaded with generated records: questions against the same by hand in SQL, whole answers, adding
// against reading; writes docs/ledger-speed.md: npm run bench:ledger [-- --records N --store pglite|postgres --check].
// PostgreSQL: READOUT_TEST_DATABASE. `--check` writes nothing. What is loaded is gone afterwards.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureAdding } from './ledger/adding.ts'
import { type Answers, WHOLE } from './ledger/answers.ts'
import { type Draw, drawsOf } from './ledger/draws.ts'
import { load } from './ledger/load.ts'
import { makeWorld } from './ledger/make.ts'
import { type Measured, measure } from './ledger/measure.ts'
import { type Figures, INTRODUCTION, type Store, sectionOf } from './ledger/page.ts'
import { lodged } from './ledger/places.ts'
import { QUESTIONS } from './ledger/questions.ts'
import { openBare } from './ledger/tables.ts'
import { ROOT } from './shared.ts'

const ASKED = { times: 40, before: 5 }
const ANSWERED = { times: 12, before: 2 }

/** What users run: the built program. */
const built = (name: string): Promise<unknown> => import(path.join(ROOT, 'dist', name))
const { openLedger } = (await built('ledger.mjs')) as typeof import('../src/ledger.ts')
const { createReader } = (await built('read.mjs')) as typeof import('../src/read.ts')
const answers = (await built('answer.mjs')) as Answers

const tell = (line: string): void => {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)
}
const told = async (name: string, work: Promise<Measured>): Promise<Measured> => {
  const { times, median, p95, trips } = await work
  tell(
    `${name}: ${times} times, median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${trips.toFixed(1)} round trips`,
  )
  return work
}

type Place = Parameters<typeof openLedger>[0]

/** Loads a place, and asks by hand while nothing else has it open. */
async function fill(place: Place, records: number) {
  const bare = await openBare(place)
  try {
    const { actors, seconds } = await load(bare, records, tell)
    const [disk] = await bare.query<{ size: number }>('select pg_database_size(current_database()) as size')
    const draws = drawsOf(makeWorld(records), actors, ASKED.times)
    const byHand: Measured[] = []
    for (const { name, sql, values } of QUESTIONS) {
      const ask = async (k: number): Promise<number> => (await bare.query(sql, values(draws[k]!))).length
      byHand.push(await told(`${name}, by hand`, measure(ASKED, ask)))
    }
    return { seconds, size: disk!.size, draws, byHand }
  } finally {
    await bare.close()
  }
}

async function ask(place: Place, records: number, draws: readonly Draw[]) {
  const ledger = await openLedger(place, { clock: Date.now })
  try {
    const questions: Measured[] = []
    for (const { name, ask } of QUESTIONS)
      questions.push(
        await told(
          name,
          measure(ASKED, (k) => ask(ledger, draws[k]!)),
        ),
      )
    const whole: Measured[] = []
    for (const { name, ask } of WHOLE)
      whole.push(
        await told(
          name,
          measure(ANSWERED, (k) => ask(answers, ledger, draws[k]!)),
        ),
      )
    const adding = await measureAdding(ledger, createReader(), records)
    return { questions, whole, adding }
  } finally {
    await ledger.close()
  }
}

async function run(store: Store, records: number): Promise<Figures> {
  return lodged(store, async (place) => {
    tell(`${store}, ${records.toLocaleString('en')} records`)
    const { seconds, size, draws, byHand } = await fill(place, records)
    const { questions, whole, adding } = await ask(place, records, draws)
    return {
      ...{ store, records, seconds, size, adding },
      questions: QUESTIONS.map((asked, k) => ({ asked, ours: questions[k]!, byHand: byHand[k]! })),
      answers: WHOLE.map((asked, k) => ({ asked, ours: whole[k]! })),
    }
  })
}

const FILE = path.join(ROOT, 'docs', 'ledger-speed.md')

/** Sections of the same number of records stay, so that each store can be measured alone. */
function keep(section: string, records: number): void {
  const before = readFileSync(FILE, 'utf8')
    .split(/^(?=## )/m)
    .slice(1)
  const title = (text: string): string => text.split('\n')[0]!
  const others = before.filter((text) => title(text) !== title(section))
  const same = others.filter((text) => title(text).endsWith(`, ${records.toLocaleString('en')} records`))
  writeFileSync(FILE, INTRODUCTION + [section, ...same].map((text) => `${text.trimEnd()}\n`).join('\n'))
}

const STORES: Readonly<Record<string, Store>> = { postgres: 'PostgreSQL', pglite: 'PGlite' }
const { values } = parseArgs({
  options: { records: { type: 'string', default: '50000' }, store: { type: 'string' }, check: { type: 'boolean' } },
})
const records = Number(values.records)
for (const store of values.store === undefined ? Object.values(STORES) : [STORES[values.store]!]) {
  const section = sectionOf(await run(store, records))
  console.log(section)
  if (!values.check) keep(section, records)
}
