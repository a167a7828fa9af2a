import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoDay, parseDay } from './calendar.ts'
import { firstDay, type Grain, intervalOf, lastDay, periodAt, shift, stepDay, timexValue } from './period.ts'

const GRAINS: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century']
const anyDay = fc.integer({ min: -300_000, max: 2_000_000 })

describe('a period', () => {
  it('holds the day that it was found by, and its neighbours lie against it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GRAINS), anyDay, (grain, day) => {
        const period = periodAt(grain, day)
        expect(firstDay(period)).toBeLessThanOrEqual(day)
        expect(lastDay(period)).toBeGreaterThanOrEqual(day)
        expect(firstDay(shift(period, 1))).toBe(lastDay(period) + 1)
        expect(periodAt(grain, lastDay(period))).toEqual(period)
      }),
    )
  })
})

it.each([
  ['day', '2025-11-11', '2025-11-11', '2025-11-11', '2025-11-11'],
  ['week', '2025-11-11', '2025-W46', '2025-11-10', '2025-11-16'],
  ['week', '2021-01-01', '2020-W53', '2020-12-28', '2021-01-03'],
  ['weekend', '2025-11-11', '2025-W46-WE', '2025-11-15', '2025-11-16'],
  ['month', '2024-02-10', '2024-02', '2024-02-01', '2024-02-29'],
  ['quarter', '2025-11-11', '2025-Q4', '2025-10-01', '2025-12-31'],
  ['half', '2025-11-11', '2025-H2', '2025-07-01', '2025-12-31'],
  ['season', '2025-08-31', '2025-SU', '2025-06-01', '2025-08-31'],
  ['season', '2026-01-15', '2025-WI', '2025-12-01', '2026-02-28'],
  ['year', '2025-11-11', '2025', '2025-01-01', '2025-12-31'],
  ['decade', '1994-05-05', '199', '1990-01-01', '1999-12-31'],
  ['century', '2000-12-31', '19', '1901-01-01', '2000-12-31'],
] as const)('the %s of %s is %s', (grain, day, value, start, end) => {
  const period = periodAt(grain, parseDay(day)!)
  expect(timexValue(period)).toBe(value)
  expect(intervalOf(period)).toEqual({ start, end })
})

it.each([
  ['2024-01-31', 'month', 1, '2024-02-29'],
  ['2024-02-29', 'year', 1, '2025-02-28'],
  ['2024-02-29', 'year', -4, '2020-02-29'],
  ['2025-03-01', 'day', -1, '2025-02-28'],
  ['2025-11-11', 'week', -2, '2025-10-28'],
  ['2025-11-30', 'quarter', 1, '2026-02-28'],
] as const)('%s stepped by %s × %i', (day, grain, count, stepped) =>
  expect(isoDay(stepDay(parseDay(day)!, grain, count))).toBe(stepped),
)
