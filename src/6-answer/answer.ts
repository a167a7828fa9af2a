import type { Quote } from '../5-ledger/index.ts'
import type { Certainty, Polarity, Realis } from '../model/index.ts'
import type { Question } from './question.ts'

/** A record behind a row: its exact words, where they stand, and who says so. */
export interface Cited {
  readonly record: string
  /** `text.slice(start, end)` of that version of the document gives the words. */
  readonly quotes: readonly Quote[]
  readonly document: string
  readonly version: number
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly publishedAt: string | null
  /** Who says so according to whom, outermost first, by the report's names; empty: the report in its own voice. */
  readonly according: readonly string[]
  readonly recordedAt: string
}

/** An actor of the world by the name most reports use. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** When something was, as its report tells it. */
export interface When {
  readonly from: string | null
  readonly to: string | null
  /** The words, where there are any. */
  readonly text: string | null
  readonly precision: string | null
  /** False: the report gives no time, and only `publishedOn` tells how late it can be. */
  readonly dated: boolean
  readonly publishedOn: string | null
}

export interface Standing {
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly realis: Realis
}

/** Why a question has no answer. */
export interface None {
  /** `empty`: the ledger holds nothing; `unknown-name`: nobody of that name; `nothing`: nothing that fits the question. */
  readonly code: 'empty' | 'unknown-name' | 'nothing'
  readonly message: string
  /** The names nearest to one that is not known. */
  readonly nearest: readonly string[]
}

/** A question, what the ledger answers, and where there are no rows, why. */
export interface Answer<Row> {
  readonly asked: string
  readonly question: Question
  readonly rows: readonly Row[]
  /** Rows that fit but were left off by the question's limit. */
  readonly leftOff: number
  readonly none: None | null
}
