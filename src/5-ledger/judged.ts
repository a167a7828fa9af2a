import type { ActorType, Certainty, Part, Polarity, Realis, Reason } from '../model/index.ts'

/** What the ledger proposes, and what people judge. Ids are UUIDs; recorded times are ISO date-times in UTC. */

/**
 * Something the ledger noticed and people decide: nothing happens until they do. Accepting `supersedes` ends the earlier
 * relation on the day of the later record (an agreement's statuses follow each other as they are); accepting `same-actor`
 * merges the second into the first. Either is taken back by `undo`.
 */
export interface Proposal {
  readonly id: string
  readonly kind: 'supersedes' | 'same-actor'
  /** Records (supersedes: the earlier, the later) or world actors. */
  readonly first: string
  readonly second: string
  readonly reason: Reason
  readonly recordedAt: string
  readonly decided: 'accepted' | 'rejected' | null
}

export type JudgementAction =
  | 'accept'
  | 'reject'
  | 'correct'
  | 'retract'
  | 'merge'
  | 'split'
  | 'split-cluster'
  | 'decide'
  | 'undo'

export interface Judgement {
  readonly id: string
  readonly action: JudgementAction
  readonly targets: readonly string[]
  readonly by: string
  readonly why: string
  readonly recordedAt: string
  /** The judgement that this one takes back. */
  readonly undoes: string | null
  readonly undoneBy: string | null
  /** What was changed, before and after, for `correct`. */
  readonly before: unknown
  readonly after: unknown
}

/** An actor of the world by its id, or by a name that the report uses and the reader did not find. */
export type CorrectedActor = string | { readonly name: string; readonly type: ActorType }

/** What a record should say. What is left out stays as it is. */
export interface Correction {
  readonly subtype?: string
  readonly polarity?: Polarity
  readonly certainty?: Certainty
  readonly realis?: Realis
  readonly validFrom?: string | null
  readonly validTo?: string | null
  /**
   * Other fields of the record's own kind: of statements `channel` and `mode`, of events `mode`, `means` and `joint`, of
   * relations `role` and `ended`, of agreements `name`, `scope` and `excludes`, of estimates `low`, `high`, `unit` and
   * `approximate`.
   */
  readonly fields?: Readonly<Record<string, unknown>>
  /** All actors of a part, in order; a list of none empties it. */
  readonly actors?: Readonly<Partial<Record<Part, readonly CorrectedActor[]>>>
  /** The record that an end of a dependency is told by, or null for none. */
  readonly ends?: { readonly antecedent?: string | null; readonly consequent?: string | null }
}
