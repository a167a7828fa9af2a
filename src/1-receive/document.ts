import { createHash } from 'node:crypto'
import type { Issue } from '../model/issue.ts'
import type { Intake } from '../vocabulary/intake.ts'
import { findDateOfReport } from './date-line.ts'
import { readDate } from './dates.ts'
import { tellLanguage } from './language.ts'
import type { Received, Report } from './report.ts'

/** A text longer than this, in UTF-16 units, is cut: some two million words, a hundred times the longest report. */
export const LONGEST_TEXT = 10_000_000
/** How far back from the limit the cut looks for the end of a line or a word. */
const CUT_REACH = 2000

/** Where to cut: after the last line or word before the limit, never between the halves of a surrogate pair. */
function cutAt(text: string, limit: number): number {
  const tail = text.slice(limit - CUT_REACH, limit)
  const line = tail.lastIndexOf('\n')
  const word = tail.lastIndexOf(' ')
  const back = line >= 0 ? line : word
  if (back >= 0) return limit - CUT_REACH + back
  return text.charCodeAt(limit - 1) >= 0xd800 && text.charCodeAt(limit - 1) <= 0xdbff ? limit - 1 : limit
}

function cut(text: string, limit: number): { text: string; issues: Issue[] } {
  if (text.length <= limit) return { text, issues: [] }
  const at = cutAt(text, limit)
  const message = `the text has ${text.length} characters; only the first ${at} were kept and read. Split it into its reports.`
  return { text: text.slice(0, at), issues: [{ code: 'text-cut', message }] }
}

/** The date of publication: the one given, or the one that the text's first lines give. */
function settleDate(report: Report, text: string, intake: Intake): { date: string | undefined; issues: Issue[] } {
  const given = report.publishedAt?.trim() ? readDate(report.publishedAt, intake) : undefined
  if (given) return { date: given, issues: [] }
  const unreadable = report.publishedAt?.trim()
    ? `the date given, "${report.publishedAt.slice(0, 40)}", is not one like 2025-11-10; `
    : 'no date of publication was given; '
  const found = findDateOfReport(text, intake)
  if (!found) {
    const message = `${unreadable}"today" and "on Friday" keep no dates. Give the date with the report.`
    return { date: undefined, issues: [{ code: 'no-date', message }] }
  }
  const message = `${unreadable}${found.date} was taken from the text's first lines.`
  return {
    date: found.date,
    issues: [{ code: 'date-from-text', message, span: { start: found.start, end: found.end } }],
  }
}

function languageIssues(text: string, language: 'en' | 'und'): Issue[] {
  if (text.trim() === '') return [{ code: 'text-empty', message: 'the report has no text' }]
  if (language === 'en') return []
  const message =
    'the text could not be told to be English, which is all that the reader reads; what it finds may be wrong'
  return [{ code: 'unknown-language', message }]
}

/**
 * A report as a document. The text is kept unit for unit unless it is longer than `limit`; the id is the first half of
 * the SHA-256 of the text in UTF-8.
 */
export function receiveReport(report: Report, intake: Intake, limit = LONGEST_TEXT): Received {
  const { text, issues } = cut(report.text, limit)
  const { date, issues: dateIssues } = settleDate(report, text, intake)
  const language = tellLanguage(text, intake)
  const known = (name: 'title' | 'publisher' | 'url') => (report[name]?.trim() ? { [name]: report[name].trim() } : {})
  return {
    document: {
      id: createHash('sha256').update(text).digest('hex').slice(0, 32),
      ...known('title'),
      ...known('publisher'),
      ...known('url'),
      ...(date === undefined ? {} : { publishedAt: date }),
      language,
      text,
    },
    issues: [...issues, ...dateIssues, ...languageIssues(text, language)],
  }
}
