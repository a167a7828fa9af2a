import type { Span } from '../model/span.ts'
import type { Intake } from '../vocabulary/intake.ts'

/** A date written out in a text, as an ISO date. */
export interface WrittenDate extends Span {
  readonly date: string
}

const NAME = String.raw`(\p{L}{3,9})\.?`
const YEAR = String.raw`((?:19|20)\d{2})`
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`
const GAP = String.raw`[\s,]{1,3}`
const EDGE = String.raw`(?![\p{L}\d])`
const START = String.raw`(?<![\p{L}\d])`
const FORMS: readonly {
  readonly pattern: RegExp
  readonly order: readonly [year: number, month: number, day: number]
}[] = [
  { pattern: new RegExp(String.raw`${START}${YEAR}-(\d{2})-(\d{2})(?!\d)`, 'u'), order: [1, 2, 3] },
  { pattern: new RegExp(START + NAME + GAP + DAY + GAP + YEAR + EDGE, 'u'), order: [3, 1, 2] },
  {
    pattern: new RegExp(
      START + DAY + String.raw`(?:\sof)?[\s,-]{1,3}` + NAME + String.raw`[\s,-]{1,3}` + YEAR + EDGE,
      'u',
    ),
    order: [3, 2, 1],
  },
  { pattern: new RegExp(String.raw`${START}${YEAR}[./](\d{1,2})[./](\d{1,2})${EDGE}`, 'u'), order: [1, 2, 3] },
]
const NUMERIC = new RegExp(String.raw`${START}(\d{1,2})[./](\d{1,2})[./]${YEAR}${EDGE}`, 'u')

const pad = (n: number): string => String(n).padStart(2, '0')

/** The ISO date of a day of the calendar; undefined where there is no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (days === undefined || day < 1 || day > days) return undefined
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** The first date with day, month and year. A date in figures counts only where its order leaves no doubt ("23/01/2019"). */
export function findDate(text: string, { months }: Pick<Intake, 'months'>): WrittenDate | undefined {
  const found: WrittenDate[] = []
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(text)
    if (!match) continue
    const [year, month, day] = order.map((group) => match[group]!)
    const number = months.get(month!.toLowerCase()) ?? Number(month)
    const date = isoDate(Number(year), number, Number(day))
    if (date) found.push({ start: match.index, end: match.index + match[0].length, date })
  }
  return found.sort((a, b) => a.start - b.start)[0] ?? findNumeric(text)
}

function findNumeric(text: string): WrittenDate | undefined {
  const match = NUMERIC.exec(text)
  if (!match) return undefined
  const [a, b, year] = match.slice(1).map(Number) as [number, number, number]
  if (a <= 12 && b <= 12 && a !== b) return undefined
  const date = a > 12 ? isoDate(year, b, a) : isoDate(year, a, b)
  return date ? { start: match.index, end: match.index + match[0].length, date } : undefined
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?(?:Z|[+-]\d{2}(?::?\d{2})?))?)?$/i

/** A date that was given with a report, as an ISO date or date-time; undefined where it is none. */
export function readDate(given: string, intake: Pick<Intake, 'months'>): string | undefined {
  const trimmed = given.trim()
  const match = ISO.exec(trimmed)
  if (!match) return trimmed.length <= 100 ? findDate(trimmed, intake)?.date : undefined
  const date = isoDate(Number(match[1]), Number(match[2]), Number(match[3]))
  return date && trimmed.replace(' ', 'T')
}
