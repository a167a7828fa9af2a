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

/**
 * How much of a text is read, in UTF-16 units: some 170,000 words, a hundred times the longest report. Reading takes
 * about 0.8 kB a unit, so this stays below a gigabyte.
 */
export const LONGEST_READ = 1_000_000
/** How far back from the limit an end of a line or a word is looked for. */
const CUT_REACH = 2000

/** Where reading ends: with the text, or after the last line or word before the limit, never inside a character. */
export function readEnd(text: string, limit = LONGEST_READ): number {
  if (text.length <= limit) return text.length
  const from = Math.max(0, limit - CUT_REACH)
  const tail = text.slice(from, limit)
  const line = tail.lastIndexOf('\n')
  const back = line >= 0 ? line : tail.lastIndexOf(' ')
  if (back >= 0) return from + back
  return /[\uD800-\uDBFF]/.test(text[limit - 1]!) ? limit - 1 : limit
}
