import { ReadoutError } from '../../model/index.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}/

const invalid = (text: string): ReadoutError =>
  new ReadoutError('date-invalid', `"${text}" is not a date: write YYYY-MM-DD`)

/** JavaScript takes the 30th of February for a day in March. */
function isOfCalendar(text: string): boolean {
  const time = Date.parse(text)
  return DAY.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

export function day(text: string): string {
  if (!isOfCalendar(text)) throw invalid(text)
  return text
}

/** The recorded time that `known` means: a day stands for its last moment. Null: now. */
export function moment(known: string | undefined): string | null {
  if (known === undefined) return null
  if (DAY.test(known)) return `${day(known)}T23:59:59.999Z`
  // JavaScript finds a time in "draft 7" too.
  const time = isOfCalendar(DATE_TIME.exec(known)?.[1] ?? '') ? Date.parse(known) : Number.NaN
  if (Number.isNaN(time)) throw invalid(known)
  return new Date(time).toISOString()
}

/** The recorded time after which something is: of a day its last moment. */
export const after = (since: string): string => moment(since)!
