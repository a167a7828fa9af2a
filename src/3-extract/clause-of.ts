import type { Analysis } from '../model/analysis.ts'
import { firstEndingAfter, type Span } from '../model/span.ts'

/** Which clause a word belongs to. */
export interface ClauseOf {
  /** The nearest clause over the token (its own, where it is a predicate); null in a sentence without one. */
  at(token: number): number | null
  /** The head word of a span: the token in it whose own head lies outside. */
  headOf(span: Span): number | null
}

/** Nearest clause of every token, each token visited once. */
function nearest(analysis: Analysis): Int32Array {
  const { tokens, clauses } = analysis
  const UNKNOWN = -2
  const found = new Int32Array(tokens.length).fill(UNKNOWN)
  for (const clause of clauses) {
    found[clause.head] = clause.id
    for (const token of clause.auxiliaryTokens)
      if (tokens[token]!.sentence === clause.sentence && found[token] === UNKNOWN) found[token] = clause.id
  }
  for (const clause of clauses) {
    // A light verb belongs to its noun's clause: what hangs on the verb hangs on the act.
    if (clause.light !== undefined && tokens[clause.head]!.head >= 0) {
      const verb = tokens[clause.head]!.head
      if (found[verb] === UNKNOWN) found[verb] = clause.id
    }
  }
  for (const token of tokens) {
    const path: number[] = []
    let at = token.index
    while (at >= 0 && found[at] === UNKNOWN) {
      path.push(at)
      at = tokens[at]!.head
    }
    const clause = at < 0 ? -1 : found[at]!
    for (const index of path) found[index] = clause
  }
  return found
}

export function indexClauses(analysis: Analysis): ClauseOf {
  const clause = nearest(analysis)
  return {
    at: (token) => (clause[token] === undefined || clause[token]! < 0 ? null : clause[token]!),
    headOf(span) {
      const { tokens } = analysis
      for (let i = firstEndingAfter(tokens, span.start); i < tokens.length && tokens[i]!.start < span.end; i++) {
        const head = tokens[i]!.head
        if (head < 0 || tokens[head]!.end <= span.start || tokens[head]!.start >= span.end) return i
      }
      return null
    },
  }
}
