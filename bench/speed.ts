// Speed of the whole reading and of its parts, start, size and memory; writes docs/speed.md: npm run bench:speed.
// --against FOLDER measures another build (its dist/) in the same run, --against FILE.wasm another kernel; each may be
// given. --seconds and --rounds say how long. Without the gold reports the samples are read.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { measureKernel } from './kernel.ts'
import { ROOT } from './shared.ts'
import { alternate, median, ratio, type Work } from './speed/alternate.ts'
import { pageOf } from './speed/page.ts'
import { openProgram, type Program, reports } from './speed/reports.ts'
import { measureStart, modelSize } from './speed/start.ts'
import { shareOfSteps } from './speed/steps.ts'
import { twoAgainstOne } from './speed/threads.ts'

const { values: options } = parseArgs({
  options: {
    against: { type: 'string', multiple: true, default: [] },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    check: { type: 'boolean', default: false },
  },
})
const rounds = { rounds: Number(options.rounds), seconds: Number(options.seconds) }
const otherKernel = options.against.find((given) => given.endsWith('.wasm'))
const otherBuild = options.against.find((given) => !given.endsWith('.wasm'))

const program = await openProgram(path.join(ROOT, 'dist'))
const reader = program.createReader()
const all = await reports(program)
const texts = all.map((report) => ({ report, tokens: reader.analyse(report).tokens.length }))
const tokens = texts.reduce((sum, text) => sum + text.tokens, 0)
const wink = winkNLP(model)

/** Tokens are counted as this build makes them, whichever build reads. */
function reading({ createReader }: Program): Work {
  const { read } = createReader()
  return () => {
    for (const report of all) read(report)
    return tokens
  }
}

const analysing: Work = () => {
  for (const report of all) reader.analyse(report)
  return tokens
}

const tagging: Work = () => all.reduce((sum, { text }) => sum + wink.readDoc(text).tokens().out(wink.its.pos).length, 0)

const others = otherBuild === undefined ? [] : [reading(await openProgram(otherBuild))]
const [own, analysis, wnlp, other] = alternate([reading(program), analysing, tagging, ...others], rounds)

const page = pageOf({
  rounds,
  reports: all.length,
  tokens,
  reading: median(own),
  analysing: median(analysis),
  tagging: median(wnlp),
  againstTagging: ratio(wnlp, own),
  againstBuild: other ? ratio(own, other) : null,
  threads: await twoAgainstOne(texts, rounds),
  kernel: measureKernel({ rounds: 5, seconds: Math.min(1, rounds.seconds / 4) }, otherKernel),
  steps: shareOfSteps(all, rounds.seconds),
  start: measureStart(all),
  models: modelSize(),
})
console.log(page)
if (!options.check) writeFileSync(path.join(ROOT, 'docs', 'speed.md'), page)
