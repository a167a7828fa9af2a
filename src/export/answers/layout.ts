import type { Answer, Cited, Named, Standing, Support, When } from '../../6-answer/index.ts'
import { describeTime, oneLine, STANDING_WORDS } from '../describe.ts'
import { harmless, type Paint, plain, type Style, shorten, wrap } from '../paint.ts'

/** How an answer is shown on a terminal. */
export interface Look {
  readonly paint?: Paint
  /** Columns of the terminal. */
  readonly width?: number
  /** Most citations shown of one row. Default 3; the JSON has all. */
  readonly citations?: number
}

export interface Page {
  readonly paint: Paint
  readonly width: number
  readonly citations: number
}

export const pageOf = ({ paint = plain, width = 100, citations = 3 }: Look): Page => ({
  paint,
  width: Math.max(60, Math.min(width, 120)),
  citations,
})

export const LABEL = 20
export const INDENT = ' '.repeat(LABEL + 2)

export const names = (actors: readonly Named[]): string => [...new Set(actors.map((a) => a.name))].join(', ')

/** The day or days; of what is not dated, by when it was told. */
export function showWhen({ from, to, text, precision, dated, publishedOn }: When): string {
  if (dated) return describeTime({ start: from, end: to, text: text ?? '', precision: (precision ?? 'day') as 'day' })
  const told = publishedOn ? `told ${showDay(publishedOn)}` : 'no date'
  return text ? `“${oneLine(text)}”, ${told}` : told
}

export const showDay = (day: string): string =>
  describeTime({ start: day.slice(0, 10), end: day.slice(0, 10), text: '', precision: 'day' })

export function showStanding({ polarity, certainty, realis }: Standing): string {
  const words: string[] = []
  if (polarity === 'denied') words.push('denied')
  if (realis !== 'actual') words.push(STANDING_WORDS[realis])
  if (certainty !== 'certain') words.push(STANDING_WORDS[certainty])
  return words.join(', ')
}

/** "3 reports, 2 of them independent (both go back to Meridian Wire)". */
export function showSupport({ reports, origins, because }: Support): string {
  if (reports <= 1) return ''
  const why = because.length > 0 ? ` (${because.join('; ')})` : ''
  if (origins === 1) return `${reports} reports, one origin${why}`
  return origins === reports ? `${reports} independent reports` : `${reports} reports, ${origins} independent${why}`
}

function passage(words: string, { paint, width }: Page): string[] {
  const quoted = `“${harmless(shorten(words.replace(/^["“”]|["“”]$/gu, ''), 300))}”`
  return wrap(quoted, width - INDENT.length).map((line) => INDENT + paint('italic', line))
}

/** Exact words of a report, each on lines of its own. */
export const passages = (all: readonly string[], page: Page): string[] =>
  all.flatMap((words) => passage(oneLine(words), page))

/** The exact words, whose, in which report; the record's id, by which review and retract take it. */
function citation(cited: Cited, page: Page): string[] {
  const words = cited.quotes.map((q) => oneLine(q.words)).join(' … ')
  const according = cited.according.length > 0 ? `${[...cited.according].reverse().join(', as told by ')}, in ` : ''
  const version = cited.version > 1 ? `, version ${cited.version}` : ''
  const where = `${according}${cited.publisher ?? cited.title ?? 'a report'}${cited.publishedAt ? `, ${showDay(cited.publishedAt)}` : ''}${version}`
  return [...passage(words, page), INDENT + page.paint('dim', harmless(`— ${where} · ${cited.record}`))]
}

export function citations(all: readonly Cited[], page: Page): string[] {
  const shown = all.slice(0, page.citations).flatMap((cited) => citation(cited, page))
  const more = all.length - page.citations
  return more > 0 ? [...shown, INDENT + page.paint('dim', `and ${more} more`)] : shown
}

/** A label with a line beside it, notes under it. */
export function entry(label: string, style: Style, line: string, notes: readonly string[], page: Page): string[] {
  const { paint, width } = page
  const [first = '', ...rest] = wrap(harmless(line), width - INDENT.length)
  const noted = notes.filter(Boolean).flatMap((note) => wrap(harmless(note), width - INDENT.length))
  return [
    `${paint(style, shorten(label, LABEL).padEnd(LABEL))}  ${first}`,
    ...rest.map((l) => INDENT + l),
    ...noted.map((note) => INDENT + paint('dim', note)),
  ]
}

export const heading = (text: string, { paint }: Page): string[] => ['', paint('bold', harmless(text.toUpperCase()))]

/** The rows, or why there are none. */
export function render<Row>(answer: Answer<Row>, look: Look, row: (row: Row, page: Page) => readonly string[]): string {
  const page = pageOf(look)
  if (answer.none) return `${nothing(answer, page).join('\n')}\n`
  const left = answer.leftOff > 0 ? ['', page.paint('dim', `${answer.leftOff} more: --limit shows them`)] : []
  const rows = answer.rows.flatMap((r, i) => (i > 0 ? ['', ...row(r, page)] : row(r, page)))
  return `${[...rows, ...left].join('\n')}\n`
}

function nothing({ none }: Answer<unknown>, { paint, width }: Page): string[] {
  const nearest = none!.nearest.length > 0 ? [`Nearest: ${none!.nearest.join(', ')}`] : []
  return [none!.message, ...nearest]
    .flatMap((line) => wrap(harmless(line), width))
    .map((line, i) => (i === 0 ? paint('yellow', line) : line))
}
