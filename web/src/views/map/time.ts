import type { Happening, PlaceOnMap } from '../../../../src/6-answer/index.ts'
import { addDays, dayOf, daysBetween } from '../../parts/days.ts'

/** From the first to the last day, both inclusive. */
export interface Span {
  readonly since: string
  readonly until: string
}

/** As the ledger has it: the time of a happening overlaps the days; undated ones count on the day they were told. */
export function isWithin({ when }: Happening, { since, until }: Partial<Span>): boolean {
  const first = when.dated ? when.from : when.publishedOn
  const last = when.dated ? when.to : when.publishedOn
  return (!since || last === null || last >= since) && (!until || first === null || first <= until)
}

/** Places with the happenings of these days; those with none are left out. */
export const placesWithin = (places: readonly PlaceOnMap[], span: Partial<Span>): PlaceOnMap[] =>
  places
    .map((place) => ({ ...place, happenings: place.happenings.filter((one) => isWithin(one, span)) }))
    .filter(({ happenings }) => happenings.length > 0)

export interface Bar extends Span {
  readonly count: number
}

/** How many happenings on which days, in at most so many bars of as many days each. */
export function barsOf(places: readonly PlaceOnMap[], most: number): Bar[] {
  const days = places
    .flatMap(({ happenings }) => happenings.flatMap(({ when }) => dayOf(when)?.slice(0, 10) ?? []))
    .sort()
  if (days.length === 0) return []
  const [first, last] = [days[0]!, days.at(-1)!]
  const each = Math.max(1, Math.ceil((daysBetween(first, last) + 1) / most))
  const bars = Array.from({ length: Math.floor(daysBetween(first, last) / each) + 1 }, (_, k) => ({
    since: addDays(first, k * each),
    until: [addDays(first, (k + 1) * each - 1), last].sort()[0]!,
    count: 0,
  }))
  for (const day of days) bars[Math.floor(daysBetween(first, day) / each)]!.count++
  return bars
}
