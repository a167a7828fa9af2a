import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { checkRows, invalid } from './rows.ts'

const Words = z.object({ id: z.string().min(1), reason: z.string().min(1), words: z.array(z.string().min(1)).min(1) })
const CALENDAR = 'lexicon/times/words.yaml'
const Calendar = z.array(z.looseObject({ id: z.string() }))
const Numbers = z.record(z.string(), z.number().int().positive())

/** What receiving a report needs to know of languages and of dates. All words in lower case. */
export interface Intake {
  /** Frequent small words by BCP 47 tag. */
  readonly languages: ReadonlyMap<string, ReadonlySet<string>>
  /** What stands beside the date of publication. */
  readonly dateLabels: ReadonlySet<string>
  /** Full and short names of months, from 1. */
  readonly months: ReadonlyMap<string, number>
  readonly weekdays: ReadonlySet<string>
}

function calendarNames(source: LanguageData, id: string): Map<string, number> {
  const rows = Calendar.safeParse(source.rows(CALENDAR))
  const values = Numbers.safeParse(rows.data?.find((row) => row.id === id)?.values)
  if (!values.success) throw invalid(source, CALENDAR, `${id}: must give names with their numbers`)
  return new Map(Object.entries(values.data))
}

export function loadIntake(source: LanguageData): Intake {
  const languages = checkRows(source, 'languages.yaml', Words)
  const labels = checkRows(source, 'lexicon/date-lines.yaml', Words)
  return {
    languages: new Map(languages.map((row) => [row.id, new Set(row.words)])),
    dateLabels: new Set(labels.flatMap((row) => row.words)),
    months: calendarNames(source, 'month'),
    weekdays: new Set(calendarNames(source, 'weekday').keys()),
  }
}
