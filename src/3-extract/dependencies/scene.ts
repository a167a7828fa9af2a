import type { Token } from '../../model/analysis.ts'
import type { Argument, Clause } from '../../model/clause.ts'
import { indexOf } from '../../model/document-index.ts'
import { cover, type Span } from '../../model/span.ts'
import type { Dependencies } from '../../vocabulary/dependencies.ts'
import type { Context } from '../context.ts'

/** What the finders of dependencies ask of a document. Made once for each reading. */
export interface Scene {
  readonly context: Context
  readonly rows: Dependencies
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  children(token: number): readonly number[]
  /** The clause that the token is the predicate of. */
  clauseWith(head: number): Clause | null
  /** Where the phrase with this head is an argument. */
  placesOf(head: number): readonly { readonly clause: Clause; readonly argument: Argument }[]
  /** The clause's words with those of the verbs joined to it that have no subject of their own. */
  clauseWords(clause: Clause): Span
  /** The clauses right below a clause. */
  below(clause: Clause): readonly Clause[]
  /** The words of the phrase under a token, its preposition, conjuncts and what makes it a clause left out. */
  phrase(head: number): Span
}

const OUTSIDE = /^(case|cc|conj|punct|mark|nsubj|csubj|cop|aux|advcl|parataxis|discourse|expl|acl:relcl)/

function placesByHead(clauses: readonly Clause[]) {
  const places = new Map<number, { clause: Clause; argument: Argument }[]>()
  for (const clause of clauses)
    for (const argument of clause.arguments) {
      const same = places.get(argument.head)
      if (same) same.push({ clause, argument })
      else places.set(argument.head, [{ clause, argument }])
    }
  return places
}

function clausesByParent(clauses: readonly Clause[]): ReadonlyMap<number, Clause[]> {
  const below = new Map<number, Clause[]>()
  for (const clause of clauses) {
    if (clause.parent === null) continue
    const same = below.get(clause.parent)
    if (same) same.push(clause)
    else below.set(clause.parent, [clause])
  }
  return below
}

const joined = (clause: Clause): boolean =>
  clause.link === 'conjunct' &&
  clause.kind !== 'noun' &&
  !clause.arguments.some((a) => a.role === 'subject' && !a.implied)

export function buildScene(context: Context): Scene {
  const { tokens, clauses } = context.analysis
  const { tree } = indexOf(context.analysis)
  const places = placesByHead(clauses)
  const heads = new Map(clauses.map((clause) => [clause.head, clause]))
  const below = clausesByParent(clauses)
  const phrase = (head: number): Span => {
    const { first, last } = tree.extent(head, ({ deprel }) => OUTSIDE.test(deprel))
    return { start: tokens[first]!.start, end: tokens[last]!.end }
  }
  return {
    context,
    rows: context.vocabulary.dependencies,
    tokens,
    clauses,
    children: tree.children,
    clauseWith: (head) => heads.get(head) ?? null,
    placesOf: (head) => places.get(head) ?? [],
    phrase,
    below: (clause) => below.get(clause.id) ?? [],
    clauseWords: (clause) =>
      (below.get(clause.id) ?? []).filter(joined).reduce((span, other) => cover(span, other.core), clause.core),
  }
}
