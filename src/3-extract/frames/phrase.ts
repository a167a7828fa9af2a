import type { Analysis, Token } from '../../model/analysis.ts'
import type { Argument, Clause, Role } from '../../model/clause.ts'
import { indexOf } from '../../model/document-index.ts'
import { lowerBound } from '../../model/lower-bound.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from '../context.ts'

/** The children of a token in text order. */
export const childrenOf = (analysis: Analysis, token: number): readonly Token[] =>
  indexOf(analysis)
    .tree.children(token)
    .map((child) => analysis.tokens[child]!)

/** Enough words of a long list to tell what it is of. */
const LONGEST = 12

/** Those of the tokens, which stand in text order, that lie within the span. */
export function tokensIn(tokens: readonly Token[], span: Span): readonly Token[] {
  const first = lowerBound(tokens, ({ start }) => start < span.start)
  let end = first
  while (end < tokens.length && tokens[end]!.end <= span.end) end++
  return tokens.slice(first, end)
}

const ROLE_OF: Readonly<Record<string, Role>> = {
  'nmod:poss': 'possessor',
  amod: 'modifier',
  compound: 'modifier',
  'nmod:desc': 'modifier',
  nmod: 'oblique',
  appos: 'apposition',
  acl: 'complement',
}

const preposition = (analysis: Analysis, token: number): string | undefined =>
  childrenOf(analysis, token)
    .filter((child) => child.deprel === 'case')
    .map((child) => child.text.toLowerCase())
    .join(' ') || undefined

/** The phrases inside a noun phrase, as arguments of its head: "Borland's attack on Cassia" gives a possessor and an `on`. */
export function argumentsInPhrase(analysis: Analysis, argument: Argument): readonly Argument[] {
  const clause = argument.clause === undefined ? undefined : analysis.clauses[argument.clause]
  if (clause && clause.head === argument.head) return clause.arguments
  return childrenOf(analysis, argument.head).flatMap((child) => {
    const role = ROLE_OF[child.deprel]
    if (!role) return []
    const inner = role === 'complement' ? clauseAt(analysis, child.index) : undefined
    const made = { role, head: child.index, span: inner?.span ?? { start: child.start, end: child.end } }
    const opened = role === 'oblique' ? preposition(analysis, child.index) : undefined
    return [{ ...made, ...(opened && { preposition: opened }), ...(inner && { clause: inner.id }) }]
  })
}

/** The clause as a phrase: what tests and roles on `head` and `clause` look at. */
export const clausePhrase = (clause: Clause): Argument => ({
  role: clause.kind === 'verb' ? 'complement' : 'object',
  head: clause.head,
  span: clause.core,
  clause: clause.id,
})

/** The clause whose predicate the token is. */
export function clauseAt(analysis: Analysis, token: number): Clause | undefined {
  const clause = indexOf(analysis).clauseAt(token)
  return clause?.head === token ? clause : undefined
}

const BELOW = new WeakMap<Analysis, ReadonlyMap<number, readonly Clause[]>>()

function clausesBelow(analysis: Analysis, clause: number): readonly Clause[] {
  let below = BELOW.get(analysis)
  if (!below) {
    const made = new Map<number, Clause[]>()
    for (const one of analysis.clauses) {
      if (one.parent === null) continue
      const siblings = made.get(one.parent)
      if (siblings) siblings.push(one)
      else made.set(one.parent, [one])
    }
    BELOW.set(analysis, made)
    below = made
  }
  return below.get(clause) ?? []
}

/** What opens such an infinitive or gerund: "to leave", "from leaving", "for him to leave". */
const OPENS_COMPLEMENT: ReadonlySet<string | undefined> = new Set([undefined, 'to', 'from', 'for'])

/** An infinitive or gerund that a parser may hang on the verb as an adverbial where it is its complement. */
export const isBareAdverbial = ({ link, marker }: Clause): boolean =>
  link === 'adverbial' && OPENS_COMPLEMENT.has(marker)

/** The infinitives and gerunds after a verb that has no complement of its own: "urged them to leave", "barred them from leaving". */
export function infinitives(clause: Clause, analysis: Analysis): readonly Argument[] {
  return clausesBelow(analysis, clause.id)
    .filter((below) => below.head > clause.head && isBareAdverbial(below))
    .map((below) => ({ role: 'complement', head: below.head, span: below.span, clause: below.id }))
}

/** Who says what the clause stands in, where a phrase names him. */
export function speakerPhrase(clause: Clause, analysis: Analysis): readonly Argument[] {
  const index = analysis.predicates[clause.id]?.attribution
  const attribution = index === undefined ? undefined : analysis.attributions[index]
  const span = attribution?.source?.[0]
  const head = attribution?.sourceToken
  return span === undefined || head === undefined ? [] : [{ role: 'subject', head, span }]
}

/** Tokens that stand before a head word in its phrase: where its modifiers are. */
export function premodifiers(analysis: Analysis, head: number): readonly Token[] {
  return childrenOf(analysis, head).filter((child) => child.index < head)
}

const isPart = ({ upos, lemma }: Token, context: Context): boolean =>
  upos === 'NUM' ||
  upos === 'PRON' ||
  upos === 'DET' ||
  (context.vocabulary.nounClasses.get('part')?.has(lemma.toLowerCase()) ?? false)

/** The words that say what a phrase is of: its head and the head's conjuncts, and of a part ("some of its troops") the whole. */
export function headsOf(phrase: Argument, context: Context): readonly number[] {
  const { analysis } = context
  const heads = [phrase.head]
  const parts = new Set<number>()
  for (let k = 0; k < heads.length && heads.length < LONGEST; k++) {
    const head = analysis.tokens[heads[k] as number]
    if (!head) continue
    for (const child of childrenOf(analysis, head.index)) {
      const whole = child.deprel === 'nmod' && isPart(head, context) && preposition(analysis, child.index) === 'of'
      if (whole) parts.add(head.index)
      if (whole || child.deprel === 'conj') heads.push(child.index)
    }
  }
  return heads.filter((head) => !parts.has(head))
}
