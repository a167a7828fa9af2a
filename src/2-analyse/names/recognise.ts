import type { Token } from '../../model/analysis.ts'
import { hashText } from '../../vocabulary/hash.ts'
import type { NameLists, NamesModel } from '../../vocabulary/names-model.ts'
import type { Parsed, WordEvidence } from '../steps.ts'
import { gatherEvidence } from './evidence.ts'
import { extractFeatures, type Features, type Tags } from './features.ts'
import { matchPhrases } from './phrases.ts'
import { recase } from './recase.ts'
import { bestPath, emissionsOf, labelGrammar } from './viterbi.ts'
import { makeWord, type Word } from './word.ts'

/** What the features are made of. */
export type TaggedToken = Pick<Token, 'text' | 'upos' | 'xpos'>

/** Hashes of the universal and the Penn tag of a token, each pair worked out once. */
function tagger(): (token: TaggedToken) => Tags {
  const known = new Map<string, Tags>()
  return ({ upos, xpos }) => {
    const key = `${upos} ${xpos}`
    const tags = known.get(key) ?? { upos: hashText(upos), xpos: hashText(xpos) }
    known.set(key, tags)
    return tags
  }
}

/** The features of each sentence of a text. */
export function featuresOfText(sentences: readonly (readonly TaggedToken[])[], lists: NameLists): Features[] {
  const known = new Map<string, Word>()
  const wordOf = (form: string): Word => {
    const word = known.get(form) ?? makeWord(form, lists)
    known.set(form, word)
    return word
  }
  const forms = sentences.map((sentence) => sentence.map((token) => token.text))
  const words = recase(forms, lists).map((sentence) => sentence.map(wordOf))
  const evidence = gatherEvidence(words)
  const tagOf = tagger()
  return words.map((sentence, k) =>
    extractFeatures(sentence, { lists: matchPhrases(sentence, lists), tags: sentences[k]!.map(tagOf), evidence }),
  )
}

/** `first` and `last` (inclusive) count the tokens of the sentence. */
export interface LabelledSpan {
  readonly first: number
  readonly last: number
  readonly type: string
}

/** BILOU labels → spans. */
export function spansOf(labels: readonly string[]): LabelledSpan[] {
  const spans: LabelledSpan[] = []
  let first = -1
  labels.forEach((label, k) => {
    if (label[0] === 'U' || label[0] === 'B') first = k
    if (label[0] === 'U' || label[0] === 'L') spans.push({ first, last: k, type: label.slice(2) })
  })
  return spans
}

/** What a unit of the encoder's scores counts beside the perceptron's whole numbers; chosen on CrossNER and GUM dev. */
const ENCODER_WEIGHT = 250

/** The perceptron's scores of labels and the encoder's together: the one knows lists and the document, the other the sentence. */
export function joinScores(perceptron: Int32Array, encoder: Float32Array): Int32Array {
  return perceptron.map((score, k) => score + Math.round(ENCODER_WEIGHT * encoder[k]!))
}

/** Names by the models alone; `first` and `last` count the tokens of the document. */
export function recogniseNames(
  { tokens, sentences }: Parsed,
  model: NamesModel,
  { names: scores }: WordEvidence,
): LabelledSpan[] {
  const { labels, transitions } = model.weights
  const grammar = labelGrammar(labels)
  const split = sentences.map(({ first, last }) => tokens.slice(first, last + 1))
  return featuresOfText(split, model.lists).flatMap((features, k) => {
    const { first: offset, last: end } = sentences[k]!
    const own = scores.subarray(offset * labels.length, (end + 1) * labels.length)
    const path = bestPath(joinScores(emissionsOf(features, model.weights), own), transitions, grammar)
    return spansOf(path.map((label) => labels[label]!)).map(({ first, last, type }) => ({
      first: first + offset,
      last: last + offset,
      type,
    }))
  })
}
