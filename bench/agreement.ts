// How far the two readings of the reports in corpus/second agree: npm run bench:agreement
// agree.mjs counts as found what the other reading has at all, required or optional; a second table compares the required
// records alone.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Gold } from '../tools/corpus/form.ts'
import { joinedFolder } from './gold.ts'
import { run } from './run.ts'
import { ROOT, requireShared } from './shared.ts'

/** The reports of some folders that are in another too, with all records or the required ones. */
function choose(
  from: readonly string[],
  among: string,
  to: string,
  isKept: (record: Gold['records'][number]) => boolean,
) {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  const wanted = new Set(readdirSync(among))
  for (const folder of from) {
    for (const file of readdirSync(folder).filter((name) => wanted.has(name))) {
      const gold = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Gold
      writeFileSync(path.join(to, file), JSON.stringify({ ...gold, records: gold.records.filter(isKept) }))
    }
  }
}

const shared = requireShared('bench:agreement')
const first = ['train', 'dev'].map((part) => joinedFolder(shared, part))
const second = joinedFolder(shared, 'second')
const out = path.join(ROOT, 'out', 'agreement')
for (const [title, isKept] of [
  ['each reading against all records of the other', () => true],
  ['required records against required records', (record: Gold['records'][number]) => record.optional !== true],
] as const) {
  const [a, b] = [path.join(out, 'first'), path.join(out, 'second')]
  choose(first, second, a, isKept)
  choose([second], second, b, isKept)
  console.log(`${title}\n${run(process.execPath, [path.join(shared, 'gold', 'agree.mjs'), a, b])}`)
}
