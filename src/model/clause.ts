import type { Span } from './span.ts'

/**
 * Grammatical functions, undone of voice, gaps and control: the subject of a passive is the `object` here, its
 * by-phrase the `subject`; a relative pronoun counts as its antecedent; "held talks" has the noun as predicate.
 */
export type Role =
  | 'subject'
  | 'object'
  | 'indirect'
  | 'oblique'
  | 'complement'
  | 'possessor'
  | 'modifier'
  | 'apposition'

/** A phrase in a role of a clause. */
export interface Argument {
  readonly role: Role
  /** Lower-case preposition of an oblique ("with", "according to"); for a noun's argument "of", "by", "between" … */
  readonly preposition?: string
  /** Document token index of the head word; where a name has several words, its UD head. */
  readonly head: number
  /** The whole phrase with what depends on it, without the preposition and without closing punctuation or conjuncts. */
  readonly span: Span
  /** Present where the phrase is not in this clause: control, raising, a relative's antecedent, a shared conjunct. */
  readonly implied?: true
  /** The clause that the head of this argument is the predicate of (complement clauses, event nouns). */
  readonly clause?: number
}

export type ClauseKind = 'verb' | 'noun' | 'adjective'

/** How a clause hangs on its parent. */
export type Link =
  | 'root'
  | 'complement' // ccomp, xcomp, csubj, acl of a noun with content ("the claim that")
  | 'adverbial' // advcl: see `marker`
  | 'relative'
  | 'participle' // acl without relative: "troops based in"
  | 'conjunct'
  | 'parataxis'
  | 'argument' // an event noun inside a phrase of the parent
  | 'other'

export interface Clause {
  /** Index in `analysis.clauses`. */
  readonly id: number
  readonly sentence: number
  readonly kind: ClauseKind
  /** Document token index of the predicate. */
  readonly head: number
  /** Lemma of the predicate with its particle: "rule out"; of a copular clause the noun's or adjective's. */
  readonly lemma: string
  /** Lemma of the light verb, where the predicate is its noun: "hold" of "held a meeting". */
  readonly light?: string
  readonly copular?: true
  readonly passive?: true
  readonly tense: 'past' | 'present' | 'future' | 'none'
  readonly perfect?: true
  readonly progressive?: true
  /** Lemmas of auxiliaries and modals, "not" left out: ["may", "have"]. Their tokens are in `auxiliaryTokens`. */
  readonly auxiliaries: readonly string[]
  readonly auxiliaryTokens: readonly number[]
  /** Tokens that negate the clause itself: "not", "never", "no" on an argument. */
  readonly negation: readonly number[]
  /** Tokens of adverbs on the predicate: "allegedly", "already". */
  readonly adverbs: readonly number[]
  readonly arguments: readonly Argument[]
  readonly parent: number | null
  readonly link: Link
  /** Lower-case subordinator or preposition that opens it: "if", "because", "after", "to", "in order to", "that". */
  readonly marker?: string
  readonly markerTokens: readonly number[]
  /** The clause's words from its first to its last token, subordinate clauses included, marker and closing punctuation left out. */
  readonly span: Span
  /** The clause's own core: without adverbial and relative clauses, conjuncts and parataxis. */
  readonly core: Span
}
