import type { Intake } from '../vocabulary/intake.ts'
import { findDate, type WrittenDate } from './dates.ts'

/** How much of a text's head, and how many of its lines, may hold the date of publication. */
const HEAD = 3000
const LINES = 12
const LONGEST_DATE_LINE = 120
/** A dateline stands within this much of a paragraph: "VELMAR, Arendia, Nov. 10, 2025 (AP) —". */
const LONGEST_DATELINE = 90

const WORD = /[\p{L}][\p{L}.'’]*/gu
const TIME = /\d{1,2}[:.h]\d{2}(?::\d{2})?|\d{1,2}\s?(?=[ap]\.?m)/giu
const DATELINE_BEFORE = /^["“(]?\p{Lu}[\p{L}\p{M}.'’-]*(?:[ ,/]+\p{Lu}[\p{L}\p{M}.'’-]*){0,7},?\s*[(—–-]?\s*$/u
const DATELINE_AFTER = /^,?\s*\)?\s*(?:\([^()]{2,40}\)\s*)?(?:—|–|-{1,2}\s|:|\||\/\/)/u
const CAPITALS = /^\p{Lu}[\p{Lu}.'’]+$/u

/** Whether nothing stands beside the date but what stands beside dates of publication. */
function isDateLine(line: string, date: WrittenDate, { dateLabels, weekdays, months }: Intake): boolean {
  if (line.length > LONGEST_DATE_LINE) return false
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`.replace(TIME, ' ')
  if (/\d/.test(rest)) return false
  return [...rest.matchAll(WORD)].every(([word]) => {
    const lower = word.toLowerCase().replace(/\.$/, '')
    return (
      dateLabels.has(lower) || weekdays.has(lower) || months.has(lower) || CAPITALS.test(word) || isPlace(line, word)
    )
  })
}

/** A name before a comma: "Velmar, 10 November 2025". */
const isPlace = (line: string, word: string): boolean => /^\p{Lu}/u.test(word) && line.startsWith(`${word},`)

/** Whether the line begins with a dateline: "VELMAR, Nov. 10, 2025 —". */
function isDateline(line: string, date: WrittenDate): boolean {
  if (date.end > LONGEST_DATELINE) return false
  const before = line.slice(0, date.start)
  return (
    (before.trim() === '' || DATELINE_BEFORE.test(before)) && DATELINE_AFTER.test(line.slice(date.end, date.end + 60))
  )
}

/** The date of publication that a report's first lines give, where they do. */
export function findDateOfReport(text: string, intake: Intake): WrittenDate | undefined {
  let at = 0
  for (const line of text.slice(0, HEAD).split('\n').slice(0, LINES)) {
    const date = findDate(line.slice(0, 2 * LONGEST_DATE_LINE), intake)
    if (date && (isDateLine(line.trimEnd(), date, intake) || isDateline(line, date)))
      return { start: at + date.start, end: at + date.end, date: date.date }
    at += line.length + 1
  }
  return undefined
}
