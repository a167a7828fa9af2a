import type { HeldRecord } from '../../5-ledger/index.ts'
import type { Part, Time } from '../../model/index.ts'
import type { Cited } from '../answer.ts'
import { cite, oneLine, partsOf } from '../cite.ts'
import type { Support } from '../support.ts'

export const SECTIONS = ['happened', 'agreed', 'hangs', 'said', 'counted', 'offices', 'disagreed'] as const
export type Section = (typeof SECTIONS)[number]

/** A sentence of a brief. All in it that is no template's word comes from the records that it cites. */
export interface Sentence {
  readonly section: Section
  readonly text: string
  /** On how many words it stands; null where that is not one happening or fact. */
  readonly support: Support | null
  readonly citations: readonly Cited[]
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

export function day(iso: string): string {
  const [year, month, date] = iso.slice(0, 10).split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}

const MANY_DAYS: readonly Time['precision'][] = ['year', 'decade', 'century']

/** "On 20 May 2031", "In May 2031"; nothing where the report gives no time. */
export function opening({ validFrom: from, validTo: to, record }: HeldRecord): string {
  const precision = record.time?.precision
  if (!from && !to) return ''
  if (from === null) return `Until ${day(to!)}`
  if (to === null) return `Since ${day(from)}`
  if (from === to) return `On ${day(from)}`
  if (precision === 'month' && from.slice(0, 7) === to.slice(0, 7))
    return `In ${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`
  if (precision && MANY_DAYS.includes(precision))
    return from.slice(0, 4) === to.slice(0, 4)
      ? `In ${from.slice(0, 4)}`
      : `From ${from.slice(0, 4)} to ${to.slice(0, 4)}`
  return `Between ${day(from)} and ${day(to)}`
}

export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** Names as the record's own report has them. */
export const namesIn = (record: HeldRecord, part: Part): string =>
  list([...new Set(partsOf(record, part).map((p) => p.name))])

/** ", according to A, as told by B"; nothing in the report's own voice. */
export function according(record: HeldRecord): string {
  const sources = partsOf(record, 'source').map((p) => p.name)
  return sources.length === 0 ? '' : `, according to ${[...sources].reverse().join(', as told by ')}`
}

/** The record's words in quotation marks, those of the report taken off the ends. */
export function quoted(record: HeldRecord, field = 'evidence'): string {
  const quotes =
    field === 'evidence' ? record.evidence.slice(0, 1) : (record.quotes[field] ?? record.evidence.slice(0, 1))
  return `“${oneLine(quotes.map((q) => q.words).join(' … ')).replace(/^["“”']+|["“”',;]+$/gu, '')}”`
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

export const sentence = (
  section: Section,
  text: string,
  records: readonly HeldRecord[],
  support: Support | null = null,
): Sentence => ({
  section,
  text: `${capital(oneLine(text))}.`,
  support,
  citations: records.map((r) => cite(r, r.kind === 'statement' ? (r.quotes.content ?? r.evidence) : r.evidence)),
})
