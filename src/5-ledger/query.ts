import type { Certainty, Part, Polarity, Realis, RecordKind } from '../model/index.ts'

/** As of which valid day and as known at which recorded time a question is asked. Neither: all that is held now. */
export interface Times {
  /**
   * A day: relations that held on it, everything else that had begun by it. What is not dated is taken by the day of
   * publication: an undated record of a report published later is left out.
   */
  readonly asOf?: string
  /** A day (to its last moment, UTC) or date-time: rows recorded by then and not yet retracted then. */
  readonly known?: string
}

/** Every field narrows; a list means any of them. World actors are given by any of their ids: merges are followed. */
export interface RecordQuery extends Times {
  readonly ids?: readonly string[]
  readonly kinds?: readonly RecordKind[]
  readonly subtypes?: readonly string[]
  /** World actors in any part. */
  readonly actors?: readonly string[]
  /** Narrows `actors` to these parts. */
  readonly parts?: readonly Part[]
  /** World actors anywhere in the chain of sources. */
  readonly sources?: readonly string[]
  /** Names of publishers. */
  readonly publishers?: readonly string[]
  readonly documents?: readonly string[]
  readonly clusters?: readonly string[]
  /** The record's time (undated: its publication) overlaps [since, until], days, both inclusive. */
  readonly since?: string
  readonly until?: string
  /** Rows recorded after this moment. */
  readonly recordedSince?: string
  /** Published on that day or later. */
  readonly publishedSince?: string
  readonly review?: readonly ('proposed' | 'accepted' | 'corrected')[]
  readonly certainty?: readonly Certainty[]
  /** Records whose score is at least this; those without a score too. */
  readonly minScore?: number
  readonly polarity?: Polarity
  readonly realis?: readonly Realis[]
  /** Words that the evidence holds, in any inflection. */
  readonly text?: string
  /** Default true. */
  readonly undated?: boolean
  /** Retracted records too, with `retractedAt` set. Default false. */
  readonly retracted?: boolean
  /** `time`: by valid time (undated: publication), then id; `recorded`: by recorded time. Default time. */
  readonly order?: 'time' | 'recorded'
  readonly descending?: boolean
  /** Default 1,000. */
  readonly limit?: number
  readonly offset?: number
}

export interface DocumentQuery {
  readonly ids?: readonly string[]
  readonly known?: string
  readonly publishers?: readonly string[]
  /** Day of publication within [since, until]. */
  readonly since?: string
  readonly until?: string
  /** Words that the title or the text of the newest version holds, in any inflection. */
  readonly text?: string
  /** Reports of which a version was recorded after this moment. */
  readonly recordedSince?: string
  /** `published`: by day of publication; `recorded`: those whose newest version was recorded last, first. Default published. */
  readonly order?: 'published' | 'recorded'
  /** By day of publication, the last first. */
  readonly descending?: boolean
  readonly limit?: number
  readonly offset?: number
}

export interface ActorQuery {
  readonly ids?: readonly string[]
  /** A name in any spelling of case and accents, whole; finds names, aliases and acronyms. */
  readonly name?: string
  /** Start of a name. */
  readonly prefix?: string
  /** Words, each of which begins a word of one and the same of its names. */
  readonly words?: string
  readonly types?: readonly string[]
  readonly known?: string
  readonly limit?: number
  readonly offset?: number
}
