// Reads the gold reports and scores the readings: npm run bench:gold [-- --kind KIND] [--show] [--corpus]
// --corpus: the development part of the corpus instead.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createReader } from '../src/read.ts'
import { ROOT, requireShared } from './shared.ts'

/** Where the gold reports are: those to measure on, or the development part of the corpus, copied together. */
export function goldFolder(shared: string, part: 'gold' | 'corpus'): string {
  if (part === 'gold') return path.join(shared, 'gold', 'dev')
  const corpus = path.join(shared, 'corpus')
  const folder = path.join(ROOT, 'out', 'corpus-gold')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { dev } = JSON.parse(readFileSync(path.join(corpus, 'parts.json'), 'utf8')) as { dev: string[] }
  for (const id of dev) copyFileSync(path.join(corpus, 'reports', `${id}.json`), path.join(folder, `${id}.json`))
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
