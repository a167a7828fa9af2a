import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Ledger } from '../../src/ledger.ts'
import type { Reading } from '../../src/model/index.ts'
import type { Reader } from '../../src/read.ts'
import { ROOT } from '../shared.ts'
import { makeWorld, RECORDS_EACH } from './make.ts'
import { type Measured, measure } from './measure.ts'

const GENERATED = 30
const BEFORE = 5
/** The sample reports are few: each is read and added this often, every time as another report. */
const ROUNDS = 4

export interface Adding {
  /** Generated reports that follow on those held, of the same actors and days. */
  readonly generated: Measured
  readonly reading: Measured
  readonly adding: Measured
}

/** Each sample as often as it is asked for, every time a report of another publisher with a sentence of its own. */
function editions(count: number): { bytes: Uint8Array; hints: { url: string; publisher: string } }[] {
  const folder = path.join(ROOT, 'samples')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return Array.from({ length: count * names.length }, (_, k) => {
    const [edition, name] = [Math.floor(k / names.length), names.sort()[k % names.length]!]
    const text = `${readFileSync(path.join(folder, name), 'utf8')}\n\nEdition ${edition} closed in the evening.\n`
    const hints = { url: `https://samples.example/${edition}/${name}`, publisher: `Courier ${edition}` }
    return { bytes: Buffer.from(text), hints }
  })
}

/** What it costs to keep a report, beside what it costs to read it, in one run: the samples by the real reader. */
export async function measureAdding(ledger: Ledger, reader: Reader, records: number): Promise<Adding> {
  const held = makeWorld(records)
  const more = makeWorld(records + (GENERATED + BEFORE) * RECORDS_EACH)
  const fresh = Array.from({ length: GENERATED + BEFORE }, (_, k) => more.report(held.reports + k))
  const generated = await measure({ times: GENERATED, before: BEFORE }, async () => {
    return (await ledger.addReading(fresh.pop()!)).added
  })
  const reports = editions(ROUNDS + 1)
  const times = { times: (ROUNDS / (ROUNDS + 1)) * reports.length, before: reports.length / (ROUNDS + 1) }
  const made: Reading[] = []
  const reading = await measure(times, async () => {
    const { bytes, hints } = reports[made.length]!
    made.push(reader.readReceived(await reader.receive(bytes, hints)))
    return made.at(-1)!.records.length
  })
  made.reverse()
  const same = { times: reading.times, before: made.length - reading.times }
  const adding = await measure(same, async () => (await ledger.addReading(made.pop()!)).added)
  return { generated, reading, adding }
}
