// A report with its records beside its words, for reading in a terminal: each paragraph has beside it the records whose
// triggers are in it, each below the line of its trigger.
import type { CorpusReport, SpanPair } from './form.ts'
import { join } from './join.ts'
import { summary } from './summary.ts'

const GAP = '  '
const INDENT = '    '
const NARROWEST = 30

interface Line {
  readonly start: number
  readonly end: number
}

interface Entry {
  readonly at: number
  readonly text: string
}

export interface PrintOptions {
  readonly width: number
  readonly colour: boolean
}

/** The lines of a stretch of text, no wider than a column; those after the first may be narrower. */
function wrap(text: string, { start, end }: Line, width: number, narrower = 0): Line[] {
  const lines: Line[] = []
  for (let at = start; at < end; ) {
    const most = lines.length === 0 ? width : width - narrower
    const space = end - at <= most ? end : text.lastIndexOf(' ', at + most)
    const cut = space > at ? space : Math.min(at + most, end)
    lines.push({ start: at, end: cut })
    for (at = cut; at < end && text[at] === ' '; ) at++
  }
  return lines
}

/** What is between line ends, without what is blank. */
function paragraphs(text: string): Line[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(([words]) => words.trim() !== '')
    .map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
}

/** A line of the text, filled up to the column's width, with the triggers in it underlined. */
function paint(text: string, { start, end }: Line, triggers: readonly SpanPair[], options: PrintOptions): string {
  const fill = ' '.repeat(Math.max(0, options.width - (end - start)))
  if (!options.colour) return text.slice(start, end) + fill
  const isMarked = (at: number): boolean => triggers.some(([from, to]) => from <= at && at < to)
  let painted = ''
  for (let at = start; at < end; at++) {
    if (isMarked(at) && (at === start || !isMarked(at - 1))) painted += '\u001b[1;4m'
    painted += text[at]
    if (isMarked(at) && (at + 1 === end || !isMarked(at + 1))) painted += '\u001b[0m'
  }
  return painted + fill
}

/** The right column of a paragraph: no entry is above the line of its trigger. */
function beside(lines: readonly Line[], entries: readonly Entry[], width: number): string[] {
  const column: string[] = []
  for (const { at, text } of entries) {
    const line = lines.findLastIndex(({ start }) => start <= at)
    while (column.length < line) column.push('')
    const parts = wrap(text, { start: 0, end: text.length }, width, INDENT.length)
    column.push(...parts.map(({ start, end }, k) => (k === 0 ? '' : INDENT) + text.slice(start, end)))
  }
  return column
}

function head(report: CorpusReport, title: string | undefined): string {
  const optional = report.records.filter((record) => record.optional).length
  const lines = [
    [report.id, title],
    [report.publisher, report.publishedAt ?? 'undated', report.licence, report.url],
    [`${report.records.length} records; ${optional} are optional, in brackets`],
  ]
  return lines.map((parts) => parts.filter(Boolean).join(' · ')).join('\n')
}

export function print(report: CorpusReport, text: string, title: string | undefined, options: PrintOptions): string {
  const left = Math.max(NARROWEST, Math.floor((options.width - GAP.length) * 0.45))
  const right = Math.max(NARROWEST, options.width - left - GAP.length)
  const gold = join(report, text, title)
  const entries = report.records
    .map(({ trigger }, k) => ({ at: trigger[0], text: summary(gold, gold.records[k]!) }))
    .sort((a, b) => a.at - b.at)
  const triggers = report.records.map(({ trigger }) => trigger)
  const blocks = paragraphs(text).map((paragraph) => {
    const lines = wrap(text, paragraph, left)
    const own = entries.filter(({ at }) => paragraph.start <= at && at < paragraph.end)
    const column = beside(lines, own, right)
    const rows = Array.from({ length: Math.max(lines.length, column.length) }, (_, k) => {
      const line = lines[k] ?? { start: 0, end: 0 }
      return `${paint(text, line, triggers, { ...options, width: left })}${GAP}${column[k] ?? ''}`.trimEnd()
    })
    return rows.join('\n')
  })
  return `${[head(report, title), ...blocks].join('\n\n')}\n`
}
