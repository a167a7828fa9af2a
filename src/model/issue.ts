import type { Span } from './span.ts'

/** The codes of what a reader could not settle. docs/errors.md says what each means. */
export type IssueCode =
  | 'no-date'
  | 'date-from-text'
  | 'unknown-language'
  | 'text-cut'
  | 'text-empty'
  | 'text-repaired'
  | 'sentence-cut'
  | 'quotation-open'

/** Something that the reader could not settle: bad data is an issue with a place and a cause, never a crash. */
export interface Issue {
  readonly code: IssueCode
  readonly message: string
  readonly span?: Span
}
