import type { Quantity, Token } from '../../model/analysis.ts'
import type { Argument, Clause, Role } from '../../model/clause.ts'
import type { Measures } from '../../vocabulary/measures.ts'
import { type ClauseOf, indexClauses } from '../clause-of.ts'
import type { Context } from '../context.ts'

/** A phrase seen from its head word: the clause it plays a role in. */
export interface Part {
  readonly clause: Clause
  readonly role: Role
  readonly preposition?: string
}

/** What the finders of estimates share; built once for a document. */
export interface Scene {
  readonly context: Context
  readonly tokens: readonly Token[]
  readonly measures: Measures
  readonly clauses: ClauseOf
  /** The roles that the phrase headed by a token plays. */
  parts(token: number): readonly Part[]
  /** The clause of which a token is the predicate. */
  headed(token: number): Clause | null
  children(token: number): readonly number[]
}

const NONE: readonly never[] = []

function group<T>(pairs: Iterable<readonly [number, T]>): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>()
  for (const [key, value] of pairs) {
    const known = groups.get(key)
    if (known) known.push(value)
    else groups.set(key, [value])
  }
  return groups
}

const toPart = (clause: Clause, { role, preposition }: Argument): Part => ({
  clause,
  role,
  ...(preposition === undefined ? {} : { preposition }),
})

export function buildScene(context: Context): Scene {
  const { tokens, clauses } = context.analysis
  const parts = group(
    clauses.flatMap((clause) => clause.arguments.map((one) => [one.head, toPart(clause, one)] as const)),
  )
  const children = group(tokens.flatMap(({ head, index }) => (head < 0 ? [] : [[head, index] as const])))
  const headed = new Map(clauses.map((clause) => [clause.head, clause]))
  return {
    context,
    tokens,
    measures: context.vocabulary.measures,
    clauses: indexClauses(context.analysis),
    parts: (token) => parts.get(token) ?? NONE,
    headed: (token) => headed.get(token) ?? null,
    children: (token) => children.get(token) ?? NONE,
  }
}

/** The head of the phrase that a quantity stands in: the noun that it counts, "tens" of "tens of soldiers" where that is over it. */
export function phraseHead(scene: Scene, quantity: Quantity): number {
  const { tokens } = scene
  const { token, counted } = quantity
  if (counted === undefined) return top(scene, token)
  // Of "thousands of fighters" the number is the head and the noun hangs on it; of "20 men" it is the other way about.
  return tokens[token]!.head === counted ? counted : top(scene, token)
}

/** Parts of speech of words that stand for a phrase with a number and no noun: "two each", "85 %". */
const STANDS_FOR = new Set(['NUM', 'SYM', 'DET'])

/** Up from a number to the word that stands for the whole phrase: "%" of "85 %", "million" of "2.8 million". */
function top({ tokens }: Scene, token: number): number {
  let at = token
  for (let steps = 0; steps < 4; steps++) {
    const { head, deprel } = tokens[at]!
    const over = tokens[head]
    if (!over || !/^(nummod|compound|advmod|flat)/.test(deprel) || !STANDS_FOR.has(over.upos)) break
    at = head
  }
  return at
}

const DEFINITE = new Set(['the', 'these', 'those', 'both', 'all', 'this'])

/** "The two leaders": whom a phrase names is known before. */
export const isDefinite = ({ tokens, children }: Scene, noun: number): boolean =>
  children(noun).some((child) => tokens[child]!.deprel === 'det' && DEFINITE.has(tokens[child]!.text.toLowerCase()))

/** The first of the conjuncts that a word is one of; it has the role of them all. */
export function firstConjunct({ tokens }: Scene, token: number): number {
  let at = token
  for (let steps = 0; steps < 20 && /^(conj|appos)/.test(tokens[at]!.deprel) && tokens[at]!.head >= 0; steps++)
    at = tokens[at]!.head
  return at
}

/** The words at which a quantity can have a role in a clause: the number's and the counted noun's, or the first conjunct of either. */
export function roleHolders(scene: Scene, quantity: Quantity): readonly number[] {
  const heads = [phraseHead(scene, quantity), ...(quantity.counted === undefined ? [] : [quantity.counted])]
  return [...new Set(heads.flatMap((head) => [head, firstConjunct(scene, head)]))]
}
