/**
 * Words to what the encoder says of them. One pass of a small transformer gives each word of a sentence a vector; the
 * heads in heads/ read tags, edits to lemmas, the tree and the scores of names off it. A sentence reads the same on every
 * machine and in whatever company, because products are sums of whole numbers and everything else has a fixed order.
 * Read encoder.ts, then network.ts and heads/; words.ts says what the encoder sees of a word, kernel/ has the arithmetic.
 */
import type { Sentence, Token } from '../../model/analysis.ts'
import type { Document } from '../../model/document.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Encoded, Parsed, RawSentence, WordEvidence } from '../steps.ts'
import { type Encoder, encoderOf } from './encoder.ts'
import { concat } from './heads/head.ts'
import type { Reading } from './heads/index.ts'
import { lemmaOf, perfectLemma } from './lemma.ts'
import { Network } from './network.ts'

/** What is used of the vocabulary: the rest need not have been made yet where names are trained. */
export type EncoderData = Pick<Vocabulary, 'encoder' | 'lemmas'>

/** Tags, lemmas, heads and relations for the tokens of a document, and what later steps ask of the encoder. Sentences without tokens are left out. */
export function encode(document: Document, given: readonly RawSentence[], vocabulary: EncoderData): Encoded {
  const raw = given.filter(({ tokens }) => tokens.length > 0)
  const texts = raw.map(({ tokens }) => tokens.map(({ start, end }) => document.text.slice(start, end)))
  const encoder = encoderOf(vocabulary.encoder)
  const readings = encoder.read(texts.map((words) => withStandIns(words, vocabulary)))
  const tokens: Token[] = []
  const sentences = raw.map(({ start, end, paragraph }, index): Sentence => {
    const first = tokens.length
    addTokens(tokens, raw[index]!, texts[index]!, readings[index]!, { vocabulary, sentence: index })
    return { index, paragraph, start, end, first, last: tokens.length - 1 }
  })
  return { parsed: { document, tokens, sentences }, evidence: evidenceOf(readings, encoder) }
}

/** "IS had killed nine": the encoder sees no capitals, so an acronym that is another word without them is shown as a name. */
function withStandIns(words: string[], { lemmas: { standIns } }: EncoderData): string[] {
  const shouted = !words.some((word) => /^\p{Ll}+$/u.test(word))
  return shouted || !words.some((word) => standIns.has(word)) ? words : words.map((word) => standIns.get(word) ?? word)
}

const evidenceOf = (readings: readonly Reading[], encoder: Encoder): WordEvidence => ({
  width: Network.width,
  wordVector: encoder.wordVector,
  names: concat([new Float32Array(0), ...readings.map((reading) => reading.names)]),
  records: concat([new Float32Array(0), ...readings.map((reading) => reading.records)]),
  vectors: concat([new Float32Array(0), ...readings.map((reading) => reading.vectors)]),
})

/** As `encode`, the tokens alone. */
export const parse = (document: Document, given: readonly RawSentence[], vocabulary: EncoderData): Parsed =>
  encode(document, given, vocabulary).parsed

/** Sentences that were too long to be read whole; their parts hang on the first one's root. */
export function cutSentences({ sentences, tokens }: Parsed, { encoder }: EncoderData): Sentence[] {
  const texts = sentences.map(({ first, last }) => tokens.slice(first, last + 1).map(({ text }) => text))
  return encoderOf(encoder)
    .tooLong(texts)
    .map((s) => sentences[s]!)
}

interface Place {
  readonly vocabulary: EncoderData
  readonly sentence: number
}

function addTokens(
  to: Token[],
  { tokens }: RawSentence,
  texts: string[],
  reading: Reading,
  { vocabulary, sentence }: Place,
) {
  const { encoder, lemmas } = vocabulary
  // Word pieces are in the order of their frequency, whole words among them; behind them all other known words.
  const rank = (word: string) => encoder.pieces.get(word) ?? (lemmas.known.has(word) ? encoder.pieces.size : undefined)
  const { heads, relations } = reading.tree
  const first = to.length
  for (let i = 0; i < tokens.length; i++) {
    const { start, end } = tokens[i]!
    const [upos, xpos] = encoder.tags[reading.tags[i]!]!
    const head = heads[i]!
    const deprel = encoder.relations[relations[i]!]!
    const headTag = head === 0 ? undefined : encoder.tags[reading.tags[head - 1]!]![1]
    const lemma =
      perfectLemma(texts[i]!, xpos, deprel, headTag) ??
      lemmaOf(lemmas, rank, texts[i]!, { upos, xpos, initial: i === 0 })
    to.push({
      start,
      end,
      index: first + i,
      sentence,
      text: texts[i]!,
      lemma,
      upos,
      xpos,
      head: head === 0 ? -1 : first + head - 1,
      deprel,
    })
  }
}
