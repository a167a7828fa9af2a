import { createHash } from 'node:crypto'
import {
  type Document,
  fold,
  PART_FIELDS,
  type Part,
  type Reading,
  type ReadoutRecord,
  type Span,
  SUBTYPE_FIELD,
} from '../../model/index.ts'
import type { RecordRow, Spans } from '../schema.ts'
import { BEGINNING, OPEN, wellFormed } from '../store/rows.ts'

/** A record of a reading as the ledger will hold it, before it has an id. */
export interface NewRecord {
  readonly local: string
  readonly record: ReadoutRecord
  readonly parts: readonly { readonly part: Part; readonly position: number; readonly local: string }[]
  readonly spans: Spans
  readonly row: Pick<
    RecordRow,
    | 'kind'
    | 'subtype'
    | 'polarity'
    | 'certainty'
    | 'realis'
    | 'dated'
    | 'label'
    | 'low'
    | 'high'
    | 'ended'
    | 'words'
    | 'signature'
  > & {
    readonly valid_from: string
    readonly valid_to: string
    readonly day: string
    readonly published_on: string | null
  }
}

/** The ids in the fields of a record's parts, in their order. */
export function actorsIn(record: ReadoutRecord): { readonly part: Part; readonly ids: readonly string[] }[] {
  const fields = record as unknown as Readonly<Record<string, string | readonly string[] | null>>
  return Object.entries(PART_FIELDS[record.kind]).map(([part, { field }]) => ({
    part: part as Part,
    ids: [fields[field] ?? []].flat(),
  }))
}

function subtypeOf(record: ReadoutRecord): string {
  const subtype = (record as unknown as Readonly<Record<string, string>>)[SUBTYPE_FIELD[record.kind]]!
  return record.kind === 'estimate' ? fold(subtype) : subtype
}

/** The words that belong to a record's identity besides its actors and its time. */
function labelOf(record: ReadoutRecord, about: string): string {
  switch (record.kind) {
    case 'relation':
      return fold(record.role ?? '')
    case 'agreement':
      return fold(record.name)
    case 'estimate':
      return fold(`${record.measure} ${record.unit ?? ''}`.trim())
    case 'event':
      return fold(about)
    default:
      return ''
  }
}

function fieldsOf(record: ReadoutRecord): Record<string, readonly Span[]> {
  const common = { evidence: record.evidence, cues: record.cues }
  switch (record.kind) {
    case 'statement':
      return { ...common, cue: record.cue ? [record.cue] : [], content: record.content }
    case 'event':
      return { ...common, about: record.about ? [record.about] : [] }
    case 'dependency':
      return { ...common, antecedent: [record.antecedent.text], consequent: [record.consequent.text] }
    default:
      return common
  }
}

function spansOf(record: ReadoutRecord, text: string): Spans {
  const entries = Object.entries(fieldsOf(record)).filter(([, spans]) => spans.length > 0)
  return Object.fromEntries(
    entries.map(([field, spans]) => [
      field,
      spans.map(({ start, end }) => [start, end, text.slice(start, end)] as const),
    ]),
  )
}

const isoDay = (text: string | undefined | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(text ?? '')?.[0] ?? null

export const publishedOn = (document: Document): string | null => isoDay(document.publishedAt)

function timesOf(record: ReadoutRecord, published: string | null) {
  const start = isoDay(record.time?.start)
  const end = isoDay(record.time?.end)
  return {
    dated: start !== null || end !== null,
    valid_from: start ?? BEGINNING,
    valid_to: end ?? OPEN,
    day: start ?? end ?? published ?? OPEN,
    published_on: published,
  }
}

/** The columns that say what a record tells; `about`: the words that an event is about. */
export const toldIn = (record: ReadoutRecord, about: string) => ({
  kind: record.kind,
  subtype: subtypeOf(record),
  polarity: record.polarity,
  certainty: record.certainty,
  realis: record.realis,
  label: labelOf(record, about),
  low: record.kind === 'estimate' ? record.low : null,
  high: record.kind === 'estimate' ? record.high : null,
  ended: record.kind === 'relation' && record.ended,
})

export function newRecord(record: ReadoutRecord, { document }: Reading): NewRecord {
  const text = wellFormed(document.text)
  const spans = spansOf(record, text)
  const times = timesOf(record, publishedOn(document))
  const words = (spans.evidence ?? []).map(([, , w]) => w).join(' … ')
  const identity = { ...toldIn(record, spans.about?.[0]?.[2] ?? ''), words }
  const parts = actorsIn(record).flatMap(({ part, ids }) => ids.map((local, position) => ({ part, position, local })))
  const when = record.time === null ? '' : [times.valid_from, times.valid_to]
  const signature = createHash('sha1')
    .update(JSON.stringify([identity, when, parts.filter((p) => p.part === 'source').length]))
    .digest('hex')
    .slice(0, 20)
  return { local: record.id, record, parts, spans, row: { ...identity, ...times, signature } }
}
