import type { Clause } from './clause.ts'
import type { Document } from './document.ts'
import type { Certainty, Polarity, Realis } from './factuality.ts'
import type { Span } from './span.ts'

/**
 * A token as the stages see it. `index` and `head` count the tokens of the whole document from 0; the root of a
 * sentence has head -1. (The public analysis counts heads within the sentence from 1: see export/analysis.ts.)
 */
export interface Token extends Span {
  readonly index: number
  readonly sentence: number
  readonly text: string
  readonly lemma: string
  /** Universal part of speech: NOUN, PROPN, VERB, AUX … */
  readonly upos: string
  /** Penn Treebank tag: VBD, NNP … */
  readonly xpos: string
  readonly head: number
  /** UD 2 relation with subtype: nsubj, nsubj:pass, obl:agent … */
  readonly deprel: string
}

/** `first` and `last` (inclusive) are document token indexes. */
export interface Sentence extends Span {
  readonly index: number
  /** Paragraphs are divided by blank lines (or line ends in texts without blank lines). */
  readonly paragraph: number
  readonly first: number
  readonly last: number
}

export type EntityType = 'person' | 'organization' | 'place' | 'nationality' | 'event' | 'agreement' | 'title' | 'other'

export type OrganizationSubtype =
  | 'state-organ'
  | 'military'
  | 'armed-group'
  | 'coalition'
  | 'party'
  | 'company'
  | 'media'
  | 'body'

export type PlaceSubtype = 'state' | 'city' | 'region' | 'facility'

export interface Links {
  /** ISO 3166-1 alpha-3 of the state that the name is of, or (nationality) belongs to. */
  readonly iso3?: string
  readonly wikidata?: string
  readonly geonames?: string
  /** Id in UCDP's list of armed actors. */
  readonly ucdp?: string
}

/** A name in the text. `first` and `last` (inclusive) are document token indexes. */
export interface Entity extends Span {
  readonly type: EntityType
  readonly subtype?: OrganizationSubtype | PlaceSubtype
  readonly first: number
  readonly last: number
  readonly links?: Links
}

export type MentionForm = 'name' | 'nominal' | 'pronoun'

/** A phrase that refers: `span` is the phrase, `head` the span of its head word (of a name: the whole name), `token` the head's index. */
export interface Mention extends Span {
  readonly head: Span
  readonly token: number
  readonly form: MentionForm
}

/** Coreference: all the mentions of one actor or thing. */
export interface Chain {
  readonly id: string
  /** One of the actor types of RECORDS.md. */
  readonly type: string
  readonly name: string
  readonly mentions: readonly Mention[]
  readonly links?: Links
}

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** A time expression with its TimeML value, and the calendar days it covers (both inclusive), or null. */
export interface TimeExpression extends Span {
  readonly type: TimeType
  readonly value: string
  readonly interval: { readonly start: string | null; readonly end: string | null } | null
  readonly anchor?: string
}

export interface Quantity extends Span {
  /** Bounds, inclusive; null where open. */
  readonly low: number | null
  readonly high: number | null
  readonly unit?: string
  /** What is counted: "fighters", "people". */
  readonly measure?: string
  readonly approximate: boolean
  /** "the 90th member": the number is a place in an order. */
  readonly ordinal?: boolean
  /** Document token index of its head word. */
  readonly token: number
  /** Document token index of the noun that is counted, if there is one. */
  readonly counted?: number
}

/** A stretch in quotation marks, marks included; `level` 0 is outermost. `open` where no closing mark was found. */
export interface Quotation extends Span {
  readonly level: number
  readonly open?: boolean
}

export const STATEMENT_MODES = ['direct', 'indirect', 'mixed'] as const
export type StatementMode = (typeof STATEMENT_MODES)[number]

/** Someone says something: whose words, by which cue, which words. `parent` indexes the attribution whose content contains this one. */
export interface Attribution {
  readonly source: readonly Span[] | null
  /** Head token of the source, if there is one. */
  readonly sourceToken?: number
  readonly cue: readonly Span[]
  /** Token of the cue's head word, if there is one. */
  readonly cueToken?: number
  readonly content: readonly Span[]
  readonly chain?: string
  readonly mode: StatementMode
  readonly parent?: number
  /** Lexicon row of the cue, or the id of the rule that found the attribution. */
  readonly rule: string
  /** Clause of the cue, where it has one. */
  readonly clause?: number
  /** The content is another's words, taken up by "which": that other source is responsible for it. */
  readonly anaphoric?: true
}

/** A verb, or a noun that names an act, with what its path of operators makes of it. */
export interface Predicate extends Span {
  readonly token: number
  readonly lemma: string
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly realis: Realis
  /** Index into `attributions`: the innermost one whose content contains the predicate. */
  readonly attribution?: number
  /** Words that settled polarity, certainty or realis. */
  readonly cues: readonly Span[]
}

export interface ResolvedPlace extends Span {
  readonly name: string
  readonly links: Links
  readonly lat?: number
  readonly lon?: number
}

/** What 2-analyse/ makes of a document, and all that 3-extract/ reads. */
export interface Analysis {
  readonly document: Document
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly entities: readonly Entity[]
  readonly chains: readonly Chain[]
  readonly times: readonly TimeExpression[]
  readonly quantities: readonly Quantity[]
  readonly quotations: readonly Quotation[]
  readonly places: readonly ResolvedPlace[]
  readonly clauses: readonly Clause[]
  readonly attributions: readonly Attribution[]
  /** One for each clause: `predicates[clause.id]`. */
  readonly predicates: readonly Predicate[]
}
