import { daysInMonth, fromDay, mondayOf, toDay } from '../calendar.ts'
import { anchored, type Caught, dated, type Maker, type Meaning, type TimeContext, undated } from '../context.ts'
import { byStep, byTense, type Cycle } from '../cycle.ts'
import { firstDay, type Grain, isGrain, type Period, periodAt, shift, stepDay, widen } from '../period.ts'
import { suffixOf } from './date.ts'

/** TimeML's value of a period of which only the kind is known. */
const UNKNOWN: Readonly<Record<Grain, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  season: 'XXXX-XX',
  half: 'XXXX-HX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
}

const grainOf = (caught: Caught): Grain | null => {
  const unit = caught.text('unit')
  return unit !== undefined && isGrain(unit) ? unit : null
}

/** "Last week", "this month", "next year"; "the weekend" by tense. */
export const makeRelative: Maker = (caught, context) => {
  const grain = grainOf(caught)
  if (!grain) return null
  if (context.now === null) return undated(UNKNOWN[grain])
  const current = periodAt(grain, context.now)
  const step = caught.number('step')
  if (step === undefined) {
    // The weekend that has begun or the one before; the next where the verb points on.
    const cycle: Cycle = (index) => ({ grain, index })
    return dated(byTense(cycle, current.index, context.now, context.tense)!, '', anchored(context.now))
  }
  const day = caught.number('dom')
  if (grain === 'month' && day !== undefined) {
    const { year, month } = fromDay(firstDay(shift(current, step)))
    if (day > daysInMonth(year, month)) return null
    return dated({ grain: 'day', index: toDay({ year, month, day }) }, '', anchored(context.now))
  }
  // On a Saturday or Sunday "last weekend" is the one before.
  return dated(shift(current, step), '', anchored(context.now))
}

/** The part of the day of writing, of the day that is spoken of, or of one beside it. */
export const makePart: Maker = (caught, context) => {
  const suffix = suffixOf(caught)
  const base = caught.text('base') === 'here' && context.here?.grain === 'day' ? context.here.index : context.now
  if (base === null) return undated(`XXXX-XX-XX${suffix}`, 'TIME')
  return dated({ grain: 'day', index: base + (caught.number('step') ?? 0) }, suffix, anchored(base))
}

/** What "the following …" and "that …" are counted from: the period spoken of if it is no longer than asked. */
function baseFor(grain: Grain, context: TimeContext): Period | null {
  if (grain === 'quarter' && context.reported) return context.reported
  if (context.here) return context.here.grain === grain ? context.here : widen(context.here, grain)
  return context.now === null ? null : periodAt(grain, context.now)
}

/** "The following day", "that year", "the previous Friday": counted from the date that the text speaks of. */
export const makeAnaphoric: Maker = (caught, context) => {
  const step = caught.number('step') ?? 0
  const [weekday, month] = [caught.number('weekday'), caught.number('month')]
  const grain =
    weekday !== undefined ? 'day' : month !== undefined ? 'month' : (grainOf(caught) ?? periodGrain(context))
  if (!grain) return null
  const year = caught.number('year')
  if (year !== undefined)
    return dated(inYear(context.reported ?? context.here, year), '', { full: true, compared: true })
  const base = baseFor(grain, context)
  if (!base) return undated(weekday === undefined ? UNKNOWN[grain] : `XXXX-WXX-${weekday}`)
  const day = firstDay(base)
  const cycle: Cycle | null =
    weekday !== undefined
      ? (index) => ({ grain: 'day', index: mondayOf(index) + weekday - 1 })
      : month !== undefined
        ? (index) => ({ grain: 'month', index: index * 12 + month - 1 })
        : null
  const at = weekday !== undefined ? periodAt('week', day).index : fromDay(day).year
  const period = cycle ? byStep(cycle, at, day, step) : shift(base, step)
  return period ? dated(period, '', anchored(day)) : null
}

/** The quarter or half spoken of, in another year; else that year. */
function inYear(here: Period | null, year: number): Period {
  if (here?.grain === 'quarter') return { grain: 'quarter', index: year * 4 + (here.index % 4) }
  if (here?.grain === 'half') return { grain: 'half', index: year * 2 + (here.index % 2) }
  return { grain: 'year', index: year }
}

/** "Period" is whatever the text reports on. */
const periodGrain = (context: TimeContext): Grain | null =>
  (context.reported ?? context.here)?.grain ?? (context.now === null ? null : 'year')

/** "Two years ago", "three days later", "a year earlier". */
export const makeDistance: Maker = (caught, context) => {
  const unit = caught.text('unit')
  const sign = caught.number('sign') ?? 1
  const count = caught.number('n')
  const base = caught.text('base') === 'here' ? (context.here ?? nowPeriod(context)) : nowPeriod(context)
  if (!unit) return null
  if (count === undefined) return undated(vagueValue(caught, sign))
  const grain = unit === 'fortnight' ? 'week' : unit === 'night' ? 'day' : unit
  if (!isGrain(grain)) return base ? near(base, sign) : undated(sign < 0 ? 'PAST_REF' : 'FUTURE_REF')
  const steps = sign * count * (unit === 'fortnight' ? 2 : 1)
  if (!base) return undated(grain === 'decade' ? 'XXXX' : UNKNOWN[grain])
  return fromBase(base, grain, steps, context)
}

const nowPeriod = (context: TimeContext): Period | null =>
  context.now === null ? null : { grain: 'day', index: context.now }
const vagueValue = (caught: Caught, sign: number): string =>
  caught.text('base') === 'here' ? 'XXXX' : sign < 0 ? 'PAST_REF' : 'FUTURE_REF'

/** Hours and minutes from a day are still of that day, as far as is known. */
const near = (base: Period, _sign: number): Meaning => dated(widen(base, 'day'), '', anchored(firstDay(base)))

function fromBase(base: Period, grain: Grain, steps: number, context: TimeContext): Meaning {
  const whole = Math.trunc(steps)
  const day = firstDay(base)
  // A year from a quarter is a quarter, and a year from the quarter just spoken of is said of quarters.
  if (grain === 'year' && context.reported && Math.abs(whole) === 1)
    return dated(shift(context.reported, whole * 4), '', { ...anchored(firstDay(context.reported)), compared: true })
  if (grain === 'decade' || grain === 'century' || grain === 'half')
    return dated(periodAt('year', stepDay(day, grain, whole)), '', anchored(day))
  if (steps !== whole) return dated(periodAt('month', stepDay(day, 'month', Math.round(steps * 12))), '', anchored(day))
  return dated(periodAt(grain === 'weekend' ? 'week' : grain, stepDay(day, grain, whole)), '', anchored(day))
}
