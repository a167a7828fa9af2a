import type { Analysis, Token } from '../../model/analysis.ts'
import type { Argument, Clause, Role } from '../../model/clause.ts'

/** Children of every token, in text order; made once for each document. */
const CHILDREN = new WeakMap<Analysis, readonly (readonly Token[])[]>()

export function childrenOf(analysis: Analysis, token: number): readonly Token[] {
  let children = CHILDREN.get(analysis)
  if (!children) {
    const made: Token[][] = analysis.tokens.map(() => [])
    for (const child of analysis.tokens) if (child.head >= 0) made[child.head]?.push(child)
    CHILDREN.set(analysis, made)
    children = made
  }
  return children[token] ?? []
}

const ROLE_OF: Readonly<Record<string, Role>> = {
  'nmod:poss': 'possessor',
  amod: 'modifier',
  compound: 'modifier',
  'nmod:desc': 'modifier',
  nmod: 'oblique',
  appos: 'apposition',
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
    const made = { role, head: child.index, span: { start: child.start, end: child.end } }
    const opened = role === 'oblique' ? preposition(analysis, child.index) : undefined
    return [opened === undefined ? made : { ...made, preposition: opened }]
  })
}

/** The clause as a phrase: what tests and roles on `head` and `clause` look at. */
export const clausePhrase = (clause: Clause): Argument => ({
  role: clause.kind === 'verb' ? 'complement' : 'object',
  head: clause.head,
  span: clause.core,
  clause: clause.id,
})

/** Who says what the clause stands in, where a phrase names him. */
export function speakerPhrase(clause: Clause, analysis: Analysis): readonly Argument[] {
  const index = analysis.predicates[clause.id]?.attribution
  const attribution = index === undefined ? undefined : analysis.attributions[index]
  const span = attribution?.source?.[0]
  const head = attribution?.sourceToken
  return span === undefined || head === undefined ? [] : [{ role: 'subject', head, span }]
}

/** Tokens of a phrase that stand before its head or are it: where its modifiers are. */
export function premodifiers(analysis: Analysis, argument: Argument): readonly Token[] {
  return childrenOf(analysis, argument.head).filter((child) => child.index < argument.head)
}
