import type { Analysis, Token } from '../../model/analysis.ts'
import type { Argument, Clause } from '../../model/clause.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from '../context.ts'
import { argumentsInPhrase, childrenOf } from '../frames/index.ts'
import { isJoined } from '../joined.ts'

/** The clause in which an agreement stands: under a verb (its object, or after its preposition) or as the verb's subject. */
export interface Place {
  readonly clause: Clause
  readonly verb: string
  readonly as: 'over' | 'under'
}

/** A phrase that names an agreement. */
export interface Mention {
  readonly token: Token
  /** The phrase with what hangs on it; `name` only the words before the head and the head. */
  readonly span: Span
  readonly name: Span
  readonly places: readonly Place[]
  /** The phrases inside it. */
  readonly inside: readonly Argument[]
  readonly chain: string | null
  readonly isName: boolean
}

const NOT_IN_NAME = new Set(['DET', 'PUNCT', 'NUM', 'PRON'])
/** Prepositions by which a verb takes the agreement itself: "agreed on a deal", "withdrew from the treaty". */
const TAKES = new Set([
  'on',
  'upon',
  'to',
  'from',
  'into',
  'of',
  'out of',
  'for',
  'with',
  'over',
  'about',
  'toward',
  'towards',
  'by',
])
const NAMING = /^(compound|amod|flat|nmod:desc)/

/** "60-day truce": the number that is joined to a word of the name. */
const joined = (analysis: Analysis, { index }: Token): readonly Token[] =>
  childrenOf(analysis, index).filter((child) => isJoined(analysis.tokens, child.index))

function nameOf(analysis: Analysis, token: Token): Span {
  const words = childrenOf(analysis, token.index).filter(
    (child) => child.index < token.index && NAMING.test(child.deprel) && !NOT_IN_NAME.has(child.upos),
  )
  const before = [...words, ...words.flatMap((word) => joined(analysis, word))]
  return { start: Math.min(token.start, ...before.map((child) => child.start)), end: token.end }
}

/** Where each noun stands in the clauses of the document. */
function placesByToken(clauses: readonly Clause[]): ReadonlyMap<number, readonly (Place & { argument: Argument })[]> {
  const found = new Map<number, (Place & { argument: Argument })[]>()
  const add = (token: number, place: Place & { argument: Argument }) =>
    found.set(token, [...(found.get(token) ?? []), place])
  for (const clause of clauses) {
    if (clause.light !== undefined) {
      const argument: Argument = { role: 'object', head: clause.head, span: clause.core }
      add(clause.head, { clause, verb: clause.light, as: 'over', argument })
    }
    if (clause.kind !== 'verb' && !clause.copular) continue
    for (const argument of clause.arguments) {
      if (argument.role === 'complement' || argument.role === 'indirect') continue
      if (argument.role === 'oblique' && !TAKES.has(argument.preposition ?? '')) continue
      add(argument.head, { clause, verb: clause.lemma, as: argument.role === 'subject' ? 'under' : 'over', argument })
    }
  }
  return found
}

function chainsByToken(analysis: Analysis): ReadonlyMap<number, string> {
  return new Map(
    analysis.chains.flatMap((chain) => chain.mentions.map((mention) => [mention.token, chain.id] as const)),
  )
}

/** Every phrase of the document that names an agreement: a noun of that class, or a name known to be one. */
export function findMentions({ analysis, vocabulary }: Context): readonly Mention[] {
  const kinds = vocabulary.nounClasses.get('agreement')
  const places = placesByToken(analysis.clauses)
  const chains = chainsByToken(analysis)
  const names = new Map(
    analysis.entities
      .filter((e) => e.type === 'agreement')
      .flatMap((e) => [[e.last, e] as const, [e.first, e] as const]),
  )
  const clauseAt = new Map(analysis.clauses.map((clause) => [clause.head, clause]))
  // "Letter of intent": a noun that is one only with what follows.
  const phraseAt = ({ index }: Token): string =>
    [0, 1, 2].map((step) => analysis.tokens[index + step]?.text.toLowerCase()).join(' ')
  const isOfKind = (token: Token): boolean =>
    kinds !== undefined && (kinds.has(token.lemma.toLowerCase()) || kinds.has(phraseAt(token)))
  return analysis.tokens.flatMap((token) => {
    const entity = names.get(token.index)
    const isNoun = token.upos === 'NOUN' || token.upos === 'PROPN'
    if (!isNoun || token.deprel === 'compound' || (!entity && !isOfKind(token))) return []
    const at = places.get(token.index) ?? []
    const own = clauseAt.get(token.index)
    const phrase: Argument = { role: 'object', head: token.index, span: nameOf(analysis, token) }
    return [
      {
        token,
        span: own?.kind === 'noun' && own.light === undefined ? own.core : (at[0]?.argument.span ?? phrase.span),
        name: entity ?? phrase.span,
        places: at,
        inside: argumentsInPhrase(analysis, own ? { ...phrase, clause: own.id } : phrase),
        chain: chains.get(token.index) ?? null,
        isName: entity !== undefined,
      },
    ]
  })
}
