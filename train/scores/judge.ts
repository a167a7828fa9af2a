/** Which records of a reading the scorer takes for right. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type ReadoutRecord, SUBTYPE_FIELD } from '../../src/model/records.ts'

export interface Gold {
  readonly document: { readonly id: string }
  readonly records: readonly { readonly optional?: boolean }[]
}

export interface Judgement {
  readonly right: boolean
  /** Right, but the annotators did not require it: found or not, it counts for nothing. */
  readonly optional: boolean
}

interface Reading {
  readonly document: { readonly text: string }
  readonly records: readonly ReadoutRecord[]
}

const SPURIOUS = /^ {2}\+ (\w+) spurious: (".*?(?<!\\)(?:\\\\)*") (".*")$/
const FIELDS = { ...SUBTYPE_FIELD, statement: 'mode', agreement: 'mode' }

/** What the scorer prints of a record that nobody annotated: kind, words and subtype. */
function keyOf(text: string, record: ReadoutRecord): string {
  const evidence = record.evidence.map((span) => text.slice(span.start, span.end)).join(' … ')
  return JSON.stringify([record.kind, evidence, String((record as never)[FIELDS[record.kind]] ?? '')])
}

/** How often the scorer calls a record of each key spurious. */
function wrongIn(scorer: string, gold: Gold, reading: Reading): Map<string, number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scores-'))
  for (const [name, value] of Object.entries({ gold, readings: reading })) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, `${gold.document.id}.json`), JSON.stringify(value))
  }
  const args = [scorer, 'score', path.join(folder, 'gold'), path.join(folder, 'readings'), '--show']
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  rmSync(folder, { recursive: true })
  const wrong = new Map<string, number>()
  for (const line of stdout.split('\n')) {
    const found = SPURIOUS.exec(line)
    if (!found) continue
    const key = JSON.stringify([found[1], JSON.parse(found[2]!), JSON.parse(found[3]!)])
    wrong.set(key, (wrong.get(key) ?? 0) + 1)
  }
  return wrong
}

/** Takes one of a key away, if any is left. */
function take(wrong: Map<string, number>, key: string): boolean {
  const left = wrong.get(key) ?? 0
  wrong.set(key, left - 1)
  return left > 0
}

/** Of every record of the reading, whether it is right; first against all that was annotated, then against what is required. */
export function judge(scorer: string, gold: Gold, reading: Reading): Judgement[] {
  const all = wrongIn(scorer, gold, reading)
  const required = { ...gold, records: gold.records.filter(({ optional }) => !optional) }
  const strict = wrongIn(scorer, required, reading)
  return reading.records.map((record) => {
    const key = keyOf(reading.document.text, record)
    const right = !take(all, key)
    const needed = !take(strict, key)
    return { right, optional: right && !needed }
  })
}
