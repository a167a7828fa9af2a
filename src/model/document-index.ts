import type { Analysis, Entity, Quotation, TimeExpression, Token } from './analysis.ts'
import type { Clause } from './clause.ts'
import { bySpan, firstEndingAfter, type Span } from './span.ts'
import { buildTree, type Tree } from './tree.ts'

/** Tokens from the first to the last, both inclusive; document token indexes. */
export interface TokenRange {
  readonly first: number
  readonly last: number
}

/** The tokens of a quotation. */
export type Quoted = TokenRange & { readonly span: Span }

/** What can be asked of a document's tokens. */
export interface DocumentIndex {
  readonly tree: Tree
  /** The first token that ends after a place of the text; the number of tokens if none does. */
  tokenAt(place: number): number
  /** The tokens that touch a span; `last` is before `first` if none does. */
  tokensOf(span: Span): TokenRange
}

/** What can be asked once names are found. */
export interface NamedIndex extends DocumentIndex {
  /** The name that a token is part of. */
  entityAt(token: number): Entity | undefined
}

/** What can be asked once clauses are found. */
export interface ClausedIndex extends NamedIndex {
  /** The time expression that a token is part of. */
  timeAt(token: number): TimeExpression | undefined
  /** The outermost quotations in text order; those without a token are left out. */
  readonly quoted: readonly Quoted[]
  /** Index in `quoted` of the quotation in which a token is (marks included), or -1. */
  quotationAt(token: number): number
  /** The clause of which a token is the predicate or the light verb. */
  clauseAt(token: number): Clause | undefined
}

type Parsed = Pick<Analysis, 'tokens' | 'sentences'>
type Named = Parsed & Pick<Analysis, 'entities'>
type Claused = Named & Pick<Analysis, 'times' | 'quotations' | 'clauses'>

/** Of each token the index of the range that it is in, or -1; of ranges that overlap, the later one in the list. */
export function coverage(length: number, ranges: readonly TokenRange[]): Int32Array {
  const covering = new Int32Array(length).fill(-1)
  ranges.forEach(({ first, last }, k) => {
    covering.fill(k, first, last + 1)
  })
  return covering
}

/** Makes a part once for the tokens and the list that it is made of. */
function once<L extends object, P>(make: (tokens: readonly Token[], list: L) => P) {
  const parts = new WeakMap<readonly Token[], { readonly list: L; readonly part: P }>()
  return (tokens: readonly Token[], list: L): P => {
    const known = parts.get(tokens)
    if (known?.list === list) return known.part
    const part = make(tokens, list)
    parts.set(tokens, { list, part })
    return part
  }
}

function tokensOf(tokens: readonly Token[], { start, end }: Span): TokenRange {
  const first = firstEndingAfter(tokens, start)
  let last = first - 1
  while (last + 1 < tokens.length && tokens[last + 1]!.start < end) last++
  return { first, last }
}

function outermost(tokens: readonly Token[], quotations: readonly Quotation[]): Quoted[] {
  const found: Quoted[] = []
  for (const { start, end } of quotations.filter(({ level }) => level === 0).sort(bySpan)) {
    const { first, last } = tokensOf(tokens, { start, end })
    // A token that touches two quotations is part of the first.
    const own = Math.max(first, (found.at(-1)?.last ?? -1) + 1)
    if (last >= own) found.push({ first: own, last, span: { start, end } })
  }
  return found
}

/** Of each token the id of the clause that it heads, as its predicate or else as its light verb; or -1. */
function clausesByToken(tokens: readonly Token[], clauses: readonly Clause[]): Int32Array {
  const found = new Int32Array(tokens.length).fill(-1)
  for (const { head, id, light } of clauses) {
    found[head] = id
    const verb = light === undefined ? -1 : tokens[head]!.head
    if (verb >= 0 && found[verb]! < 0) found[verb] = id
  }
  return found
}

const treeOf = once(buildTree)
const names = once((tokens, entities: readonly Entity[]) => coverage(tokens.length, entities))
const dates = once((tokens, times: readonly TimeExpression[]) =>
  coverage(
    tokens.length,
    times.map((time) => tokensOf(tokens, time)),
  ),
)
const speeches = once((tokens, quotations: readonly Quotation[]) => {
  const quoted = outermost(tokens, quotations)
  return { quoted, byToken: coverage(tokens.length, quoted) }
})
const heads = once(clausesByToken)
const INDEXES = new WeakMap<Parsed, ClausedIndex>()

/**
 * The index of a document. Each part is made when it is first asked for, and is then shared by all steps that have the
 * same tokens. Tokens and lists that were asked about must not change afterwards.
 */
export function indexOf(analysis: Claused): ClausedIndex
export function indexOf(analysis: Named): NamedIndex
export function indexOf(analysis: Parsed): DocumentIndex
export function indexOf(analysis: Parsed & Partial<Claused>): ClausedIndex {
  const known = INDEXES.get(analysis)
  if (known) return known
  const index = makeIndex(analysis)
  INDEXES.set(analysis, index)
  return index
}

function makeIndex(analysis: Parsed & Partial<Claused>): ClausedIndex {
  const { tokens, sentences, entities = [], times = [], quotations = [], clauses = [] } = analysis
  return {
    get tree() {
      return treeOf(tokens, sentences)
    },
    get quoted() {
      return speeches(tokens, quotations).quoted
    },
    tokenAt: (place) => firstEndingAfter(tokens, place),
    tokensOf: (span) => tokensOf(tokens, span),
    entityAt: (token) => entities[names(tokens, entities)[token] ?? -1],
    timeAt: (token) => times[dates(tokens, times)[token] ?? -1],
    quotationAt: (token) => speeches(tokens, quotations).byToken[token] ?? -1,
    clauseAt: (token) => clauses[heads(tokens, clauses)[token] ?? -1],
  }
}
