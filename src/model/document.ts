/** What a report is before anything is read in it. */
export interface Document {
  /** Hash of the text. */
  readonly id: string
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  /** ISO date or date-time; relative expressions of time are resolved against it. */
  readonly publishedAt?: string
  /** BCP 47; `und` where it could not be told. */
  readonly language: string
  readonly text: string
}
