import type { Reading, ReadoutRecord, RecordKind, Span, Time } from '../model/index.ts'

/** A record in plain words, as every format shows it. */
export interface Description {
  readonly record: ReadoutRecord
  /** Type, predicate, act, status, relation or measure: the one word that names what it is. */
  readonly what: string
  /** Who did it, or of whom it holds; then to whom. */
  readonly line: string
  readonly when: string
  readonly where: string
  /** "according to A, citing B"; empty in the document's own voice. */
  readonly sources: string
  /** "denied", "probable", "planned" …; empty for what is certain, affirmed and actual. */
  readonly standing: string
  readonly quote: string
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split('-')
  return month && date ? `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}` : iso
}

/** Months and years as such, else the days; words where no date could be told. */
export function describeTime(time: Time | null): string {
  if (!time) return ''
  const { start, end, precision, text } = time
  if (start && end) {
    if (precision === 'year')
      return start.slice(0, 4) === end.slice(0, 4) ? start.slice(0, 4) : `${start.slice(0, 4)}–${end.slice(0, 4)}`
    if (precision === 'month') return `${MONTHS[Number(start.slice(5, 7)) - 1]} ${start.slice(0, 4)}`
    return start === end ? day(start) : `${day(start)} – ${day(end)}`
  }
  if (start) return `since ${day(start)}`
  if (end) return `until ${day(end)}`
  return text ? `“${text}”` : ''
}

/** The words of a quotation on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

export function quote(reading: Reading, spans: readonly Span[]): string {
  return spans.map((span) => oneLine(reading.document.text.slice(span.start, span.end))).join(' … ')
}

export function numberRange(low: number | null, high: number | null): string {
  const show = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  if (low !== null && high !== null) return low === high ? show(low) : `${show(low)}–${show(high)}`
  if (low !== null) return `at least ${show(low)}`
  return high === null ? 'unknown' : `up to ${show(high)}`
}

export const STANDING_WORDS = {
  probable: 'probably',
  possible: 'possibly',
  unknown: 'uncommitted',
  future: 'planned',
  hypothetical: 'hypothetical',
} as const

function standing(record: ReadoutRecord): string {
  const words: string[] = []
  if (record.polarity === 'denied') words.push('denied')
  if (record.realis !== 'actual') words.push(STANDING_WORDS[record.realis])
  if (record.certainty !== 'certain') words.push(STANDING_WORDS[record.certainty])
  return words.join(', ')
}

/** Names of actors by id, the id itself where the reading does not hold it. */
export function namer(reading: Reading): (id: string | null) => string {
  const names = new Map(reading.actors.map((actor) => [actor.id, actor.name]))
  return (id) => (id === null ? '' : (names.get(id) ?? id))
}

type Name = (id: string | null) => string
const list = (ids: readonly string[], name: Name): string => ids.map(name).join(', ')
const arrow = (from: string, to: string, joint: boolean): string =>
  from && to ? `${from} ${joint ? '↔' : '→'} ${to}` : from || `→ ${to}`

/** Those who do it are those with whom it is done: each stands once. */
const together = ({
  joint,
  actors,
  recipients,
}: {
  joint: boolean
  actors: readonly string[]
  recipients: readonly string[]
}) => joint && actors.length > 1 && actors.length === recipients.length && actors.every((id) => recipients.includes(id))

const LINES: {
  readonly [K in RecordKind]: (
    record: Extract<ReadoutRecord, { kind: K }>,
    reading: Reading,
    name: Name,
  ) => { what: string; line: string }
} = {
  statement: (r, _reading, name) => ({
    what: r.act,
    line:
      name(r.speaker) +
      (r.hearers.length > 0 ? ` to ${list(r.hearers, name)}` : '') +
      (r.channel ? ` (${r.channel})` : ''),
  }),
  event: (r, _reading, name) => ({
    what: r.type,
    line: together(r) ? r.actors.map(name).join(' ↔ ') : arrow(list(r.actors, name), list(r.recipients, name), r.joint),
  }),
  relation: (r, _reading, name) => ({
    what: r.predicate,
    line: arrow(name(r.subject) + (r.role ? `, ${r.role}` : ''), name(r.object), false) + (r.ended ? ' (ended)' : ''),
  }),
  agreement: (r, _reading, name) => ({
    what: r.status,
    line: [r.name, list(r.parties, name), r.scope.join(', '), r.excludes.map((x) => `not ${x}`).join(', ')]
      .filter(Boolean)
      .join(' · '),
  }),
  dependency: (r, reading) => ({
    what: r.relation,
    line: `${quote(reading, [r.antecedent.text])}  ⇒  ${quote(reading, [r.consequent.text])}`,
  }),
  estimate: (r, _reading, name) => ({
    what: r.measure,
    line: `${r.approximate ? 'about ' : ''}${numberRange(r.low, r.high)}${r.unit ? ` ${r.unit}` : ''}${r.of ? ` · ${name(r.of)}` : ''}`,
  }),
}

/** A record of any kind in plain words. */
export function describe(record: ReadoutRecord, reading: Reading, name: Name = namer(reading)): Description {
  const render = LINES[record.kind] as (
    r: ReadoutRecord,
    reading: Reading,
    name: Name,
  ) => { what: string; line: string }
  const sources = record.sources.map(name)
  return {
    record,
    ...render(record, reading, name),
    when: describeTime(record.time),
    where: name(record.place),
    sources: sources.length === 0 ? '' : `according to ${[...sources].reverse().join(', as told by ')}`,
    standing: standing(record),
    quote: quote(reading, record.kind === 'statement' ? record.content : record.evidence.slice(0, 1)),
  }
}

export const KIND_TITLES: Readonly<Record<RecordKind, string>> = {
  statement: 'Who says what',
  event: 'What happened',
  agreement: 'What is agreed',
  dependency: 'What hangs on what',
  relation: 'Who is who to whom',
  estimate: 'How many',
}
export const KIND_SEQUENCE: readonly RecordKind[] = [
  'event',
  'statement',
  'agreement',
  'dependency',
  'estimate',
  'relation',
]
