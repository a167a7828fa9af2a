import { scaleUtc } from 'd3-scale'
import type { Interval } from '../../../../src/6-answer/index.ts'
import { addDays } from '../../parts/days.ts'
import { dayTicks } from '../../parts/ticks.ts'

type Stretch = readonly [from: number, to: number]

/** How an interval is drawn: places are per cent of the axis. */
export interface Bar {
  /** Between days that reports give. */
  readonly solid: Stretch | null
  /** Between reports that have it holding, or up to the report that has it over. */
  readonly dotted: Stretch | null
  /** Since when is not told; that it is over is not told. */
  readonly openLeft: number | null
  readonly openRight: number | null
  /** The day on which it ended, or by which it was over. */
  readonly ended: number | null
  readonly endedBy: number | null
}

export interface Tick {
  readonly at: number
  readonly label: string
}

export interface Axis {
  readonly at: (day: string) => number
  readonly first: string
  readonly last: string
  readonly ticks: readonly Tick[]
}

const EDGE = 5
const TICKS = 5

const present = (days: readonly (string | null | undefined)[]): string[] =>
  days.filter((day): day is string => typeof day === 'string' && day !== '').sort()

/** An axis on which all intervals have room, and the days that are marked on it besides; null where nothing has a day. */
export function axisOf(intervals: readonly Interval[], marked: readonly (string | null | undefined)[]): Axis | null {
  const days = present([
    ...intervals.flatMap((i) => [i.from, i.to, i.seenFrom, i.seenTo, i.endedBy]),
    ...marked.map((day) => day?.slice(0, 10)),
  ])
  const [first] = days
  if (first === undefined) return null
  const last = [days.at(-1)!, addDays(first, 1)].sort().at(-1)!
  const scale = scaleUtc()
    .domain([Date.parse(first), Date.parse(last)])
    .range([EDGE, 100 - EDGE])
  const ticks = dayTicks(scale, TICKS).map(({ date, label }) => ({ at: scale(date), label }))
  return { at: (day) => scale(Date.parse(day.slice(0, 10))), first, last, ticks }
}

/** Pixels that the widest label needs, "25 May 2025", and a gap. */
const LABEL = 88

/** Every tick, or every second, third … one: as many as have room for their labels. */
export function everyNth(ticks: readonly Tick[], width: number): readonly Tick[] {
  const [first, second] = ticks
  if (!first || !second || width === 0) return ticks
  const step = Math.ceil(LABEL / (((second.at - first.at) / 100) * width))
  return ticks.filter((_, k) => k % step === 0)
}

/** What is told of an interval's ends, as stretches of the axis; null where no day is known. */
export function layInterval(interval: Interval, { at }: Axis): Bar | null {
  const { from, to, seenFrom, seenTo, ended, endedBy } = interval
  const end = to ?? (ended ? (endedBy ?? seenTo) : seenTo)
  const start = from ?? (seenFrom && (!end || seenFrom <= end) ? seenFrom : end)
  if (!start) return null
  const last = end && end >= start ? end : start
  const sure = from ? (to ?? (seenTo && seenTo > from ? [seenTo, last].sort()[0]! : from)) : null
  const stretch = (a: string, b: string): Stretch | null => (a < b ? [at(a), at(b)] : null)
  return {
    solid: from && sure ? [at(from), at(sure)] : null,
    dotted: stretch(sure ?? start, last) ?? (from ? null : [at(start), at(last)]),
    openLeft: from ? null : at(start),
    openRight: to || ended ? null : at(last),
    ended: to ? at(to) : null,
    endedBy: !to && ended ? at(last) : null,
  }
}
