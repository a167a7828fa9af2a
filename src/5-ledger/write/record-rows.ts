import { createHash } from 'node:crypto'
import { type Document, fold, type Part, type Reading, type ReadoutRecord, type Span } from '../../model/index.ts'
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

const one = (id: string | null): readonly string[] => (id === null ? [] : [id])

function actorsOf(record: ReadoutRecord): Partial<Record<Part, readonly string[]>> {
  switch (record.kind) {
    case 'statement':
      return { speaker: [record.speaker], hearer: record.hearers }
    case 'event':
      return { actor: record.actors, recipient: record.recipients, orderedBy: one(record.orderedBy) }
    case 'relation':
      return { subject: [record.subject], object: one(record.object) }
    case 'agreement':
      return { party: record.parties }
    case 'estimate':
      return { of: one(record.of) }
    case 'dependency':
      return {}
  }
}

function subtypeOf(record: ReadoutRecord): string {
  switch (record.kind) {
    case 'statement':
      return record.act
    case 'event':
      return record.type
    case 'relation':
      return record.predicate
    case 'agreement':
      return record.status
    case 'estimate':
      return fold(record.measure)
    case 'dependency':
      return record.relation
  }
}

/** The words that belong to a record's identity besides its actors and its time. */
function labelOf(record: ReadoutRecord, text: string): string {
  switch (record.kind) {
    case 'relation':
      return fold(record.role ?? '')
    case 'agreement':
      return fold(record.name)
    case 'estimate':
      return fold(`${record.measure} ${record.unit ?? ''}`.trim())
    case 'event':
      return record.about ? fold(text.slice(record.about.start, record.about.end)) : ''
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

const ended = (record: ReadoutRecord): boolean => record.kind === 'relation' && record.ended

export function newRecord(record: ReadoutRecord, { document }: Reading): NewRecord {
  const text = wellFormed(document.text)
  const spans = spansOf(record, text)
  const times = timesOf(record, publishedOn(document))
  const words = (spans.evidence ?? []).map(([, , w]) => w).join(' … ')
  const identity = {
    kind: record.kind,
    subtype: subtypeOf(record),
    polarity: record.polarity,
    certainty: record.certainty,
    realis: record.realis,
    label: labelOf(record, text),
    low: record.kind === 'estimate' ? record.low : null,
    high: record.kind === 'estimate' ? record.high : null,
    ended: ended(record),
    words,
  }
  const actors: Partial<Record<Part, readonly string[]>> = {
    ...actorsOf(record),
    place: one(record.place),
    source: record.sources,
  }
  const parts = Object.entries(actors).flatMap(([part, ids]) =>
    ids.map((local, position) => ({ part: part as Part, position, local })),
  )
  const when = record.time === null ? '' : [times.valid_from, times.valid_to]
  const signature = createHash('sha1')
    .update(JSON.stringify([identity, when, parts.filter((p) => p.part === 'source').length]))
    .digest('hex')
    .slice(0, 20)
  return { local: record.id, record, parts, spans, row: { ...identity, ...times, signature } }
}
