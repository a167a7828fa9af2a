import type { Links } from './analysis.ts'
import type { ActorType } from './reading.ts'
import type { Certainty, Polarity, Realis, RecordKind } from './records.ts'

/** What an actor does in a record. `source` is a link of the chain, outermost at position 0. */
export const PARTS = [
  'speaker',
  'hearer',
  'actor',
  'recipient',
  'orderedBy',
  'subject',
  'object',
  'party',
  'of',
  'place',
  'source',
] as const
export type Part = (typeof PARTS)[number]

/** In which field of a record the actors of a part stand; it takes one actor, one or none, or any number. */
export interface PartField {
  readonly field: string
  readonly takes: 'one' | 'one or none' | 'any'
}
const one = (field: string): PartField => ({ field, takes: 'one' })
const oneOrNone = (field: string): PartField => ({ field, takes: 'one or none' })
const any = (field: string): PartField => ({ field, takes: 'any' })
const COMMON = { place: oneOrNone('place'), source: any('sources') }

/** The parts that each kind of record has. */
export const PART_FIELDS: Readonly<Record<RecordKind, Readonly<Partial<Record<Part, PartField>>>>> = {
  statement: { speaker: one('speaker'), hearer: any('hearers'), ...COMMON },
  event: { actor: any('actors'), recipient: any('recipients'), orderedBy: oneOrNone('orderedBy'), ...COMMON },
  relation: { subject: one('subject'), object: oneOrNone('object'), ...COMMON },
  agreement: { party: any('parties'), ...COMMON },
  dependency: COMMON,
  estimate: { of: oneOrNone('of'), ...COMMON },
}

/** An actor of the world as the ledger knows it, to be compared with an actor of a new reading. */
export interface KnownActor {
  readonly id: string
  /** What it is read as; then what those are read as whom people merged into it. */
  readonly types: readonly [ActorType, ...ActorType[]]
  /** Every name that a reading used. */
  readonly names: readonly string[]
  readonly links: Links
}

/** Why an actor of a reading was taken for an actor of the world. docs/ledger-spec.md lists the codes. */
export interface Reason {
  readonly code: string
  readonly text: string
}

/** `to` null: nobody known, a new actor of the world. */
export interface LinkDecision {
  readonly to: string | null
  readonly reason: Reason
  /** Of a new one: those known that it may be, for people to say. */
  readonly perhaps: readonly { readonly actor: string; readonly reason: Reason }[]
}

/** A record with the world's actors in its roles: what clustering, contradictions and origins are decided on. */
export interface ResolvedRecord {
  readonly id: string
  readonly document: string
  readonly kind: RecordKind
  /** Event type, predicate, act, status, dependency relation or measure. */
  readonly subtype: string
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly realis: Realis
  /** First and last day, null where open or not told. */
  readonly start: string | null
  readonly end: string | null
  readonly publishedOn: string | null
  readonly actors: Readonly<Partial<Record<Part, readonly string[]>>>
  /** Office, name of the agreement, measure: the words that belong to the record's identity, folded. */
  readonly label: string
  readonly low: number | null
  readonly high: number | null
  readonly ended: boolean
  /** The evidence's words. */
  readonly words: string
}

export interface Match {
  readonly record: string
  readonly reason: Reason
}

export const CONTRADICTIONS = ['number', 'polarity', 'time', 'who', 'status'] as const
export type ContradictionType = (typeof CONTRADICTIONS)[number]

/** How two records of one happening or fact stand to each other, where they do not agree. */
export interface Conflict {
  readonly kind: 'contradiction' | 'revision' | 'supersedes'
  readonly type: ContradictionType
  readonly reason: Reason
}

/** A report of a fact, with what tells whether it is a word of its own. */
export interface Testimony {
  readonly record: string
  readonly document: string
  /** Name of the publisher, folded. */
  readonly publisher: string | null
  readonly group: string | null
  /** The chain of sources, outermost first: world actors. */
  readonly sources: readonly string[]
  /** Names, folded, of the media in the chain. */
  readonly media: readonly string[]
  readonly publishedOn: string | null
  /** Documents that this one's text is near to. */
  readonly copies: readonly string[]
}

/** Testimonies that go back to one origin, and why. */
export interface Origin {
  readonly records: readonly string[]
  readonly reasons: readonly Reason[]
}

/** What the ledger asks of `4-resolve` when it writes: pure functions, handed in. */
export interface Resolver {
  /** Keys under which an actor is stored and looked for. */
  readonly keysOf: (name: string, type: ActorType) => readonly string[]
  readonly link: (actor: KnownActor, among: readonly KnownActor[]) => LinkDecision
  /** The one of `among` that tells the same happening or fact. */
  readonly match: (record: ResolvedRecord, among: readonly ResolvedRecord[]) => Match | null
  readonly conflict: (earlier: ResolvedRecord, later: ResolvedRecord) => Conflict | null
  readonly origins: (testimonies: readonly Testimony[]) => readonly Origin[]
  /** Signature of a text: near-identical texts share bands. */
  readonly sign: (text: string) => Signature
}

/** `bands`: keys of which near-identical texts share one; `shingles`: hashes of the text's word sequences, ascending. */
export interface Signature {
  readonly bands: readonly string[]
  readonly shingles: readonly number[]
}
