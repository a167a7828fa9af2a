import type { Token } from '../../model/analysis.ts'
import { indexOf } from '../../model/document-index.ts'
import type { Tree } from '../../model/tree.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Named, WordEvidence } from '../steps.ts'
import { Describer } from './describe.ts'
import { type Extent, PhraseFinder } from './find-phrases.ts'
import type { Phrase } from './mention.ts'
import { speakersOf } from './speakers.ts'

/** What links are decided from: the document's phrases in text order and what surrounds them. */
export interface CoreferenceContext {
  readonly tokens: readonly Token[]
  readonly tree: Tree
  readonly phrases: readonly Phrase[]
  /** Of each sentence its paragraph. */
  readonly paragraphs: Int32Array
  /** Phrase headed by a token (no groups), or -1. */
  readonly phraseAt: Int32Array
  /** Of each quotation the token of its speaker, or -1. */
  readonly speakers: Int32Array
  /** First phrase of each sentence. */
  readonly firstOf: Int32Array
  /** Earlier phrases with the same head lemma. */
  readonly seen: Int32Array
  /** Share of pronouns of the first and second person among all pronouns, in tenths. */
  readonly talk: number
  /** Likeness of the phrases' heads in their sentences, -20 … 20, from the encoder's vectors. */
  likeness(a: Phrase, b: Phrase): number
  /** Likeness of the heads as words alone, -20 … 20, from the encoder's word pieces. */
  wordLikeness(a: Phrase, b: Phrase): number
}

function withDepth(extents: readonly Extent[]): number[] {
  const open: Extent[] = []
  return extents.map((extent) => {
    while (open.length && open.at(-1)!.last < extent.first) open.pop()
    open.push(extent)
    return Math.min(open.length - 1, 4)
  })
}

export function contextOf(analysis: Named, vocabulary: Vocabulary, evidence: WordEvidence): CoreferenceContext {
  const { tokens, sentences } = analysis
  const { tree } = indexOf(analysis)
  const describer = new Describer(analysis, tree, vocabulary.reference)
  const extents = new PhraseFinder(analysis, tree, vocabulary.reference).find()
  const depths = withDepth(extents)
  const phrases = extents.map((extent, id) => describer.describe(extent, id, depths[id]!))
  const phraseAt = new Int32Array(tokens.length).fill(-1)
  const firstOf = new Int32Array(sentences.length).fill(-1)
  for (const phrase of phrases) {
    if (!phrase.group) phraseAt[phrase.token] = phrase.id
    if (firstOf[phrase.sentence] === -1) firstOf[phrase.sentence] = phrase.id
  }
  return {
    tokens,
    tree,
    phrases,
    phraseAt,
    firstOf,
    paragraphs: Int32Array.from(sentences, (sentence) => sentence.paragraph),
    speakers: speakersOf(analysis, tree),
    seen: countEarlier(phrases),
    talk: talkOf(phrases),
    likeness: alikeInPlace(phrases, evidence),
    wordLikeness: alikeAsWords(phrases, evidence),
  }
}

function countEarlier(phrases: readonly Phrase[]): Int32Array {
  const counts = new Map<string, number>()
  return Int32Array.from(phrases, ({ lemma }) => {
    const seen = counts.get(lemma) ?? 0
    counts.set(lemma, seen + 1)
    return seen
  })
}

function talkOf(phrases: readonly Phrase[]): number {
  const pronouns = phrases.filter((phrase) => phrase.pronoun)
  const talking = pronouns.filter((phrase) => phrase.pronoun!.person < 3)
  return pronouns.length ? Math.round((10 * talking.length) / pronouns.length) : 0
}

/** Cosines count in this many steps. */
const STEPS = 20

/** Whole-number cosines of rows of `columns` numbers; 0 beside a row of zeros. */
function cosines(rows: Float32Array, columns: number): (a: number, b: number) => number {
  const norms = Float64Array.from({ length: rows.length / columns }, (_, row) => Math.sqrt(dot(row, row)))
  function dot(a: number, b: number): number {
    let sum = 0
    for (let k = 0; k < columns; k++) sum += rows[a * columns + k]! * rows[b * columns + k]!
    return sum
  }
  return (a, b) => Math.round((STEPS * dot(a, b)) / (norms[a]! * norms[b]! || 1))
}

/** How alike two phrases' heads are as words, whatever is around them: the mean of each one's word pieces. */
function alikeAsWords(
  phrases: readonly Phrase[],
  { width, wordVector }: WordEvidence,
): CoreferenceContext['wordLikeness'] {
  const row = new Map<string, number>()
  for (const { lemma } of phrases) if (!row.has(lemma)) row.set(lemma, row.size)
  const rows = new Float32Array(row.size * width)
  for (const [lemma, r] of row) rows.set(wordVector(lemma), r * width)
  const cosine = cosines(rows, width)
  return (a, b) => (a.lemma === b.lemma ? STEPS : cosine(row.get(a.lemma)!, row.get(b.lemma)!))
}

/** How alike two phrases' heads are where they stand. */
function alikeInPlace(phrases: readonly Phrase[], { width, vectors }: WordEvidence): CoreferenceContext['likeness'] {
  const rows = new Float32Array(phrases.length * width)
  for (const { id, token } of phrases) rows.set(vectors.subarray(token * width, (token + 1) * width), id * width)
  const cosine = cosines(rows, width)
  return (a, b) => cosine(a.id, b.id)
}
