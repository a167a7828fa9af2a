import type { Times } from '../5-ledger/index.ts'
import type { Certainty } from '../model/index.ts'

/** What every question may be narrowed by. Neither day given: all that the ledger holds now. */
export interface Question extends Times {
  /** Names or ids of actors: records in which any of them takes part. */
  readonly about?: readonly string[]
  /** Days, both inclusive: the record's time (undated: its publication) overlaps them. */
  readonly since?: string
  readonly until?: string
  readonly certainty?: readonly Certainty[]
  /** Only records whose score is at least this, 0 to 1. */
  readonly minScore?: number
  /** Publishers, or actors anywhere in the chain of who says so: on the word of any of them. */
  readonly sources?: readonly string[]
  /** Most rows to give. */
  readonly limit?: number
}
