// Reads the gold reports and scores the readings: npm run bench:gold [-- --kind KIND] [--show] [--corpus]
// --corpus: the development part of the corpus instead.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createReader } from '../src/read.ts'
import { joinPart } from '../tools/corpus/parts.ts'
import { NO_TEXTS, openTexts } from '../tools/corpus/texts.ts'
import { ROOT, requireShared } from './shared.ts'

/** Where the gold reports are: those to measure on, or the development part of the corpus, joined with its texts. */
export function goldFolder(shared: string, part: 'gold' | 'corpus'): string {
  return part === 'gold' ? path.join(shared, 'gold', 'dev') : joinedFolder(shared, 'dev')
}

/** A part of the corpus, joined with its texts in a folder of its own. */
export function joinedFolder(shared: string, part: string): string {
  const texts = openTexts(shared)
  if (texts === null) throw new Error(`the corpus cannot be measured on: ${NO_TEXTS}`)
  const folder = path.join(ROOT, 'out', 'corpus-gold', part)
  rmSync(folder, { recursive: true, force: true })
  const { missing } = joinPart(part, folder, texts)
  if (missing.length > 0) throw new Error(`texts of the corpus are missing:\n${missing.join('\n')}`)
  return folder
}

/** Reads the reports of a folder and writes the readings to another. */
export function readGold(folder: string, out: string): void {
  const reader = createReader()
  mkdirSync(out, { recursive: true })
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { document } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    writeFileSync(path.join(out, `${document.id}.json`), JSON.stringify(reader.read(document)))
  }
}

export function scoreGold(shared: string, folder: string, out: string, options: readonly string[] = []): string {
  const args = [path.join(shared, 'gold', 'score.mjs'), 'score', folder, out, ...options]
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (run.status !== 0) throw new Error(`score.mjs failed: ${run.stderr}`)
  return run.stdout
}

/** The reading score in a table of the scorer, with the precision and recall of the records. */
export function goldScore(table: string): { score: number; precision: number; recall: number } {
  const found = /reading score ([\d.]+) +\(precision ([\d.]+), recall ([\d.]+)\)/.exec(table) ?? []
  return { score: Number(found[1]), precision: Number(found[2]), recall: Number(found[3]) }
}

if (process.argv[1]?.endsWith('gold.ts')) {
  const shared = requireShared('bench:gold')
  const options = process.argv.slice(2)
  const part = options.includes('--corpus') ? 'corpus' : 'gold'
  const folder = goldFolder(shared, part)
  const out = path.join(ROOT, 'out', part)
  readGold(folder, out)
  const others = options.filter((option) => option !== '--corpus')
  console.log(scoreGold(shared, folder, out, others))
}
