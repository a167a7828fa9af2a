/**
 * Trains the names model: npx tsx train/names/train.ts CLUSTERS.tsv [--rounds N] [--out FILE]
 * CLUSTERS.tsv is what clusters.py writes. The corpora are read from ../shared/data (READOUT_SHARED); see
 * data/models/names.md for what they are and what the model reaches.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { featuresOfText, joinScores, spansOf } from '../../src/2-analyse/names/recognise.ts'
import { bestPath, emissionsOf, labelGrammar } from '../../src/2-analyse/names/viterbi.ts'
import { loadEncoderModel } from '../../src/vocabulary/encoder-model.ts'
import { openLanguage } from '../../src/vocabulary/language.ts'
import { loadLemmas } from '../../src/vocabulary/lemmas.ts'
import { loadNameWords, loadTitles } from '../../src/vocabulary/name-rows.ts'
import type { NamesModel } from '../../src/vocabulary/names-model.ts'
import { countCases } from './cases.ts'
import { compileWeights, pack, weightsOf } from './compile.ts'
import { makeConventions } from './conventions.ts'
import { measuringTexts, type Text, trainingTexts } from './corpora.ts'
import { LABELS, labelsOf, TYPES } from './labels.ts'
import { compileLists, demonyms, listsOf } from './lists.ts'
import { type Learnt, meanOf, Perceptron } from './perceptron.ts'
import { dataFolder } from './shared.ts'
import { tagText } from './tag.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const argv = process.argv.slice(2)
const option = (name: string, fallback: string): string =>
  argv.includes(name) ? argv[argv.indexOf(name) + 1]! : fallback
const ROUNDS = Number(option('--rounds', '6'))
const RUNS = Number(option('--runs', '4'))
/** Features all of whose weights are less in a run are not taken over from it. */
const FAINT = 0.4
const OUT = option('--out', path.join(here, '../../data/models/names.bin'))
const UNIT = Number(option('--unit', '0.03'))
const LEAST = Number(option('--least', '0.5'))
/** F1 over persons, places and organisations, and each of them. */
function measure(texts: readonly Text[], model: NamesModel): string {
  const grammar = labelGrammar(LABELS)
  const counts = new Map<string, [number, number, number]>()
  const count = (type: string, at: 0 | 1 | 2): void => {
    const cell = counts.get(type) ?? [0, 0, 0]
    cell[at]++
    counts.set(type, cell)
  }
  for (const text of texts) {
    const { sentences, scores } = tagText(text, tagger)
    const features = featuresOfText(sentences, model.lists)
    let at = 0
    text.forEach(({ names, words }, k) => {
      const own = scores.subarray(at, at + words.length * LABELS.length)
      at += own.length
      const joined = joinScores(emissionsOf(features[k]!, model.weights), own)
      const path = bestPath(joined, model.weights.transitions, grammar)
      const gold = new Set(names.map((name) => `${name.type} ${name.first} ${name.last}`))
      for (const name of names) count(name.type, 2)
      for (const span of spansOf(path.map((label) => LABELS[label]!))) {
        count(span.type, 1)
        if (gold.has(`${span.type} ${span.first} ${span.last}`)) count(span.type, 0)
      }
    })
  }
  const f1 = (types: readonly string[]): string => {
    const [right, found, gold] = [0, 1, 2].map((at) =>
      types.reduce((sum, type) => sum + (counts.get(type)?.[at] ?? 0), 0),
    )
    return `${((200 * right!) / (found! + gold! || 1)).toFixed(1)} (P ${((100 * right!) / (found! || 1)).toFixed(0)} R ${((100 * right!) / (gold! || 1)).toFixed(0)})`
  }
  return `${f1(TYPES.slice(0, 3))}; ${TYPES.map((type) => `${type} ${f1([type])}`).join(', ')}`
}

const source = openLanguage('en')
const tagger = { encoder: loadEncoderModel(source), lemmas: loadLemmas(source) }
const titles = new Set(loadTitles(source).flatMap((row) => row.forms))
const eventWords = loadNameWords(source).flatMap((row) => (row.type === 'event' ? row.forms : []))
const conventions = makeConventions(new Set(demonyms(source)), titles, eventWords)
const firstNames = ['first-names.txt', 'given-names.txt'].flatMap((file) =>
  readFileSync(path.join(here, file), 'utf8').trim().split(/\s+/),
)
const texts = trainingTexts(dataFolder(), conventions)
const compiledLists = compileLists(source, argv[0]!, firstNames, countCases(texts))
const lists = listsOf(compiledLists)
const items = texts.flatMap((text) => {
  const features = featuresOfText(tagText(text, tagger).sentences, lists)
  return text.map((example, k) => ({ features: features[k]!, gold: labelsOf(example) }))
})
/** Trained apart on the same sentences in other orders, one after the other to spare memory. */
function* runs(): Generator<Learnt> {
  for (let seed = 1; seed <= RUNS; seed++) {
    const perceptron = new Perceptron(LABELS)
    const wrong = perceptron.train(items, ROUNDS, seed)
    console.log(`run ${seed}: ${(100 * wrong).toFixed(1)}% of ${items.length} sentences wrong in the last round`)
    yield perceptron.average()
  }
}
const compiled = compileWeights(LABELS, meanOf(runs(), LABELS.length, FAINT), UNIT, LEAST)
const file = pack(compiledLists, compiled, 'names-1')
writeFileSync(OUT, file)
console.log(`${compiled.features.length} features, ${file.length} bytes`)
for (const [name, measured] of Object.entries(measuringTexts(dataFolder(), conventions)))
  console.log(`${name}: ${measure(measured, { lists, weights: weightsOf(compiled) })}`)
