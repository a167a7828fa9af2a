import type { Token } from '../../model/analysis.ts'
import { indexOf } from '../../model/document-index.ts'
import type { Tree } from '../../model/tree.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Named } from '../steps.ts'
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
  /** Likeness of two words' meaning, -10 … 10, from the parser's word vectors. */
  likeness(a: Phrase, b: Phrase): number
}

function withDepth(extents: readonly Extent[]): number[] {
  const open: Extent[] = []
  return extents.map((extent) => {
    while (open.length && open.at(-1)!.last < extent.first) open.pop()
    open.push(extent)
    return Math.min(open.length - 1, 4)
  })
}

export function contextOf(analysis: Named, vocabulary: Vocabulary): CoreferenceContext {
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
    likeness: likenessOf(phrases, vocabulary),
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

/** Cosine of the heads' vectors in tenths; of a word without a vector, 0. */
function likenessOf(phrases: readonly Phrase[], { parser }: Vocabulary): CoreferenceContext['likeness'] {
  const { rows, vectors } = parser.glove
  const row = Int32Array.from(phrases, ({ lemma }) => rows.get(lemma) ?? -1)
  const norms = new Map<number, number>()
  const dot = (a: number, b: number): number => {
    const { data, columns } = vectors
    let sum = 0
    for (let k = 0; k < columns; k++) sum += data[a * columns + k]! * data[b * columns + k]!
    return sum
  }
  const norm = (a: number): number => {
    const known = norms.get(a)
    if (known !== undefined) return known
    const value = Math.sqrt(dot(a, a))
    norms.set(a, value)
    return value
  }
  return (a, b) => {
    const [x, y] = [row[a.id]!, row[b.id]!]
    if (x < 0 || y < 0) return 0
    return x === y ? 10 : Math.round((10 * dot(x, y)) / (norm(x) * norm(y) || 1))
  }
}
