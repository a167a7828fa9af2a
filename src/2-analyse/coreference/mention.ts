import type { Entity, MentionForm } from '../../model/analysis.ts'
import type { ActorType } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import type { Pronoun } from '../../vocabulary/reference.ts'

/** Genders and numbers are sets of bits, so that "may be the same" is one AND. */
export const MALE = 1
export const FEMALE = 2
export const NEUTER = 4
export const SINGULAR = 1
export const PLURAL = 2

/** What a phrase names, coarsely: enough to say what may be taken up by what. The order is that of the trained weights. */
export const KINDS = [
  'unknown',
  'person',
  'people',
  'organization',
  'place',
  'state',
  'time',
  'event',
  'thing',
  'animal',
] as const
export type Kind = (typeof KINDS)[number]

/** How a phrase is opened. The order is that of the trained weights. */
export const ARTICLES = [
  'bare',
  'indefinite',
  'definite',
  'demonstrative',
  'possessive',
  'quantified',
  'number',
] as const
export type Article = (typeof ARTICLES)[number]

/** Syntactic place. The order is that of the trained weights. */
export const PLACES = [
  'other',
  'subject',
  'passive',
  'object',
  'indirect',
  'oblique',
  'agent',
  'modifier',
  'possessor',
  'apposition',
  'compound',
  'conjunct',
  'root',
  'vocative',
  'predicate',
] as const
export type Place = (typeof PLACES)[number]

/** A name as it is compared: folded words, without article and titles. */
export interface NameForm {
  readonly words: readonly string[]
  /** The words joined; of a name with listed variants, the key of its row. */
  readonly key: string
  /** First letters, as an acronym would have them: of all words, and of those with a capital. */
  readonly initials: readonly string[]
  /** The single word is all capitals: it may be an acronym. */
  readonly acronym: boolean
}

/** A phrase that may refer, with all that is known of it before any link. */
export interface Phrase extends Span {
  /** Place in the list of the document's phrases. */
  readonly id: number
  readonly form: MentionForm
  /** Head token; first and last token (inclusive). */
  readonly token: number
  readonly first: number
  readonly last: number
  readonly head: Span
  /** "Arendia and Borland" as one. */
  readonly group: boolean
  readonly sentence: number
  readonly lemma: string
  readonly entity: Entity | null
  readonly pronoun: Pronoun | null
  readonly name: NameForm | null
  readonly kind: Kind
  /** Type of actor that the list gives for the head of a description. */
  readonly nounType: ActorType | null
  /** Of a person's name: the offices before it, by their last word. */
  readonly titles: readonly string[]
  /** A title tells the person's gender. */
  readonly titled: boolean
  readonly number: number
  readonly gender: number
  readonly article: Article
  readonly place: Place
  /** Lemmas of the words that narrow the head down: "Kurdish-led" forces. */
  readonly modifiers: readonly string[]
  /** Token that the phrase is an argument of. */
  readonly governor: number
  /** Verb (or other clause head) of its clause. */
  readonly clause: number
  /** Index of the innermost quotation, or -1. */
  readonly quotation: number
  /** Phrases that hold this one. */
  readonly depth: number
}
