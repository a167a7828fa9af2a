import type { TimeType } from '../../model/analysis.ts'
import type { Captures } from '../shared/match.ts'
import { isoDay } from './calendar.ts'
import { intervalOf, type Period, timexValue } from './period.ts'

/** Where the verb over an expression points: back, nowhere or on. */
export type Tense = -1 | 0 | 1

/** What an expression is resolved against. */
export interface TimeContext {
  /** The day of writing; null if it is not known. */
  readonly now: number | null
  /** The period that the text spoke of last. */
  readonly here: Period | null
  /** The quarter that the text reports on. */
  readonly reported: Period | null
  readonly tense: Tense
  /** The year that the text has given for this day of a month, where it has named it in full. */
  yearOfDay(month: number, day: number): number | undefined
  /** The year that the clause or the sentence before has given, if it is not the year of writing. */
  readonly saidYear: number | null
}

/** What an expression comes to. */
export interface Meaning {
  readonly type: TimeType
  readonly value: string
  readonly interval: { readonly start: string | null; readonly end: string | null } | null
  readonly anchor?: string
  /** What later expressions are counted from. */
  readonly period?: Period
  /** Named only to compare with: the text goes on speaking of what it spoke of. */
  readonly compared?: true
  /** The expression has a year. */
  readonly full?: boolean
}

/** What a rule caught, with what it says without a class. */
export interface Caught {
  get(name: string): string | number | undefined
  text(name: string): string | undefined
  number(name: string): number | undefined
}

export function toCaught(captures: Captures, said: Captures): Caught {
  const get = (name: string) => captures.get(name) ?? said.get(name)
  return {
    get,
    text(name) {
      const value = get(name)
      return typeof value === 'string' ? value : undefined
    },
    number(name) {
      const value = get(name)
      return typeof value === 'number' ? value : undefined
    },
  }
}

export type Maker = (caught: Caught, context: TimeContext) => Meaning | null

/** A period that has been found, with the hour or part of the day that is meant of it. */
export function dated(period: Period, suffix = '', more: Partial<Meaning> = {}): Meaning {
  return {
    type: suffix === '' ? 'DATE' : 'TIME',
    value: timexValue(period) + suffix,
    interval: intervalOf(period),
    period,
    ...more,
  }
}

/** A date of which the calendar is not known: X replaces it, as in TimeML, and nothing is guessed. */
export const undated = (value: string, type: TimeType = 'DATE'): Meaning => ({ type, value, interval: null })

export const anchored = (day: number): { anchor: string } => ({ anchor: isoDay(day) })
