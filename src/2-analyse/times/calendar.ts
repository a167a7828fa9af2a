/** Arithmetic of the proleptic Gregorian calendar in whole numbers; a day is counted from 1970-01-01, which is day 0. */

/** Days from 0000-03-01 to 1970-01-01: years are counted from March, so that the leap day comes last. */
const EPOCH = 719468
const DAYS_IN_400_YEARS = 146097

const floorDivide = (a: number, b: number): number => Math.floor(a / b)

export interface CivilDate {
  readonly year: number
  /** 1–12 */
  readonly month: number
  /** 1–31 */
  readonly day: number
}

export function toDay({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year
  const era = floorDivide(y, 400)
  const yearOfEra = y - era * 400
  const dayOfYear = floorDivide(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + day - 1
  return (
    era * DAYS_IN_400_YEARS +
    yearOfEra * 365 +
    floorDivide(yearOfEra, 4) -
    floorDivide(yearOfEra, 100) +
    dayOfYear -
    EPOCH
  )
}

export function fromDay(day: number): CivilDate {
  const z = day + EPOCH
  const era = floorDivide(z, DAYS_IN_400_YEARS)
  const dayOfEra = z - era * DAYS_IN_400_YEARS
  const yearOfEra = floorDivide(
    dayOfEra - floorDivide(dayOfEra, 1460) + floorDivide(dayOfEra, 36524) - floorDivide(dayOfEra, 146096),
    365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDivide(yearOfEra, 4) - floorDivide(yearOfEra, 100))
  const shifted = floorDivide(5 * dayOfYear + 2, 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - floorDivide(153 * shifted + 2, 5) + 1,
  }
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]!

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** Weeks run from Monday and are counted so that the one of 1970-01-01 is week 0. */
export const weekOf = (day: number): number => floorDivide(day + 3, 7)
export const mondayOf = (week: number): number => week * 7 - 3

/** ISO 8601: a week belongs to the year of its Thursday. */
export function isoWeek(week: number): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(week) + 3
  const { year } = fromDay(thursday)
  return { year, week: floorDivide(thursday - toDay({ year, month: 1, day: 1 }), 7) + 1 }
}

/** Gregorian Easter Sunday (the anonymous computus). */
export function easter(year: number): number {
  const a = year % 19
  const b = floorDivide(year, 100)
  const c = year % 100
  const h = (19 * a + b - floorDivide(b, 4) - floorDivide(b - floorDivide(b + 8, 25) + 1, 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * floorDivide(c, 4) - h - (c % 4)) % 7
  const m = floorDivide(a + 11 * h + 22 * l, 451)
  const sum = h + l - 7 * m + 114
  return toDay({ year, month: floorDivide(sum, 31), day: (sum % 31) + 1 })
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

export const isoYear = (year: number): string => pad(year, 4)
export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${pad(month, 2)}`
export function isoDay(day: number): string {
  const date = fromDay(day)
  return `${isoMonth(date.year, date.month)}-${pad(date.day, 2)}`
}

/** The day of an ISO date or date-time; null if there is none or it is no date of the calendar. */
export function parseDay(text: string | undefined): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text ?? '')
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return toDay({ year, month, day })
}
