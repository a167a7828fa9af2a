import type { Sentence, Token } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import type { Span } from '../../model/span.ts'
import type { Cues } from '../../vocabulary/cues.ts'
import { buildTree, type Tree } from '../shared/tree.ts'
import type { Claused } from '../steps.ts'

/** Both inclusive, document token indexes. */
export interface Range {
  readonly first: number
  readonly last: number
}

/** What every finder of attributions looks at; built once for a document. */
export interface Scene {
  readonly analysis: Claused
  readonly tokens: readonly Token[]
  readonly tree: Tree
  readonly cues: Cues
  /** The clause whose predicate, or light verb, this token is. */
  clauseAt(token: number): Clause | undefined
  /** Index of the outermost quotation in which the token stands (marks included), or -1. */
  quotationAt(token: number): number
  /** Whether the token is part of a name. */
  namedAt(token: number): boolean
  /** Whether the token is part of the name of a place. */
  placedAt(token: number): boolean
  /** Last token of the name that this token begins or stands in, else the token itself. */
  nameEnd(token: number): number
  /** Whether the token stands in a time expression. */
  timedAt(token: number): boolean
  /** First token of the sentence after its dateline: "HARBORTON, Sept. 6 (UPI) — ". */
  bodyStart(sentence: number): number
  /** Token ranges of the outermost quotations, in text order; empty ones left out. */
  readonly quoted: readonly (Range & { readonly span: Span })[]
}

/** The outermost quotations as token ranges: one pass over tokens and quotations together. */
function quotedRanges({ tokens, quotations }: Claused): (Range & { span: Span })[] {
  const outer = quotations.filter((q) => q.level === 0).sort((a, b) => a.start - b.start)
  const found: (Range & { span: Span })[] = []
  let t = 0
  for (const { start, end } of outer) {
    while (t < tokens.length && tokens[t]!.end <= start) t++
    const first = t
    while (t < tokens.length && tokens[t]!.start < end) t++
    if (t > first) found.push({ first, last: t - 1, span: { start, end } })
  }
  return found
}

function timedTokens({ tokens, times }: Claused): Uint8Array {
  const found = new Uint8Array(tokens.length)
  let t = 0
  for (const { start, end } of [...times].sort((a, b) => a.start - b.start)) {
    while (t < tokens.length && tokens[t]!.end <= start) t++
    for (let k = t; k < tokens.length && tokens[k]!.start < end; k++) found[k] = 1
  }
  return found
}

const LONGEST_DATELINE = 14
const DASH = /^(-|--|–|—|―)$/

/** After the dash that ends a dateline; a dateline opens its paragraph with a place in capitals. */
function bodyOf(tokens: readonly Token[], { first, last }: Sentence): number {
  if (!/^\p{Lu}{4,}$/u.test(tokens[first]!.text)) return first
  for (let t = first + 1; t < Math.min(last, first + LONGEST_DATELINE); t++) {
    if (tokens[t]!.upos === 'VERB' && tokens[t]!.text !== tokens[t]!.text.toUpperCase()) return first
    const spaced = tokens[t]!.start > tokens[t - 1]!.end || tokens[t + 1]!.start > tokens[t]!.end
    if (DASH.test(tokens[t]!.text) && spaced) return t + 1
  }
  return first
}

export function buildScene(analysis: Claused, cues: Cues): Scene {
  const { tokens, sentences, clauses } = analysis
  const tree = buildTree(tokens, sentences)
  const clauseOf = new Int32Array(tokens.length).fill(-1)
  for (const clause of clauses) {
    clauseOf[clause.head] = clause.id
    if (clause.light === undefined) continue
    const verb = tokens[clause.head]!.head
    if (verb >= 0 && clauseOf[verb]! < 0) clauseOf[verb] = clause.id
  }
  const quoted = quotedRanges(analysis)
  const named = new Int32Array(tokens.length).fill(-1)
  for (const { first, last } of analysis.entities) named.fill(last, first, last + 1)
  const placed = new Uint8Array(tokens.length)
  for (const { first, last, type } of analysis.entities) if (type === 'place') placed.fill(1, first, last + 1)
  const timed = timedTokens(analysis)
  const bodies = sentences.map((sentence) => bodyOf(tokens, sentence))
  const quotationOf = new Int32Array(tokens.length).fill(-1)
  quoted.forEach((q, i) => {
    quotationOf.fill(i, q.first, q.last + 1)
  })
  return {
    analysis,
    tokens,
    tree,
    cues,
    quoted,
    clauseAt: (token) => clauses[clauseOf[token]!],
    quotationAt: (token) => quotationOf[token] ?? -1,
    namedAt: (token) => named[token]! >= 0,
    placedAt: (token) => placed[token] === 1,
    nameEnd: (token) => (named[token]! >= 0 ? named[token]! : token),
    timedAt: (token) => timed[token] === 1,
    bodyStart: (sentence) => bodies[sentence]!,
  }
}

export const isWord = (token: Token): boolean => token.upos !== 'PUNCT'

/** The range without punctuation at its edges; null where nothing else is in it. */
export function trim({ tokens }: Pick<Scene, 'tokens'>, { first, last }: Range): Range | null {
  while (first <= last && !isWord(tokens[first]!)) first++
  while (last >= first && !isWord(tokens[last]!)) last--
  return first <= last ? { first, last } : null
}

/** Ranges in text order, those that touch joined. */
export function join(ranges: readonly Range[]): Range[] {
  const found: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.first - b.first || b.last - a.last)) {
    const before = found.at(-1)
    if (before && range.first <= before.last + 1) {
      found[found.length - 1] = { first: before.first, last: Math.max(before.last, range.last) }
    } else found.push(range)
  }
  return found
}

/** `range` without the tokens of `hole`. */
export function without(range: Range, hole: Range): Range[] {
  if (hole.last < range.first || hole.first > range.last) return [range]
  return [
    { first: range.first, last: hole.first - 1 },
    { first: hole.last + 1, last: range.last },
  ].filter(({ first, last }) => first <= last)
}
