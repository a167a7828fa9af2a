// Measures what each repair of the analysis is worth: every figure with all repairs, then without each one and without all.
// npm run bench:repairs [-- --only ID,ID] [--sets gum,ewt,polnear,gold] [--limit N]
// --limit: only the first N documents of each treebank and of PolNeAR
// Texts are parsed once; what follows the parse is done again for each repair.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Report, receiveReport } from '../src/1-receive/index.ts'
import { readConllu } from '../src/2-analyse/conllu.ts'
import { encode } from '../src/2-analyse/encode/index.ts'
import { interpret, settleTrees } from '../src/2-analyse/index.ts'
import { REPAIRS, type Repair } from '../src/2-analyse/repair/index.ts'
import type { Encoded } from '../src/2-analyse/steps.ts'
import { tokenise } from '../src/2-analyse/tokens/index.ts'
import { extract } from '../src/3-extract/index.ts'
import { publicAnalysis } from '../src/export/analysis.ts'
import type { Analysis } from '../src/model/analysis.ts'
import { loadVocabulary } from '../src/vocabulary/index.ts'
import { goldFolder, goldScore, scoreGold } from './gold.ts'
import { run } from './run.ts'
import { ROOT, requireShared } from './shared.ts'

type Figures = ReadonlyMap<string, number>
/** Reads a set with some of the repairs and scores it. */
type Measure = (repairs: readonly Repair[]) => Figures

const args = process.argv.slice(2)
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
const limit = Number(option('--limit') ?? Number.POSITIVE_INFINITY)
const only = option('--only')?.split(',')
const shared = requireShared('bench:repairs')
const out = path.join(ROOT, 'out', 'repairs')
const vocabulary = loadVocabulary('en')

function encodeReport(report: Report): Encoded {
  const { document } = receiveReport(report, vocabulary.intake)
  return encode(document, tokenise(document.text, vocabulary), vocabulary)
}

const readOn = (text: Encoded, repairs: readonly Repair[]): Analysis =>
  interpret(settleTrees(text, vocabulary, repairs), text.evidence, vocabulary)

interface Treebank {
  readonly id: string
  readonly encoded: Encoded
  /** Of each token its head in the document, or -1, and its relation without subtype. */
  readonly gold: readonly (readonly [head: number, relation: string])[]
}

const plain = (relation: string): string => relation.split(':')[0]!

function openTreebank(content: string): Treebank {
  const id = /^# newdoc id = (.+)$/m.exec(content)?.[1] ?? ''
  const conllu = readConllu(content)
  const gold: [number, string][] = []
  for (const lines of conllu.lines) {
    const first = gold.length
    for (const columns of lines.map((line) => line.split('\t')).filter(([word]) => /^\d+$/.test(word!)))
      gold.push([columns[6] === '0' ? -1 : first + Number(columns[6]) - 1, plain(columns[7]!)])
  }
  return { id, gold, encoded: encode({ id, language: 'en', text: conllu.text }, conllu.sentences, vocabulary) }
}

