/**
 * Learns what the score of a record is made of and writes data/models/scores.json.
 *
 *     npx tsx train/scores/train.ts SCORE.mjs PRIORS FOLDER...
 *
 * PRIORS and each FOLDER hold gold files with texts, as `npm run corpus -- join` writes them. On the reports of PRIORS, which
 * the deciders were trained on, only how often each rule is right is counted; the weights are fitted on the others, by logistic
 * regression. SCORE.mjs is the scorer: a record is right if the scorer pairs it with one of the annotators. Prints how well the
 * scores fit when each report's are made from the others, and precision and recall over the limit.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { receiveReport } from '../../src/1-receive/index.ts'
import { analyseWithEvidence } from '../../src/2-analyse/index.ts'
import { extract } from '../../src/3-extract/index.ts'
import { loadVocabulary } from '../../src/vocabulary/index.ts'
import { type Gold, type Judgement, judge } from './judge.ts'

/** At these limits the reading score of dev and of the batches of first sight is best, and precision above .70. */
const LEAST = { row: 0.1, learned: 0.7 }

interface Example extends Judgement {
  readonly report: string
  readonly kind: string
  readonly rule: string
  readonly grounds: ReadonlyMap<string, number>
}

const vocabulary = loadVocabulary('en')
const [scorer, priors, ...folders] = process.argv.slice(2)
if (!scorer || !priors || folders.length === 0) throw new Error('usage: train.ts SCORE.mjs PRIORS FOLDER...')

/** Everything that a report's reading may hold, each with its grounds. */
function read(report: never) {
  const { document } = receiveReport(report, vocabulary.intake)
  const { analysis, evidence } = analyseWithEvidence(document, vocabulary)
  return { document, ...extract(analysis, vocabulary, evidence.records, 0) }
}

function examplesOf(folder: string): { examples: Example[]; required: number } {
  const examples: Example[] = []
  let required = 0
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const gold: Gold = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    required += gold.records.filter((record) => !record.optional).length
    const { grounds, ...reading } = read(gold.document as never)
    judge(scorer!, gold, reading).forEach((judgement, n) => {
      const { id, kind, rule } = reading.records[n]!
      examples.push({ report: gold.document.id, kind, rule, grounds: grounds.get(id)!, ...judgement })
    })
  }
  return { examples, required }
}

/** How often a rule is right, as log odds, with the mean of all rules worth as much as four of its records. */
function priorsOf(examples: readonly Example[]): ReadonlyMap<string, number> {
  const count = new Map<string, [number, number]>()
  for (const { rule, right } of examples) {
    const row = count.get(rule) ?? [0, 0]
    row[right ? 0 : 1]++
    count.set(rule, row)
  }
  const mean = examples.filter(({ right }) => right).length / examples.length
  return new Map([...count].map(([rule, [yes, no]]) => [rule, Math.log((yes + 4 * mean) / (no + 4 * (1 - mean)))]))
}

type Row = readonly (readonly [number, number])[]

/** Logistic regression with a penalty on large weights, by gradient descent with a step for each weight. */
function regress(rows: readonly Row[], right: readonly boolean[], size: number): Float64Array {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-8)
  for (let round = 0; round < 600; round++) {
    const slope = new Float64Array(size)
    rows.forEach((row, n) => {
      const sum = row.reduce((total, [at, value]) => total + weights[at]! * value, 0)
      const error = 1 / (1 + Math.exp(-sum)) - Number(right[n])
      for (const [at, value] of row) slope[at]! += error * value
    })
    for (let at = 0; at < size; at++) {
      const step = slope[at]! + 2 * weights[at]!
      squares[at]! += step * step
      weights[at]! -= (0.5 * step) / Math.sqrt(squares[at]!)
    }
  }
  return weights
}

const known = priorsOf(examplesOf(priors).examples)
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
const parts = folders.map(examplesOf)
const examples = parts.flatMap((part) => part.examples)
const required = parts.reduce((sum, part) => sum + part.required, 0)

const PRIOR = 'prior'
const features = [
  ...new Set(examples.flatMap(({ grounds }) => [...grounds.keys()].filter((key) => !key.startsWith('rule ')))),
].sort()
const at = new Map([...features, PRIOR].map((key, row) => [key, row]))
const rowOf = ({ grounds, rule }: Example): Row => [
  ...[...grounds].flatMap(([key, value]) => (at.has(key) ? [[at.get(key)!, value] as const] : [])),
  [at.get(PRIOR)!, known.get(rule) ?? 0] as const,
]
const rows = examples.map(rowOf)
const right = examples.map((example) => example.right)
const chanceOf = (row: Row, weights: Float64Array): number =>
  1 / (1 + Math.exp(-row.reduce((sum, [k, value]) => sum + weights[k]! * value, 0)))

/** The score of each record by weights that were fitted without the reports of its fold. */
const FOLDS = 8
const reportNames = [...new Set(examples.map(({ report }) => report))].sort()
const held = new Float64Array(examples.length)
for (let fold = 0; fold < FOLDS; fold++) {
  const isIn = examples.map(({ report }) => reportNames.indexOf(report) % FOLDS === fold)
  const weights = regress(
    rows.filter((_, n) => !isIn[n]),
    right.filter((_, n) => !isIn[n]),
    at.size,
  )
  rows.forEach((row, n) => {
    if (isIn[n]) held[n] = chanceOf(row, weights)
  })
}

const percent = (value: number): string => value.toFixed(3)
console.log(`${examples.length} records, ${right.filter(Boolean).length} right, ${required} required`)
console.log('score      records  right')
for (let low = 0; low < 10; low++) {
  const own = examples.flatMap((_, n) => (held[n]! >= low / 10 && held[n]! < (low + 1) / 10 ? [n] : []))
  if (own.length > 0)
    console.log(
      `${(low / 10).toFixed(1)}–${((low + 1) / 10).toFixed(1)}   ${String(own.length).padStart(6)}   ${percent(mean(own.map((n) => Number(right[n]))))} (mean score ${percent(mean(own.map((n) => held[n]!)))})`,
    )
}
console.log('limit  precision  recall  F1')
for (let least = 0; least <= 0.9; least += 0.05) {
  const kept = examples.map((_, n) => held[n]! >= least)
  const hits = examples.filter(({ right: yes, optional }, n) => kept[n] && yes && !optional).length
  const counted = examples.filter(({ optional }, n) => kept[n] && !optional).length
  const [precision, recall] = [hits / Math.max(1, counted), hits / required]
  const f1 = (2 * precision * recall) / (precision + recall || 1)
  console.log(`${least.toFixed(2)}   ${percent(precision)}      ${percent(recall)}   ${percent(f1)}`)
}

const weights = regress(rows, right, at.size)
const round = (value: number): number => Math.round(value * 1000) / 1000
const ofRules = [...known]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([rule, odds]) => [`rule ${rule}`, round(odds * weights[at.get(PRIOR)!]!)])
const written = Object.fromEntries([...features.map((key) => [key, round(weights[at.get(key)!]!)]), ...ofRules])
writeFileSync(
  path.join(import.meta.dirname, '..', '..', 'data', 'models', 'scores.json'),
  `${JSON.stringify({ least: LEAST, weights: written }, null, 1)}\n`,
)
