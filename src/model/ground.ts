/** Why a record has the score that it has. */
import type { Reading } from './reading.ts'

/** What spoke for a record (above 0) or against it (below 0), and how strongly, in log odds. */
export interface Ground {
  readonly ground: string
  readonly weight: number
}

export interface Explained {
  readonly reading: Reading
  /** The grounds of a record's score, the strongest first. */
  readonly why: (record: string) => readonly Ground[]
}
