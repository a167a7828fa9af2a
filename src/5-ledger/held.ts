import type {
  Actor,
  ActorType,
  ContradictionType,
  Issue,
  Links,
  Origin,
  Part,
  Position,
  ReaderVersion,
  ReadoutRecord,
  Reason,
  RecordKind,
  Span,
} from '../model/index.ts'

/** What the ledger gives back. Ids are UUIDs; days are `YYYY-MM-DD`; recorded times are ISO date-times in UTC. */

/** Reliability of a source (Admiralty code): A completely reliable … E unreliable, F cannot be judged. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

export interface Publisher {
  readonly id: string
  readonly name: string
  /** Null until somebody sets it. */
  readonly reliability: Reliability | null
  readonly group: string | null
}

/** The version of a document that a record stands in, as a citation needs it. */
export interface Citation {
  readonly document: string
  /** Counts from 1. */
  readonly version: number
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly publishedAt: string | null
}

/** A stretch that was taken out or put in between a version and the one before it; spans of the old and the new text. */
export interface Change {
  readonly old: Span
  readonly new: Span
  readonly removed: string
  readonly added: string
}

export interface Version {
  readonly id: string
  readonly number: number
  readonly textHash: string
  readonly title: string | null
  readonly publishedAt: string | null
  readonly language: string
  readonly recordedAt: string
  /** Against the version before; empty for the first. */
  readonly changes: readonly Change[]
}

export interface HeldReading {
  readonly id: string
  readonly version: number
  readonly reader: ReaderVersion
  readonly issues: readonly Issue[]
  readonly recordedAt: string
  /** When a reading with a newer reader, or of a newer version, took its place. */
  readonly replacedAt: string | null
}

export interface HeldDocument extends Citation {
  readonly recordedAt: string
  /** Of the version named by `version`. */
  readonly text: string
  readonly versions: readonly Version[]
  readonly readings: readonly HeldReading[]
}

/** A report that holds the words looked for, with where in its title and in its text. */
export interface FoundReport {
  readonly document: HeldDocument
  readonly inTitle: readonly Span[]
  readonly inText: readonly Span[]
}

/** Somebody whom a reading names: whom the ledger takes it for, as the report calls it, and where. */
export interface ReadActor {
  /** World actor (after merges). */
  readonly id: string
  readonly name: string
  readonly type: ActorType
  /** Spans of the version's text, in order. */
  readonly mentions: readonly Span[]
}

/**
 * A version of a document as it is read: the records that stand in it with their spans in its text, in order of place.
 * The newest version is shown as known at the time asked about, one before it as it stood until the next was recorded.
 */
export interface KeptReading {
  /** With the text of this version; its versions and readings are those known at the time asked about. */
  readonly document: HeldDocument
  readonly version: number
  readonly actors: readonly ReadActor[]
  readonly records: readonly HeldRecord[]
}

/** Exact words of a version of a document. `text.slice(start, end) === words` holds, and `doctor` checks it. */
export interface Quote extends Span {
  readonly version: number
  readonly words: string
}

/** An actor in a part of a record: as the report calls it, and whom the ledger takes it for. */
export interface PartOf {
  readonly part: Part
  readonly position: number
  /** World actor (after merges). */
  readonly actor: string
  /** Name in the report. */
  readonly name: string
}

/** One row: what one source in one report says, with both times. */
export interface HeldRecord {
  readonly id: string
  readonly kind: RecordKind
  /** Event type, predicate, act, status, dependency relation or measure. */
  readonly subtype: string
  /** The record as the reader gave it, with world actors' ids for actors and ledger ids for `id`, `sameAs` and the ends of dependencies. */
  readonly record: ReadoutRecord
  readonly parts: readonly PartOf[]
  /** Where in the newest version that carries it. */
  readonly evidence: readonly Quote[]
  /** Words of the other spans of the record: cue, content, about, antecedent, consequent, cues. */
  readonly quotes: Readonly<Record<string, readonly Quote[]>>
  readonly citation: Citation
  readonly reading: string
  /** False where the report gives no time: then nothing is guessed, and only `publishedOn` orders it. */
  readonly dated: boolean
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly publishedOn: string | null
  readonly recordedAt: string
  readonly retractedAt: string | null
  readonly retractedWhy: string | null
  readonly review: 'proposed' | 'accepted' | 'corrected' | 'rejected'
  /** The happening or fact that it tells with other records. */
  readonly cluster: string | null
}

export interface ActorName {
  readonly name: string
  /** In how many documents. */
  readonly documents: number
}

export interface WorldActor {
  readonly id: string
  /** The name used in most documents, the longer first. */
  readonly name: string
  readonly type: ActorType
  readonly names: readonly ActorName[]
  readonly links: Links
  readonly documents: number
  /** Actors that people merged into this one. */
  readonly merged: readonly string[]
}

/** An actor of the world by the name that most documents use. */
export interface Called {
  readonly id: string
  readonly name: string
}

/** An actor of a reading, for whom the ledger takes it, and why. */
export interface ActorLink {
  readonly id: string
  readonly readingActor: string
  readonly document: string
  readonly actor: string
  readonly as: Pick<Actor, 'name' | 'type' | 'aliases'>
  readonly reason: Reason
  readonly by: string | null
  readonly recordedAt: string
  readonly retractedAt: string | null
}

export interface ClusterMember {
  readonly record: string
  readonly document: string
  readonly reason: Reason
  readonly by: string | null
  readonly recordedAt: string
}

/** Where somebody says that an actor lies. */
export interface Placed {
  /** World actor (after merges). */
  readonly actor: string
  /** Null: taken off the map again. */
  readonly position: Position | null
  readonly by: string
  readonly why: string
  readonly recordedAt: string
}

/** Several reports of one happening (events) or one fact (all other kinds). A record alone has no cluster. */
export interface Cluster {
  readonly id: string
  readonly kind: 'happening' | 'fact'
  readonly members: readonly ClusterMember[]
}

/** Days (YYYY-MM-DD, UTC), ascending, each once. */
export interface Days {
  readonly published: readonly string[]
  readonly recorded: readonly string[]
}

/** On how many independent words something stands. */
export interface Corroboration {
  /** Documents that tell it. */
  readonly reports: number
  readonly origins: readonly Origin[]
}

export interface Contradiction {
  readonly id: string
  /** `revision`: the later report itself revises the former figure. */
  readonly kind: 'contradiction' | 'revision'
  readonly type: ContradictionType
  readonly earlier: HeldRecord
  readonly later: HeldRecord
  readonly reason: Reason
  readonly recordedAt: string
}
