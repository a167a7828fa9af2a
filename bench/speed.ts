// Speed of the whole reading, start and memory, with its ratio to wink-nlp's tagging in the same run; writes
// docs/speed.md: npm run bench:speed. Without the gold reports the samples are read.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { createReader, type Report } from '../src/read.ts'
import { ROOT, sharedFolder } from './shared.ts'

const SECONDS = 8
const ROUNDS = 3

function reports(): Report[] {
  const shared = sharedFolder()
  if (shared === null)
    return readdirSync(path.join(ROOT, 'samples')).map((name) => ({
      text: readFileSync(path.join(ROOT, 'samples', name), 'utf8'),
      publishedAt: '2031-05-13',
    }))
  const folder = path.join(shared, 'gold', 'dev')
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).document)
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1]!

/** Tokens a second of a function over all texts, warm, for `SECONDS`. */
function rate(work: (report: Report) => number, all: readonly Report[]): number {
  for (const report of all) work(report)
  let tokens = 0
  const start = performance.now()
  while (performance.now() - start < SECONDS * 1000) for (const report of all) tokens += work(report)
  return (tokens / (performance.now() - start)) * 1000
}

const reader = createReader()
const wink = winkNLP(model)
const all = reports()
const sizes = new Map(all.map((report) => [report, reader.analyse(report).tokens.length]))
function whole(report: Report): number {
  reader.read(report)
  return sizes.get(report)!
}
const analysis = (report: Report): number => reader.analyse(report).tokens.length
const tagging = (report: Report): number => wink.readDoc(report.text).tokens().out(wink.its.pos).length

const rows = Array.from({ length: ROUNDS }, () => [whole, analysis, tagging].map((work) => rate(work, all)))
const [reading, analysing, wnlp] = [0, 1, 2].map((k) => median(rows.map((row) => row[k]!))) as [number, number, number]

function start(): { seconds: number; megabytes: number } {
  const runs = Array.from({ length: 5 }, () => {
    const code = `const t=performance.now();const{createReader}=await import(process.argv[1]);createReader().read({text:'Arendia signed a truce with Borland on Monday.',publishedAt:'2031-05-13'});console.log(performance.now()-t,process.resourceUsage().maxRSS/1024)`
    const from = performance.now()
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', code, path.join(ROOT, 'dist', 'read.mjs')], {
      encoding: 'utf8',
    })
    return [(performance.now() - from) / 1000, Number(run.stdout.trim().split(' ')[1])] as const
  })
  return { seconds: median(runs.map((r) => r[0])), megabytes: median(runs.map((r) => r[1])) }
}

const first = start()
const page = `# Speed

Made by \`npm run bench:speed\` (after \`npm run build\`): ${all.length} reports of ${[...sizes.values()].reduce((a, b) => a + b, 0)} tokens in all, repeated, one thread, warm,
the median of ${ROUNDS} rounds of ${SECONDS} seconds. Ratios hold on other machines; the rates are this machine's.

| what | measured | to reach |
| --- | --- | --- |
| whole reading | ${Math.round(reading)} tokens/s | 4000 |
| analysis alone | ${Math.round(analysing)} tokens/s | |
| wink-nlp's tagging, same run | ${Math.round(wnlp)} tokens/s | |
| reading against wink-nlp's tagging | 1 : ${(wnlp / reading).toFixed(1)} | |
| start of a process to its first reading | ${first.seconds.toFixed(2)} s | 0.70 |
| largest memory of that process | ${Math.round(first.megabytes)} MB | 600 |
`
console.log(page)
if (!process.argv.includes('--check')) writeFileSync(path.join(ROOT, 'docs', 'speed.md'), page)
