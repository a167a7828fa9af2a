import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  daysInMonth,
  easter,
  fromDay,
  isLeapYear,
  isoDay,
  isoWeek,
  mondayOf,
  parseDay,
  toDay,
  weekdayOf,
  weekOf,
} from './calendar.ts'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 })
const utc = (day: number): Date => new Date(day * 86_400_000)

describe('days', () => {
  it('agree with the platform and come back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = fromDay(day)
        expect(toDay(date)).toBe(day)
        expect(date).toEqual({
          year: utc(day).getUTCFullYear(),
          month: utc(day).getUTCMonth() + 1,
          day: utc(day).getUTCDate(),
        })
        expect(weekdayOf(day) % 7).toBe(utc(day).getUTCDay())
      }),
    )
  })
  it('are written and read as ISO 8601', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 2_900_000 }), (day) => {
        expect(parseDay(isoDay(day))).toBe(day)
      }),
    )
  })
  it.each([
    [1900, false],
    [2000, true],
    [2023, false],
    [2024, true],
    [2100, false],
  ])('%i leap: %s', (year, leap) => {
    expect(isLeapYear(year)).toBe(leap)
    expect(daysInMonth(year, 2)).toBe(leap ? 29 : 28)
    expect(toDay({ year: year + 1, month: 1, day: 1 }) - toDay({ year, month: 1, day: 1 })).toBe(leap ? 366 : 365)
  })
})

describe('parseDay', () => {
  it.each(['2024-02-29', '2025-11-11T08:00:00Z', '2025-11-11 08:00'])('takes %s', (text) =>
    expect(isoDay(parseDay(text)!)).toBe(text.slice(0, 10)),
  )
  it.each([undefined, '', '2023-02-29', '2025-13-01', '2025-00-10', '11 November 2025', '2025-11', '2025-11-111'])(
    'takes %s for no date',
    (text) => expect(parseDay(text)).toBeNull(),
  )
})

describe('ISO weeks', () => {
  it.each([
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-30', 2025, 1],
    ['2025-11-10', 2025, 46],
    ['2026-12-31', 2026, 53],
    ['2027-01-01', 2026, 53],
  ])('%s is in %i-W%i', (day, year, week) => expect(isoWeek(weekOf(parseDay(day)!))).toEqual({ year, week }))
  it('begin on Monday and hold seven days', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOf(weekOf(day))
        expect(weekdayOf(monday)).toBe(1)
        expect(day - monday).toBe(weekdayOf(day) - 1)
      }),
    )
  })
})

it.each([
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2019, '2019-04-21'],
  [2025, '2025-04-20'],
  [2038, '2038-04-25'],
])('Easter of %i', (year, day) => expect(isoDay(easter(year))).toBe(day))
