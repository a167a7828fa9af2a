import type { Analysis, TimeExpression, Token } from '../model/analysis.ts'
import { lowerBound } from '../model/lower-bound.ts'
import type { Time } from '../model/records.ts'
import { firstEndingAfter } from '../model/span.ts'
import type { Opening } from '../vocabulary/times.ts'

type Interval = NonNullable<TimeExpression['interval']>
type Precision = Time['precision']

/** How exact TimeML's value is; the first that fits. */
const PRECISIONS: readonly (readonly [RegExp, Precision])[] = [
  [/^[\dX]{4}-[\dXW]{2,3}-[\dX]{1,2}T/, 'time'],
  [/^[\dX]{4}-[\dX]{2}-[\dX]{2}$|^[\dX]{4}-W[\dX]{2}-\d/, 'day'],
  [/^[\dX]{4}-W[\dX]{2}(-WE)?$/, 'week'],
  [/^[\dX]{4}-[\dX]{2}$/, 'month'],
  [/^[\dX]{4}-Q[\dX]$/, 'quarter'],
  [/^[\dX]{4}-(SP|SU|FA|WI)$/, 'season'],
  [/^[\dX]{4}(-H[\dX])?$/, 'year'],
  [/^[\dX]{3}$/, 'decade'],
  [/^[\dX]{2}$/, 'century'],
]

export function precisionOf({ value }: Pick<TimeExpression, 'value'>): Precision {
  return PRECISIONS.find(([pattern]) => pattern.test(value))?.[1] ?? 'unknown'
}

const DAY = 86_400_000
/** The ISO date a number of days from another. */
const besides = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** What "since", "until", "by", "after" … before a date make of its days; as it is after any other word. */
export function openInterval(interval: Interval, opening: Opening | undefined): Interval {
  if (!opening) return interval
  const { start, end } = interval
  if (opening.keeps === 'start') return { start: opening.beyond && end !== null ? besides(end, 1) : start, end: null }
  return { start: null, end: opening.beyond && start !== null ? besides(start, -1) : end }
}

/** The last token that ends by a place in the text; −1 where there is none. */
const tokenBefore = (tokens: readonly Token[], place: number): number => firstEndingAfter(tokens, place) - 1

/** The first expression that begins at a place in the text or after it. */
const firstFrom = (times: readonly TimeExpression[], place: number): TimeExpression | undefined =>
  times[lowerBound(times, ({ start }) => start < place)]

const RANGE_ENDS: Readonly<Record<string, readonly string[]>> = {
  from: ['to', 'until', 'till', 'through', '-', '–', '—'],
  between: ['and'],
}

type Scene = Pick<Analysis, 'document' | 'tokens' | 'times'>

/** "From March to May", "between 2014 and 2019": the other end of a range that the expression begins. */
function rangeEnd(expression: TimeExpression, word: string, { tokens, times }: Scene): TimeExpression | null {
  const joints = RANGE_ENDS[word]
  const after = tokens[tokenBefore(tokens, expression.end) + 1]
  if (!joints || !after || !joints.includes(after.text.toLowerCase())) return null
  const next = firstFrom(times, after.end)
  return next?.interval && tokens[tokenBefore(tokens, next.start)]?.end === after.end ? next : null
}

/** An expression as the time of a record, opened by the preposition before it: "since 2011" begins in 2011 and is open. */
export function toTime(expression: TimeExpression, analysis: Scene, openings: ReadonlyMap<string, Opening>): Time {
  const { document, tokens } = analysis
  const word = tokens[tokenBefore(tokens, expression.start)]?.text.toLowerCase() ?? ''
  const text = document.text.slice(expression.start, expression.end)
  const { interval } = expression
  if (!interval) return { start: null, end: null, text, precision: precisionOf(expression) }
  const last = rangeEnd(expression, word, analysis)
  if (last) {
    const whole = document.text.slice(expression.start, last.end)
    return { start: interval.start, end: last.interval!.end, text: whole, precision: precisionOf(expression) }
  }
  const opening = openings.get(word)
  const precision = opening ? 'open' : precisionOf(expression)
  return { ...openInterval(interval, opening), text, precision }
}
