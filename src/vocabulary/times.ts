import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { type Phrase, parsePhrase } from './phrases.ts'
import { checkRows, invalid } from './rows.ts'
import { loadWordClasses, type WordClass } from './word-classes.ts'

/** How the value of a time expression is made of what its rule caught. */
export const TIME_MAKERS = [
  'written',
  'date',
  'part',
  'relative',
  'anaphoric',
  'distance',
  'length',
  'set',
  'ref',
  'none',
] as const
export type TimeMaker = (typeof TIME_MAKERS)[number]

/** Classes of figures that the step reads by itself. */
export const TIME_FIGURES = [
  'n',
  'ordinal',
  'figure',
  'dom',
  'year',
  'short-year',
  'decade',
  'clock',
  'iso-date',
  'slash-date',
  'slash-day',
  'written-year',
] as const

export interface TimeRule {
  readonly id: string
  readonly phrase: Phrase
  readonly make: TimeMaker
  /** Said without a class. */
  readonly with: ReadonlyMap<string, string | number>
  /** Text, expression, value in a report of 2025-11-11. */
  readonly yes: readonly (readonly [string, string, string])[]
  readonly no: readonly string[]
}

export interface Holiday {
  readonly id: string
  /** Month and day of a fixed feast. */
  readonly date?: readonly [number, number]
  readonly easter?: number
  readonly weekday?: { readonly weekday: number; readonly nth: number; readonly month: number; readonly after: number }
}

/** What a preposition before a date makes of its days: one end stays, the other is open. */
export interface Opening {
  readonly keeps: 'start' | 'end'
  /** The date itself is not in it. */
  readonly beyond: boolean
}

export interface Times {
  readonly classes: ReadonlyMap<string, WordClass>
  readonly rules: readonly TimeRule[]
  readonly holidays: ReadonlyMap<string, Holiday>
  /** By preposition. */
  readonly openings: ReadonlyMap<string, Opening>
}

const PartRow = z.strictObject({ id: z.string(), pattern: z.string(), reason: z.string() })
const RuleRow = z.strictObject({
  id: z.string(),
  pattern: z.string(),
  make: z.enum(TIME_MAKERS),
  with: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  reason: z.string().min(3),
  yes: z.array(z.tuple([z.string(), z.string(), z.string()])),
  no: z.array(z.tuple([z.string()])).min(2),
})
const HolidayRow = z.strictObject({
  id: z.string(),
  reason: z.string(),
  date: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .optional(),
  easter: z.number().int().optional(),
  weekday: z.number().int().min(1).max(7).optional(),
  nth: z.number().int().optional(),
  month: z.number().int().min(1).max(12).optional(),
  after: z.number().int().default(0),
})

const OpeningRow = z.strictObject({
  id: z.string(),
  keeps: z.enum(['start', 'end']),
  beyond: z.boolean().default(false),
  reason: z.string().min(3),
})

const FOLDER = 'lexicon/times'

/** Parses the pattern of a row; what is wrong is said with the file and the row. */
function phraseOf(
  source: LanguageData,
  file: string,
  row: { id: string; pattern: string },
  names: Parameters<typeof parsePhrase>[1],
): Phrase {
  try {
    return parsePhrase(row.pattern, names)
  } catch (cause) {
    throw invalid(source, file, `row ${row.id}: ${(cause as Error).message}`, { cause })
  }
}

export function loadTimes(source: LanguageData): Times {
  const classes = loadWordClasses(source, `${FOLDER}/words.yaml`)
  const fragments = new Map<string, Phrase>()
  const names = { classes: new Set([...classes.keys(), ...TIME_FIGURES]), fragments }
  for (const row of checkRows(source, `${FOLDER}/parts.yaml`, PartRow))
    fragments.set(row.id, phraseOf(source, `${FOLDER}/parts.yaml`, row, names))
  const file = `${FOLDER}/rules.yaml`
  const rules = checkRows(source, file, RuleRow).map((row): TimeRule => {
    if (row.yes.length === 0) throw invalid(source, file, `row ${row.id}: no example of what it finds`)
    return {
      id: row.id,
      phrase: phraseOf(source, file, row, names),
      make: row.make,
      with: new Map(Object.entries(row.with)),
      yes: row.yes,
      no: row.no.map(([text]) => text),
    }
  })
  const openings = checkRows(source, `${FOLDER}/openings.yaml`, OpeningRow)
  return {
    classes,
    rules,
    holidays: loadHolidays(source),
    openings: new Map(openings.map(({ id, keeps, beyond }) => [id, { keeps, beyond }])),
  }
}

function loadHolidays(source: LanguageData): ReadonlyMap<string, Holiday> {
  const rows = checkRows(source, `${FOLDER}/holidays.yaml`, HolidayRow)
  return new Map(
    rows.map(({ id, date, easter, weekday, nth, month, after }) => {
      const fixed = date ? ([Number(date.slice(0, 2)), Number(date.slice(3))] as const) : undefined
      const floating = weekday && nth && month ? { weekday, nth, month, after } : undefined
      if ([fixed, easter, floating].filter((way) => way !== undefined).length !== 1)
        throw invalid(source, `${FOLDER}/holidays.yaml`, `row ${id}: one way to find the day`)
      return [
        id,
        {
          id,
          ...(fixed ? { date: fixed } : {}),
          ...(easter === undefined ? {} : { easter }),
          ...(floating ? { weekday: floating } : {}),
        },
      ]
    }),
  )
}
