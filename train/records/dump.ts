/**
 * Writes what the deciders of records learn from: for each report its words with their features and vectors, and the words
 * that may take part in what each of them names.
 *
 *     npx tsx train/records/dump.ts OUT FOLDER...
 *
 * FOLDER holds gold files with texts. OUT.jsonl gets a line a report, OUT.bin the outputs of the encoder's layers,
 * [word][layer][width] float32.
 */
import { closeSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { receiveReport } from '../../src/1-receive/index.ts'
import { partEnds } from '../../src/2-analyse/encode/cut.ts'
import { encoderOf } from '../../src/2-analyse/encode/encoder.ts'
import { Machine } from '../../src/2-analyse/encode/machine.ts'
import { Network } from '../../src/2-analyse/encode/network.ts'
import { analyse } from '../../src/2-analyse/index.ts'
import { buildContext } from '../../src/3-extract/build-context.ts'
import { candidatesOf, draftedAt, pairFeatures } from '../../src/3-extract/decide/pair-features.ts'
import { triggerFeatures } from '../../src/3-extract/decide/trigger-features.ts'
import { draftByRows } from '../../src/3-extract/index.ts'
import type { Analysis } from '../../src/model/analysis.ts'
import { loadVocabulary } from '../../src/vocabulary/index.ts'

const vocabulary = loadVocabulary('en')
const model = vocabulary.encoder
const LAYERS = model.layers + 1
const WIDTH = Network.width
const machine = new Machine(model.kernel, 256, 4 * WIDTH)
const network = new Network(machine, model)
const mixes = Array.from({ length: LAYERS }, (_, layer) => {
  const weights = new Float32Array(LAYERS)
  weights[layer] = 1
  return network.mix(weights)
})

/** The outputs of every layer for the words of each sentence. */
function* layersOf({ sentences, tokens }: Analysis): Generator<Float32Array> {
  const encoder = encoderOf(model)
  for (const { first, last } of sentences) {
    const words = tokens.slice(first, last + 1).map(({ text }) => text)
    const pieces = words.map((word) => encoder.piecewise([word]).pieces.length - 2)
    let from = 0
    for (const end of partEnds(words, pieces)) {
      network.encode([encoder.piecewise(words.slice(from, end))])
      const count = end - from
      const all = new Float32Array(count * LAYERS * WIDTH)
      mixes.forEach(({ at }, layer) => {
        const rows = machine.floats(at, count * WIDTH)
        for (let w = 0; w < count; w++) all.set(rows.subarray(w * WIDTH, (w + 1) * WIDTH), (w * LAYERS + layer) * WIDTH)
      })
      yield all
      from = end
    }
  }
}

const names = new Map<string, number>()
const numbers = (features: readonly string[]): number[] =>
  features.map((feature) => {
    const known = names.get(feature) ?? names.size
    names.set(feature, known)
    return known
  })

const [out, ...folders] = process.argv.slice(2)
const vectors = openSync(`${out}.bin`, 'w')
const lines: string[] = []
let first = 0
for (const folder of folders)
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const gold = JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    const { document } = receiveReport(gold.document, vocabulary.intake)
    const analysis = analyse(document, vocabulary)
    const context = buildContext(analysis, vocabulary)
    const drafts = draftByRows(context)
    const features = triggerFeatures(context, drafts)
    const drafted = draftedAt(drafts)
    const pairs = analysis.sentences.flatMap((_, sentence) => {
      const { actors, acts } = candidatesOf(context, sentence)
      const { first: from, last: to } = analysis.sentences[sentence]!
      const triggers = Array.from({ length: to - from + 1 }, (_, k) => from + k).filter((t) => features[t]!.length > 0)
      return triggers.flatMap((trigger) =>
        [...new Set([...actors, ...acts])].map((token) => [
          trigger,
          token,
          Number(actors.includes(token)) + 2 * Number(acts.includes(token)),
          numbers(pairFeatures(context, trigger, token, drafted.get(trigger))),
        ]),
      )
    })
    for (const layers of layersOf(analysis)) writeSync(vectors, new Uint8Array(layers.buffer))
    lines.push(
      JSON.stringify({
        gold,
        folder,
        first,
        tokens: analysis.tokens,
        actors: context.actors,
        actorAt: analysis.tokens.map(({ index }) => context.actorAt(index)),
        features: features.map(numbers),
        pairs,
        drafts,
      }),
    )
    first += analysis.tokens.length
  }
closeSync(vectors)
writeFileSync(`${out}.jsonl`, `${JSON.stringify({ features: [...names.keys()] })}\n${lines.join('\n')}\n`)
process.stdout.write(`${first} words, ${lines.length} reports, ${names.size} features\n`)
