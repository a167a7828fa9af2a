import { ReadoutError } from '../../model/index.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

const invalid = (text: string): ReadoutError =>
  new ReadoutError('date-invalid', `"${text}" is not a date: write YYYY-MM-DD`)

export function day(text: string): string {
  if (!DAY.test(text) || Number.isNaN(Date.parse(text))) throw invalid(text)
  return text
}

/** The recorded time that `known` means: a day stands for its last moment. Null: now. */
export function moment(known: string | undefined): string | null {
  if (known === undefined) return null
  if (DAY.test(known)) return `${day(known)}T23:59:59.999Z`
  const time = Date.parse(known)
  if (Number.isNaN(time)) throw invalid(known)
  return new Date(time).toISOString()
}

/** The recorded time after which something is: of a day its last moment. */
export const after = (since: string): string => moment(since)!
