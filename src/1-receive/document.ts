import { createHash } from 'node:crypto'
import { readEnd } from '../model/document.ts'
import type { Issue } from '../model/issue.ts'
import type { Intake } from '../vocabulary/intake.ts'
import { findDateOfReport } from './date-line.ts'
import { readDate } from './dates.ts'
import { tellLanguage } from './language.ts'
import type { Received, Report } from './report.ts'

/** The text stays whole, so that its id and its spans hold; what is too long is not read to its end. */
function lengthIssues(text: string): Issue[] {
  const end = readEnd(text)
  if (end === text.length) return []
  const message = `the text has ${text.length} characters and only the first ${end} are read; split it into its reports`
  return [{ code: 'text-cut', message, span: { start: end, end: text.length } }]
}

/** The date of publication: the one given, the one that the text's first lines give, or the one for reports without any. */
function settleDate(report: Report, text: string, intake: Intake): { date: string | undefined; issues: Issue[] } {
  const given = report.publishedAt?.trim() ? readDate(report.publishedAt, intake) : undefined
  if (given) return { date: given, issues: [] }
  const unreadable = report.publishedAt?.trim()
    ? `the date given, "${report.publishedAt.slice(0, 40)}", is not one like 2025-11-10; `
    : 'no date of publication was given; '
  const found = findDateOfReport(text, intake)
  if (!found) {
    const otherwise = report.dateIfNone?.trim() ? readDate(report.dateIfNone, intake) : undefined
    if (otherwise) return { date: otherwise, issues: [] }
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

/** A report as a document. The text is kept unit for unit; the id is the first half of the SHA-256 of the text in UTF-8. */
export function receiveReport(report: Report, intake: Intake): Received {
  const { text } = report
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
    issues: [...lengthIssues(text), ...dateIssues, ...languageIssues(text, language)],
  }
}
