import { PART_FIELDS, type ReadoutRecord, type Span } from '../../model/index.ts'
import type { HeldRecord, Quote } from '../held.ts'
import type { Merges } from '../merges.ts'
import type { RecordRow } from '../schema.ts'
import type { PageRow } from './page.ts'

export function assemble(row: PageRow, known: string | null, merges: Merges): HeldRecord {
  const { anchor, cluster } = row
  const parts = row.parts ?? []
  const quotes: Record<string, Quote[]> = {}
  for (const [field, spans] of Object.entries(anchor.spans))
    quotes[field] = spans.map(([start, end, words]) => ({ start, end, words, version: anchor.number }))
  const { evidence = [], ...others } = quotes
  const actorOf = new Map(parts.map((p) => [p.local, merges.canonical(p.actor_id)]))
  // What happened after the time that is asked about was not known then.
  const later = known !== null && row.retracted_at !== null && row.retracted_at > known
  const retractedAt = later ? null : row.retracted_at
  const retractedWhy = later ? null : row.retracted_why
  return {
    id: row.record_id,
    kind: row.kind,
    subtype: row.subtype,
    record: inWorld(row, quotes, (local) => actorOf.get(local) ?? local),
    parts: parts.map((p) => ({
      part: p.part,
      position: p.position,
      actor: merges.canonical(p.actor_id),
      name: p.name,
    })),
    evidence,
    quotes: others,
    citation: {
      document: row.document_id,
      version: anchor.number,
      title: anchor.title,
      publisher: anchor.publisher,
      url: anchor.url,
      publishedAt: anchor.published_at,
    },
    reading: row.reading_id,
    dated: row.dated,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    publishedOn: row.published_on,
    recordedAt: row.recorded_at,
    retractedAt,
    retractedWhy,
    review: retractedWhy?.startsWith('rejected') ? 'rejected' : row.review,
    cluster,
  }
}

/** The record with the world's actors for the reading's, and its spans in the version that is cited. */
function inWorld(
  { payload }: RecordRow,
  quotes: Readonly<Record<string, readonly Quote[]>>,
  to: (local: string) => string,
): ReadoutRecord {
  const spans = (field: string): Span[] => (quotes[field] ?? []).map(({ start, end }) => ({ start, end }))
  const first = (field: string): Span | null => spans(field)[0] ?? null
  const local = payload as unknown as Readonly<Record<string, string | readonly string[] | null>>
  const inField = (ids: string | readonly string[] | null | undefined) =>
    typeof ids === 'string' ? to(ids) : (ids?.map(to) ?? null)
  const actors = Object.fromEntries(
    Object.values(PART_FIELDS[payload.kind]).map(({ field }) => [field, inField(local[field])]),
  )
  const common = { ...actors, evidence: spans('evidence'), cues: spans('cues') }
  switch (payload.kind) {
    case 'statement':
      return { ...payload, ...common, cue: first('cue'), content: spans('content') }
    case 'event':
      return { ...payload, ...common, about: first('about') }
    case 'relation':
    case 'agreement':
    case 'estimate':
      return { ...payload, ...common }
    case 'dependency':
      return {
        ...payload,
        ...common,
        antecedent: { ...payload.antecedent, text: first('antecedent') ?? payload.antecedent.text },
        consequent: { ...payload.consequent, text: first('consequent') ?? payload.consequent.text },
      }
  }
}
