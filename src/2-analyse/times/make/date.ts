import type { Holiday } from '../../../vocabulary/times.ts'
import {
  daysInMonth,
  easter,
  fromDay,
  isoDay,
  isoYear,
  mondayOf,
  parseDay,
  toDay,
  weekdayOf,
  weekOf,
} from '../calendar.ts'
import {
  anchored,
  type Caught,
  dated,
  type Maker,
  type Meaning,
  type Tense,
  type TimeContext,
  undated,
} from '../context.ts'
import { byStep, byTense, type Cycle } from '../cycle.ts'
import { type Period, periodAt, shift, widen } from '../period.ts'

const DAYS_IN: Readonly<Record<string, number>> = { week: 7 }

const pad = (value: number): string => String(value).padStart(2, '0')

/** What is meant of the day: "T10:35", "TNI", or nothing. */
export function suffixOf(caught: Caught): string {
  const part = caught.text('part')
  const minutes = caught.number('clock')
  const hour = caught.number('hour')
  if (hour !== undefined && part) {
    const late = (part === 'AF' || part === 'EV' || (part === 'NI' && hour > 5)) && hour < 12
    return `T${pad(late ? hour + 12 : hour)}:00`
  }
  if (minutes !== undefined) return clockSuffix(minutes)
  return part ? `T${part}` : ''
}

