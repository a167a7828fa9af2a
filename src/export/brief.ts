import type { Reading, RecordKind } from '../model/index.ts'
import { type Description, describe, describeTime, KIND_SEQUENCE, KIND_TITLES, namer } from './describe.ts'
import { harmless, type Paint, plain, type Style, shorten, wrap } from './paint.ts'

export interface BriefOptions {
  readonly paint?: Paint
  /** Columns of the terminal. */
  readonly width?: number
}

const KIND_STYLES: Readonly<Record<RecordKind, Style>> = {
  statement: 'blue',
  event: 'red',
  agreement: 'green',
  dependency: 'magenta',
  estimate: 'yellow',
  relation: 'cyan',
}
const LABEL = 20
const INDENT = ' '.repeat(LABEL + 4)

function head(reading: Reading, paint: Paint): string[] {
  const { title, publisher, publishedAt } = reading.document
  const counts = KIND_SEQUENCE.map((kind) => [reading.records.filter((r) => r.kind === kind).length, kind] as const)
  const date = publishedAt
    ? describeTime({ start: publishedAt.slice(0, 10), end: publishedAt.slice(0, 10), text: '', precision: 'day' })
    : 'no date'
  const totals = counts.filter(([n]) => n > 0).map(([n, kind]) => `${n} ${n === 1 ? kind : plural(kind)}`)
  return [
    paint('bold', harmless(title ?? 'Untitled report')),
    paint('dim', [publisher ? harmless(publisher) : '', date, ...totals].filter(Boolean).join(' · ')),
  ]
}

const plural = (kind: RecordKind): string => (kind === 'dependency' ? 'dependencies' : `${kind}s`)

function entry(d: Description, paint: Paint, width: number): string[] {
  const label = shorten(d.what, LABEL).padEnd(LABEL)
  const [first = '', ...rest] = wrap(harmless(d.line), width - LABEL - 4)
  const context = [d.when, d.where ? `in ${d.where}` : '', d.sources].filter(Boolean).join(' · ')
  const notes = [d.standing ? paint('yellow', d.standing) : '', context ? paint('dim', harmless(context)) : '']
    .filter(Boolean)
    .join(paint('dim', ' · '))
  const lines = [`  ${paint(KIND_STYLES[d.record.kind], label)}  ${first}`, ...rest.map((line) => INDENT + line)]
  if (notes) lines.push(INDENT + notes)
  if (d.record.kind !== 'dependency') {
    const quoted = wrap(`“${harmless(shorten(d.quote.replace(/^["“”]|["“”]$/gu, ''), 300))}”`, width - LABEL - 4)
    lines.push(...quoted.map((line) => INDENT + paint('italic', line)))
  }
  return lines
}

function section(reading: Reading, kind: RecordKind, paint: Paint, width: number): string[] {
  const name = namer(reading)
  const records = reading.records.filter((record) => record.kind === kind && record.sameAs === undefined)
  if (records.length === 0) return []
  const title = paint('bold', KIND_TITLES[kind].toUpperCase())
  return ['', title, ...records.flatMap((record) => entry(describe(record, reading, name), paint, width))]
}

/** A reading on a terminal: what happened, who says what, what is agreed, what hangs on what, how many, who is who. */
export function brief(reading: Reading, options: BriefOptions = {}): string {
  const paint = options.paint ?? plain
  const width = Math.max(60, Math.min(options.width ?? 100, 120))
  const issues = reading.issues.map(
    (issue) => `  ${paint('yellow', issue.code.padEnd(LABEL))}  ${harmless(issue.message)}`,
  )
  const unsettled = issues.length > 0 ? ['', paint('bold', 'NOT SETTLED'), ...issues] : []
  const none =
    reading.records.length === 0
      ? ['', 'Nothing in this text is a record: nobody acts, speaks or holds anything that the reader knows of.']
      : []
  return [
    ...head(reading, paint),
    ...none,
    ...KIND_SEQUENCE.flatMap((kind) => section(reading, kind, paint, width)),
    ...unsettled,
    '',
  ].join('\n')
}