/** Labelled attachment over the same tokens, of the whole set and of its news. */
function syntax(set: string): Measure {
  const file = readFileSync(path.join(shared, 'data', 'syntax', `en_${set}-ud-dev.conllu`), 'utf8')
  const documents = file.split(/(?=^# newdoc id)/m).slice(0, limit)
  const trees = documents.map(openTreebank)
  const score = (some: readonly (readonly [right: number, all: number])[]): number =>
    (100 * some.reduce((sum, [right]) => sum + right, 0)) / some.reduce((sum, [, all]) => sum + all, 0)
  return (repairs) => {
    const counts = trees.map(({ id, encoded, gold }) => {
      const { tokens } = settleTrees(encoded, vocabulary, repairs)
      const right = tokens.filter(
        ({ head, deprel }, at) => head === gold[at]![0] && plain(deprel) === gold[at]![1],
      ).length
      return { news: id.startsWith('GUM_news'), count: [right, tokens.length] as const }
    })
    const news = counts.filter((one) => one.news).map(({ count }) => count)
    return new Map([
      [`${set} LAS`, score(counts.map(({ count }) => count))],
      ...(news.length > 0 ? [[`${set} news LAS`, score(news)] as const] : []),
    ])
  }
}

/** Sources and contents of PolNeAR: the scorer asks a stand-in, which answers with what is read here. */
function attribution(): Measure {
  const asked = path.join(out, 'polnear.jsonl')
  const answers = path.join(out, 'polnear-answers.jsonl')
  const score = (env: Record<string, string>): string =>
    run(
      process.execPath,
      [
        path.join(shared, 'tools', 'score_sets.mjs'),
        'attribution',
        ...(Number.isFinite(limit) ? ['--limit', String(limit)] : []),
      ],
      { READOUT: path.join(ROOT, 'bench', 'stand-in.mjs'), ...env },
    )
  score({ KEEP: asked })
  const lines = readFileSync(asked, 'utf8').trim().split('\n')
  const texts = lines.map((line) => encodeReport(JSON.parse(line)))
  return (repairs) => {
    const read = texts.map((text) => publicAnalysis(readOn(text, repairs)))
    writeFileSync(answers, read.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const table = score({ ANSWERS: answers })
    const rows = table.split('\n').map((line) => line.split('\t'))
    const value = (figure: string): number => Number(rows.find((row) => row[2] === figure)?.[3])
    return new Map([
      ['source F1', 100 * value('source exact F1, leading article and title aside')],
      ['content F1', 100 * value('content words F1')],
    ])
  }
}

/** The reading score of the gold reports. */
function gold(): Measure {
  const folder = path.join(shared, 'gold', 'dev')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const texts = files.map((name) => encodeReport(JSON.parse(readFileSync(path.join(folder, name), 'utf8')).document))
  const readings = path.join(out, 'gold')
  mkdirSync(readings, { recursive: true })
  return (repairs) => {
    for (const text of texts) {
      const { document } = text.parsed
      const analysis = readOn(text, repairs)
      const reading = { document, ...extract(analysis, vocabulary, text.evidence.records) }
      writeFileSync(path.join(readings, `${document.id}.json`), JSON.stringify(reading))
    }
    return new Map([['reading score', 100 * goldScore(scoreGold(shared, goldFolder(shared, 'gold'), readings)).score]])
  }
}

mkdirSync(out, { recursive: true })
const SETS: Readonly<Record<string, () => Measure>> = {
  gum: () => syntax('gum'),
  ewt: () => syntax('ewt'),
  polnear: attribution,
  gold,
}
const sets = option('--sets')?.split(',') ?? Object.keys(SETS)
const measures = Object.keys(SETS).flatMap((set) => (sets.includes(set) ? [SETS[set]!()] : []))
const measure: Measure = (repairs) => new Map(measures.flatMap((one) => [...one(repairs)]))
const cell = (text: string): string => text.padStart(14)
const show = (value: number): string => cell(value.toFixed(2))
const change = (value: number): string => cell(value === 0 ? '=' : `${value > 0 ? '+' : ''}${value.toFixed(3)}`)

const whole = measure(REPAIRS)
console.log(['repair'.padEnd(22), ...[...whole.keys()].map(cell)].join(''))
console.log(['all'.padEnd(22), ...[...whole.values()].map(show)].join(''))
/** What the figures gain by repairs: those with all of them less those without these. */
function gain(name: string, left: readonly Repair[]): void {
  const without = measure(REPAIRS.filter((repair) => !left.includes(repair)))
  console.log([name.padEnd(22), ...[...whole].map(([key, value]) => change(value - without.get(key)!))].join(''))
}
for (const repair of REPAIRS) if (only?.includes(repair.id) ?? true) gain(repair.id, [repair])
gain('all together', REPAIRS)
