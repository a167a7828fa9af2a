import type { Sentence, Token } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import { indexOf, type Quoted, type TokenRange } from '../../model/document-index.ts'
import type { Tree } from '../../model/tree.ts'
import type { Cues } from '../../vocabulary/cues.ts'
import type { Claused } from '../steps.ts'

export type Range = TokenRange

/** What every finder of attributions looks at; built once for a document. */
export interface AttributionContext {
  readonly analysis: Claused
  readonly tokens: readonly Token[]
  readonly tree: Tree
  readonly cues: Cues
  /** The clause whose predicate, or light verb, this token is. */
  clauseAt(token: number): Clause | undefined
  /** Index in `quoted` of the outermost quotation that contains the token (marks included), or -1. */
  quotationAt(token: number): number
  /** Whether the token is part of a name. */
  namedAt(token: number): boolean
  /** Whether the token is part of the name of a place. */
  placedAt(token: number): boolean
  /** Last token of the name that this token is part of, else the token itself. */
  nameEnd(token: number): number
  /** Whether the token is part of a time expression. */
  timedAt(token: number): boolean
  /** First token of the sentence after its dateline: "HARBORTON, Sept. 6 (UPI) — ". */
  bodyStart(sentence: number): number
  /** Token ranges of the outermost quotations, in text order; empty ones left out. */
  readonly quoted: readonly Quoted[]
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

export function contextOf(analysis: Claused, cues: Cues): AttributionContext {
  const { tokens, sentences } = analysis
  const { tree, quoted, entityAt, timeAt, quotationAt, clauseAt } = indexOf(analysis)
  const bodies = sentences.map((sentence) => bodyOf(tokens, sentence))
  return {
    analysis,
    tokens,
    tree,
    cues,
    quoted,
    clauseAt,
    quotationAt,
    namedAt: (token) => entityAt(token) !== undefined,
    placedAt: (token) => entityAt(token)?.type === 'place',
    nameEnd: (token) => entityAt(token)?.last ?? token,
    timedAt: (token) => timeAt(token) !== undefined,
    bodyStart: (sentence) => bodies[sentence]!,
  }
}

export const isWord = (token: Token): boolean => token.upos !== 'PUNCT'

/** The range without punctuation at its edges; null where nothing else is in it. */
export function trim({ tokens }: Pick<AttributionContext, 'tokens'>, { first, last }: Range): Range | null {
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
