// Reads the gold reports and scores the readings: npm run bench:gold [-- --kind KIND] [--show]
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createReader } from '../src/read.ts'
import { ROOT, requireShared } from './shared.ts'

export function readGold(shared: string, out: string): void {
  const reader = createReader()
  mkdirSync(out, { recursive: true })
  const folder = path.join(shared, 'gold', 'dev')
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { document } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    writeFileSync(path.join(out, `${document.id}.json`), JSON.stringify(reader.read(document)))
  }
}

export function scoreGold(shared: string, out: string, options: readonly string[] = []): string {
  const args = [path.join(shared, 'gold', 'score.mjs'), 'score', path.join(shared, 'gold', 'dev'), out, ...options]
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
  const out = path.join(ROOT, 'out', 'gold')
  readGold(shared, out)
  console.log(scoreGold(shared, out, process.argv.slice(2)))
}
