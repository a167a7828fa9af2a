import type { Tense } from './context.ts'
import { firstDay, lastDay, type Period } from './period.ts'

/** A period that comes again and again: the one of a cycle (a week, a year) by the cycle's number; null where it has none. */
export type Cycle = (cycle: number) => Period | null

const around = (cycle: Cycle, at: number): Period[] =>
  [at - 8, at - 4, at - 3, at - 2, at - 1, at, at + 1, at + 2, at + 3, at + 4, at + 8].flatMap(
    (index) => cycle(index) ?? [],
  )

/** The last one over before the day, the one of the cycle that the day is in, or the first to begin after it. */
export function byStep(cycle: Cycle, at: number, now: number, step: number): Period | null {
  const all = around(cycle, at)
  if (step < 0) return all.filter((period) => lastDay(period) < now).at(-1) ?? null
  if (step > 0) return all.find((period) => firstDay(period) > now) ?? null
  return cycle(at)
}

/** Past: the last one to begin by the day; future: the first that is not over; neither: the nearest. */
export function byTense(cycle: Cycle, at: number, now: number, tense: Tense): Period | null {
  const all = around(cycle, at)
  if (tense < 0) return all.filter((period) => firstDay(period) <= now).at(-1) ?? null
  if (tense > 0) return all.find((period) => lastDay(period) >= now) ?? null
  const distance = (period: Period) => Math.max(firstDay(period) - now, now - lastDay(period), 0)
  return all.reduce<Period | null>((best, period) => (best && distance(best) <= distance(period) ? best : period), null)
}
