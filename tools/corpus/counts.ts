// What the corpus contains, counted: the table of corpus/DATASHEET.md.
import { RECORD_KINDS } from '../../src/model/index.ts'
import { type CorpusRecord, type CorpusReport, FIELDS, list } from './form.ts'

const PLURAL: Readonly<Record<string, string>> = { dependency: 'dependencies' }

type Count = (report: CorpusReport) => number

const sum = (reports: readonly CorpusReport[], count: Count): number => reports.reduce((n, r) => n + count(r), 0)
const actors = (report: CorpusReport): CorpusReport['actors'][string][] => Object.values(report.actors)

/** Values that the text does not have: the reader's own words, such as a measure. */
const ownWords = (record: CorpusRecord): number =>
  Object.entries(record)
    .filter(([field]) => FIELDS[field] === 'words')
    .flatMap(([, value]) => list(value))
    .filter((value) => typeof value === 'string').length

const ROWS: readonly (readonly [string, Count])[] = [
  ['reports', () => 1],
  ['UTF-16 units of text', ({ length }) => length],
  ['actors', (report) => actors(report).length],
  ['their names', (report) => actors(report).reduce((n, { names }) => n + names.length, 0)],
  ['names left out', (report) => actors(report).reduce((n, { leftOut }) => n + (leftOut ?? 0), 0)],
  ["values in the readers' own words", ({ records }) => records.reduce((n, record) => n + ownWords(record), 0)],
]

/** Required and optional records of a kind, or of all: `12 + 5`. */
function recordCount(reports: readonly CorpusReport[], kind?: string): string {
  const records = reports.flatMap((report) => report.records).filter((r) => kind === undefined || r.kind === kind)
  const optional = records.filter((record) => record.optional).length
  return `${records.length - optional} + ${optional}`
}

/** A table in Markdown with a column for each part. */
export function countTable(parts: readonly (readonly [string, readonly CorpusReport[]])[]): string {
  const row = (name: string, cell: (reports: readonly CorpusReport[], part: string) => string | number): string =>
    `| ${[name, ...parts.map(([part, reports]) => cell(reports, part))].join(' | ')} |`
  return [
    row('', (_, part) => part),
    row('---', () => '---'),
    ...ROWS.map(([name, count]) => row(name, (reports) => sum(reports, count))),
    ...RECORD_KINDS.map((kind) => row(PLURAL[kind] ?? `${kind}s`, (reports) => recordCount(reports, kind))),
    row('all records', (reports) => recordCount(reports)),
  ].join('\n')
}
