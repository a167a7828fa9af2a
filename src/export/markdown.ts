import type { Reading, RecordKind } from '../model/index.ts'
import { type Description, describe, KIND_SEQUENCE, KIND_TITLES, namer } from './describe.ts'

/** A text from a report is text: what Markdown or a table would read as markup is escaped. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

const COLUMNS = ['', 'who', 'when', 'standing', 'words'] as const

function row(d: Description): string {
  const when = [d.when, d.where].filter(Boolean).join(', ')
  const standing = [d.standing || 'certain', d.sources].filter(Boolean).join('; ')
  return `| ${[d.what, d.line, when, standing, `“${d.quote}”`].map(escaped).join(' | ')} |`
}

function table(reading: Reading, kind: RecordKind): string[] {
  const name = namer(reading)
  const records = reading.records.filter((record) => record.kind === kind)
  if (records.length === 0) return []
  const header = [`| ${COLUMNS.join(' | ')} |`, `|${COLUMNS.map(() => '---|').join('')}`]
  return [
    `## ${KIND_TITLES[kind]}`,
    '',
    ...header,
    ...records.map((record) => row(describe(record, reading, name))),
    '',
  ]
}

/** A reading as a Markdown page: one table for each kind of record. */
export function markdown(reading: Reading): string {
  const { title, publisher, publishedAt, url } = reading.document
  const source = [publisher, publishedAt?.slice(0, 10), url]
    .filter((part): part is string => Boolean(part))
    .map(escaped)
    .join(' · ')
  const issues = reading.issues.map((issue) => `- ${issue.code}: ${escaped(issue.message)}`)
  return [
    `# ${escaped(title ?? 'Untitled report')}`,
    '',
    ...(source ? [source, ''] : []),
    ...KIND_SEQUENCE.flatMap((kind) => table(reading, kind)),
    ...(issues.length > 0 ? ['## Not settled', '', ...issues, ''] : []),
  ].join('\n')
}