const clockSuffix = (minutes: number): string => `T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

function holidayIn(holiday: Holiday, year: number): Period {
  if (holiday.date) return { grain: 'day', index: toDay({ year, month: holiday.date[0], day: holiday.date[1] }) }
  if (holiday.easter !== undefined) return { grain: 'day', index: easter(year) + holiday.easter }
  const { weekday, nth, month, after } = holiday.weekday!
  const first = toDay({ year, month, day: 1 })
  const start = first + ((weekday - weekdayOf(first) + 7) % 7)
  const last = first + daysInMonth(year, month) - 1
  const index = nth > 0 ? start + 7 * (nth - 1) : last - ((weekdayOf(last) - weekday + 7) % 7)
  return { grain: 'day', index: index + after }
}

function dayIn(year: number, month: number, day: number): Period | null {
  return day <= daysInMonth(year, month) ? { grain: 'day', index: toDay({ year, month, day }) } : null
}

/** Month and day of the month, also as figures with a slash. */
function monthAndDay(caught: Caught): readonly [number | undefined, number | undefined] {
  const both = caught.number('slash-day')
  return both === undefined ? [caught.number('month'), caught.number('dom')] : [Math.floor(both / 100), both % 100]
}

/** What comes once a year, by the year, with TimeML's value where the year is not known. */
function yearly(caught: Caught, holidays: ReadonlyMap<string, Holiday>): { cycle: Cycle; unknown: string } | null {
  const [month, day] = monthAndDay(caught)
  const holiday = holidays.get(caught.text('holiday') ?? '')
  if (holiday)
    return {
      cycle: (year) => holidayIn(holiday, year),
      unknown: holiday.date ? `XXXX-${pad(holiday.date[0])}-${pad(holiday.date[1])}` : 'XXXX-XX-XX',
    }
  if (month !== undefined && day !== undefined)
    return { cycle: (year) => dayIn(year, month, day), unknown: `XXXX-${pad(month)}-${pad(day)}` }
  if (month !== undefined)
    return { cycle: (year) => ({ grain: 'month', index: year * 12 + month - 1 }), unknown: `XXXX-${pad(month)}` }
  const [quarter, half, season] = [caught.number('quarter'), caught.number('half'), caught.number('season')]
  if (quarter !== undefined && quarter >= 1 && quarter <= 4)
    return { cycle: (year) => ({ grain: 'quarter', index: year * 4 + quarter - 1 }), unknown: `XXXX-Q${quarter}` }
  if (half !== undefined)
    return { cycle: (year) => ({ grain: 'half', index: year * 2 + half - 1 }), unknown: `XXXX-H${half}` }
  if (season !== undefined)
    return {
      cycle: (year) => ({ grain: 'season', index: year * 4 + season }),
      unknown: `XXXX-${['SP', 'SU', 'FA', 'WI'][season]}`,
    }
  return null
}

/** The year that the expression or, for a day of a month, the text gives. */
function statedYear(caught: Caught, context: TimeContext): number | null {
  const year = caught.number('year')
  if (year !== undefined) return year
  const step = caught.number('year-step')
  if (step !== undefined) return context.now === null ? null : fromDay(context.now).year + step
  const [month, day] = monthAndDay(caught)
  if (month !== undefined && day !== undefined) {
    const said = context.yearOfDay(month, day)
    if (said !== undefined) return said
  }
  return null
}

function fromYearly(
  caught: Caught,
  context: TimeContext,
  { cycle, unknown }: { cycle: Cycle; unknown: string },
): Meaning {
  const suffix = suffixOf(caught)
  const withType = (value: string) => undated(value + suffix, suffix ? 'TIME' : 'DATE')
  const year = statedYear(caught, context)
  if (year !== null) {
    const period = cycle(year)
    return period ? dated(period, suffix, { full: true }) : withType(unknown.replace('XXXX', isoYear(year)))
  }
  if (
    caught.number('step') === undefined &&
    monthAndDay(caught)[1] === undefined &&
    context.saidYear !== null &&
    context.tense < 0
  ) {
    const period = cycle(context.saidYear)
    if (period) return dated(period, suffix)
  }
  if (context.now === null) return withType(unknown)
  const step = caught.number('step')
  const at = fromDay(context.now).year
  // Of quarters even a plan speaks mostly of the one just over: "will report a third-quarter loss".
  const tense = caught.number('quarter') !== undefined && context.tense > 0 ? 0 : context.tense
  const period = step === undefined ? unstated(caught, cycle, context.now, tense) : byStep(cycle, at, context.now, step)
  return period ? dated(period, suffix, anchored(context.now)) : withType(unknown)
}

/**
 * A day of a month that is farther than this on the side of the tense is the one close by on the other side after
 * all: "the offer was extended to Nov. 16", written on Oct. 30.
 */
const FAR = 240
const CLOSE = 62

function unstated(caught: Caught, cycle: Cycle, now: number, tense: Tense): Period | null {
  const at = fromDay(now).year
  const weekday = caught.number('weekday')
  const found = byTense(cycle, at, now, tense)
  if (!found || monthAndDay(caught)[1] === undefined) return found
  const nearest = byTense(cycle, at, now, 0)!
  // A day of the week beside the date leaves but one of the years around.
  if (weekday !== undefined && weekdayOf(found.index) !== weekday && weekdayOf(nearest.index) === weekday)
    return nearest
  return Math.abs(found.index - now) > FAR && Math.abs(nearest.index - now) < CLOSE ? nearest : found
}

function fromWeekday(weekday: number, caught: Caught, context: TimeContext): Meaning {
  const suffix = suffixOf(caught)
  if (context.now === null) return undated(`XXXX-WXX-${weekday}${suffix}`, suffix ? 'TIME' : 'DATE')
  const cycle: Cycle = (week) => ({ grain: 'day', index: mondayOf(week) + weekday - 1 })
  const step = caught.number('step')
  const at = weekOf(context.now)
  // "This Friday" is the nearest to which the tense points.
  const plain = step === undefined || step === 0
  const period = plain ? byTense(cycle, at, context.now, context.tense) : byStep(cycle, at, context.now, step)
  return dated(period!, suffix, anchored(context.now))
}

/** An hour or a part of the day alone is of the day that the text speaks of, else of the day of writing. */
function fromHour(caught: Caught, context: TimeContext): Meaning {
  const suffix = suffixOf(caught)
  if (context.here?.grain === 'day') return dated(context.here, suffix, anchored(context.here.index))
  if (context.now === null) return undated(`XXXX-XX-XX${suffix}`, 'TIME')
  return dated(periodAt('day', context.now), suffix, anchored(context.now))
}

function fromLongPeriod(caught: Caught): Meaning | null {
  const [year, decade, century] = [caught.number('year'), caught.number('decade'), caught.number('century')]
  if (decade !== undefined) return dated({ grain: 'decade', index: decade }, '', { full: true })
  if (century !== undefined) return dated({ grain: 'century', index: century - 1 }, '', { full: true })
  if (year !== undefined) return dated({ grain: 'year', index: year }, '', { full: true })
  return null
}

/** "The week of March 6" is the week and not the day. */
function asWeek(caught: Caught, meaning: Meaning): Meaning {
  if (caught.text('as') !== 'week') return meaning
  if (!meaning.period) return undated('XXXX-WXX')
  return dated(widen(meaning.period, 'week'), '', meaning.anchor ? { anchor: meaning.anchor } : {})
}

/** "The first week of January", "the last five days of April": so many days from one end of the month. */
function asShare(caught: Caught, meaning: Meaning): Meaning {
  const { period, interval } = meaning
  if (!period || !interval?.start || !interval.end) return meaning
  const days = (caught.number('n') ?? 1) * (DAYS_IN[caught.text('unit') ?? ''] ?? 1)
  const nth = caught.number('nth')!
  const [first, last] = [parseDay(interval.start)!, parseDay(interval.end)!]
  // Only of single units can one be the second or third.
  const start = nth < 0 ? last - days + 1 : first + (nth - 1) * days
  const end = Math.min(start + days - 1, last)
  return { ...meaning, interval: { start: isoDay(Math.max(start, first)), end: isoDay(end) } }
}

/** Dates of the calendar, in whole or in part: a day, month, quarter, season, year; with an hour or a part of the day. */
export const makeDate =
  (holidays: ReadonlyMap<string, Holiday>): Maker =>
  (caught, context) => {
    const known = yearly(caught, holidays)
    if (known && caught.number('nth') !== undefined) return asShare(caught, fromYearly(caught, context, known))
    if (known) return asWeek(caught, fromYearly(caught, context, known))
    const name = caught.number('day-name')
    if (name !== undefined) {
      const suffix = suffixOf(caught)
      if (context.now === null) return undated(`XXXX-XX-XX${suffix}`, suffix ? 'TIME' : 'DATE')
      return dated(shift(periodAt('day', context.now), name), suffix, anchored(context.now))
    }
    const weekday = caught.number('weekday')
    if (weekday !== undefined) return fromWeekday(weekday, caught, context)
    return fromLongPeriod(caught) ?? fromHour(caught, context)
  }
