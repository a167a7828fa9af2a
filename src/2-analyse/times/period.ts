import { daysInMonth, fromDay, isoDay, isoMonth, isoWeek, isoYear, mondayOf, toDay, weekOf } from './calendar.ts'

export type Grain = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'season' | 'half' | 'year' | 'decade' | 'century'

/** A stretch of the calendar of one kind. `index` counts stretches of that kind, so that the next one is `index + 1`. */
export interface Period {
  readonly grain: Grain
  readonly index: number
}

/** Spring, summer, autumn, winter; a winter is of the year in which it begins. */
const SEASONS = ['SP', 'SU', 'FA', 'WI']

const div = (a: number, b: number): number => Math.floor(a / b)
const mod = (a: number, b: number): number => a - b * div(a, b)

/** First and last day of the months from `first` (months counted from year 0) on. */
function months(first: number, count: number): readonly [number, number] {
  const last = first + count - 1
  const year = div(last, 12)
  const month = mod(last, 12) + 1
  return [
    toDay({ year: div(first, 12), month: mod(first, 12) + 1, day: 1 }),
    toDay({ year, month, day: daysInMonth(year, month) }),
  ]
}

interface Kind {
  /** The period of this grain that contains a day. */
  readonly at: (day: number) => number
  readonly days: (index: number) => readonly [number, number]
  readonly value: (index: number) => string
}

const monthAt = (day: number): number => {
  const { year, month } = fromDay(day)
  return year * 12 + month - 1
}
const yearAt = (day: number): number => fromDay(day).year
const weekValue = (index: number): string => {
  const { year, week } = isoWeek(index)
  return `${isoYear(year)}-W${String(week).padStart(2, '0')}`
}

const KINDS: Readonly<Record<Grain, Kind>> = {
  day: { at: (day) => day, days: (index) => [index, index], value: isoDay },
  week: { at: weekOf, days: (index) => [mondayOf(index), mondayOf(index) + 6], value: weekValue },
  weekend: {
    at: weekOf,
    days: (index) => [mondayOf(index) + 5, mondayOf(index) + 6],
    value: (index) => `${weekValue(index)}-WE`,
  },
  month: {
    at: monthAt,
    days: (index) => months(index, 1),
    value: (index) => isoMonth(div(index, 12), mod(index, 12) + 1),
  },
  quarter: {
    at: (day) => div(monthAt(day), 3),
    days: (index) => months(index * 3, 3),
    value: (index) => `${isoYear(div(index, 4))}-Q${mod(index, 4) + 1}`,
  },
  season: {
    // Meteorological: spring begins in March.
    at: (day) => div(monthAt(day) - 2, 3),
    days: (index) => months(index * 3 + 2, 3),
    value: (index) => `${isoYear(div(index, 4))}-${SEASONS[mod(index, 4)]}`,
  },
  half: {
    at: (day) => div(monthAt(day), 6),
    days: (index) => months(index * 6, 6),
    value: (index) => `${isoYear(div(index, 2))}-H${mod(index, 2) + 1}`,
  },
  year: { at: yearAt, days: (index) => months(index * 12, 12), value: isoYear },
  decade: {
    at: (day) => div(yearAt(day), 10),
    days: (index) => months(index * 120, 120),
    value: (index) => String(index).padStart(3, '0'),
  },
  century: {
    // The 20th century, index 19, is 1901 to 2000.
    at: (day) => div(yearAt(day) - 1, 100),
    days: (index) => months((index * 100 + 1) * 12, 1200),
    value: (index) => String(index).padStart(2, '0'),
  },
}

export const periodAt = (grain: Grain, day: number): Period => ({ grain, index: KINDS[grain].at(day) })
export const shift = (period: Period, by: number): Period => ({ ...period, index: period.index + by })
export const firstDay = (period: Period): number => KINDS[period.grain].days(period.index)[0]
export const lastDay = (period: Period): number => KINDS[period.grain].days(period.index)[1]
/** TimeML's value: 2025-11-10, 2025-W45, 2025-Q3, 2025-SU, 199. */
export const timexValue = (period: Period): string => KINDS[period.grain].value(period.index)
export const yearOf = (period: Period): number => yearAt(firstDay(period))
/** The period of another grain that this one begins in. */
export const widen = (period: Period, grain: Grain): Period => periodAt(grain, firstDay(period))

const GRAINS: readonly Grain[] = Object.keys(KINDS) as Grain[]
export const isGrain = (word: string): word is Grain => (GRAINS as readonly string[]).includes(word)

/** First and last day as ISO dates. */
export function intervalOf(period: Period): { readonly start: string; readonly end: string } {
  return { start: isoDay(firstDay(period)), end: isoDay(lastDay(period)) }
}

/** The day `count` units after (if negative, before) a day; the 31st becomes the last of a shorter month. */
export function stepDay(day: number, grain: Grain, count: number): number {
  if (grain === 'day') return day + count
  if (grain === 'week' || grain === 'weekend') return day + 7 * count
  const target = shift({ grain: 'month', index: monthAt(day) }, count * MONTHS[grain])
  return Math.min(firstDay(target) + fromDay(day).day - 1, lastDay(target))
}

const MONTHS: Readonly<Record<Exclude<Grain, 'day' | 'week' | 'weekend'>, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
}
