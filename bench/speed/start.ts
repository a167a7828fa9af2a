import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Report } from '../../src/read.ts'
import { ROOT } from '../shared.ts'
import { median } from './alternate.ts'

/** Prints seconds since the process was started, and then its largest memory in MB when all reports are read. */
const CODE = `
const { createReader } = await import(process.argv[1])
const reader = createReader()
reader.read({ text: 'Arendia signed a truce with Borland on Monday.', publishedAt: '2031-05-13' })
const seconds = performance.now() / 1000
const memory = () => process.resourceUsage().maxRSS / 1024
const first = memory()
let input = ''
for await (const part of process.stdin.setEncoding('utf8')) input += part
for (const report of JSON.parse(input)) reader.read(report)
console.log(JSON.stringify({ seconds, first, all: memory() }))`

export interface Start {
  readonly seconds: number
  /** Largest memory in MB: after the first reading, and after all reports. */
  readonly first: number
  readonly all: number
}

/** A process from its start to its first reading, and on through all reports: the median of five. */
export function measureStart(reports: readonly Report[]): Start {
  const args = ['--input-type=module', '-e', CODE, path.join(ROOT, 'dist', 'read.mjs')]
  const runs = Array.from({ length: 5 }, () => {
    const run = spawnSync(process.execPath, args, { encoding: 'utf8', input: JSON.stringify(reports) })
    if (run.status !== 0) throw new Error(run.stderr)
    return JSON.parse(run.stdout) as Start
  })
  const of = (key: keyof Start): number => median(runs.map((run) => run[key]))
  return { seconds: of('seconds'), first: of('first'), all: of('all') }
}

/** Megabytes of data/models. */
export function modelSize(): number {
  const folder = path.join(ROOT, 'data', 'models')
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0) / 1e6
}
