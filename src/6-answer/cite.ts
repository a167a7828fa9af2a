import type { HeldRecord, PartOf } from '../5-ledger/index.ts'
import type { Part } from '../model/index.ts'
import type { Cited, Standing, When } from './answer.ts'

export const partsOf = (record: HeldRecord, part: Part): readonly PartOf[] =>
  record.parts.filter((p) => p.part === part).sort((a, b) => a.position - b.position)

export const idsOf = (record: HeldRecord, part: Part): readonly string[] => partsOf(record, part).map((p) => p.actor)

export function cite(record: HeldRecord, quotes = record.evidence): Cited {
  const { document, version, title, publisher, url, publishedAt } = record.citation
  const according = partsOf(record, 'source').map((p) => p.name)
  return {
    record: record.id,
    quotes,
    document,
    version: quotes[0]?.version ?? version,
    title,
    publisher,
    url,
    publishedAt,
    according,
    recordedAt: record.recordedAt,
  }
}

export const whenOf = (record: HeldRecord): When => ({
  from: record.validFrom,
  to: record.validTo,
  text: record.record.time?.text || null,
  precision: record.record.time?.precision ?? null,
  dated: record.dated,
  publishedOn: record.publishedOn,
})

export const standingOf = ({ record: { polarity, certainty, realis } }: HeldRecord): Standing => ({
  polarity,
  certainty,
  realis,
})

/** The day that orders what is told: of its time, else of its publication. */
export const dayOfWhen = ({ from, to, publishedOn }: When): string => from ?? to ?? publishedOn ?? ''

/** The day that orders a record: of its time, else of its publication. */
export const dayOf = (record: HeldRecord): string => record.validFrom ?? record.validTo ?? record.publishedOn ?? ''

/** The words of a field ("about", "content"), on one line; null where it has none. */
export function wordsOf(record: HeldRecord, field: string): string | null {
  const quotes = record.quotes[field] ?? []
  return quotes.length === 0 ? null : oneLine(quotes.map((q) => q.words).join(' … '))
}

export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const RANK = { certain: 0, probable: 1, possible: 2, unknown: 3, actual: 0, future: 1, hypothetical: 2 } as const

/** Firmest first: told as actual, affirmed, certain, by the report itself, with most of who took part, then earliest. */
export function byFirmness(a: HeldRecord, b: HeldRecord): number {
  const rank = ({ record, parts }: HeldRecord): readonly number[] => [
    RANK[record.realis],
    record.polarity === 'affirmed' ? 0 : 1,
    RANK[record.certainty],
    Math.min(record.sources.length, 1),
    -parts.filter((p) => p.part !== 'source').length,
  ]
  const [x, y] = [rank(a), rank(b)]
  const differs = x.findIndex((value, i) => value !== y[i])
  if (differs >= 0) return x[differs]! - y[differs]!
  return compare(a.publishedOn ?? '', b.publishedOn ?? '') || compare(a.id, b.id)
}

/** By code units: the same order on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
