import { z } from 'zod'
import { RECORD_KINDS } from '../../../model/index.ts'
import { actorType, citation, position, quote } from './common.ts'
import { span } from './reading.ts'

/** What the ledger itself holds. */
const text = z.string()
const maybe = z.string().nullable()

export const heldDocument = z
  .object({ ...citation.shape, recordedAt: text, text, versions: z.array(z.unknown()), readings: z.array(z.unknown()) })
  .meta({ id: 'Document' })

/** Of a list: with its text where that was asked for. */
export const listedDocument = z.object({ ...heldDocument.shape, text: text.optional() }).meta({ id: 'ListedDocument' })

export const heldRecord = z
  .object({
    id: text,
    kind: z.enum(RECORD_KINDS),
    subtype: text,
    record: z.record(z.string(), z.unknown()),
    parts: z.array(z.object({ part: text, position: z.int(), actor: text, name: text })),
    evidence: z.array(quote),
    quotes: z.record(z.string(), z.array(quote)),
    citation,
    reading: text,
    dated: z.boolean(),
    validFrom: maybe,
    validTo: maybe,
    publishedOn: maybe,
    recordedAt: text,
    retractedAt: maybe,
    retractedWhy: maybe,
    review: z.enum(['proposed', 'accepted', 'corrected', 'rejected']),
    cluster: maybe,
  })
  .meta({ id: 'HeldRecord' })

export const keptReading = z
  .object({
    document: heldDocument,
    version: z.int(),
    actors: z.array(z.object({ id: text, name: text, type: actorType, mentions: z.array(span) })),
    records: z.array(heldRecord).describe('in order of place'),
  })
  .meta({ id: 'KeptReading' })

export const judgement = z
  .object({
    id: text,
    action: text,
    targets: z.array(text),
    by: text,
    why: text,
    recordedAt: text,
    undoes: maybe,
    undoneBy: maybe,
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'Judgement' })

export const placed = z
  .object({ actor: text, position: position.nullable(), by: text, why: text, recordedAt: text })
  .meta({ id: 'Placed' })

const reason = z.object({ code: text, text })

export const proposal = z
  .object({
    id: text,
    kind: z.enum(['supersedes', 'same-actor']),
    first: text,
    second: text,
    reason,
    recordedAt: text,
    decided: z.enum(['accepted', 'rejected']).nullable(),
  })
  .meta({ id: 'Proposal' })

export const publisher = z
  .object({ id: text, name: text, reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']).nullable(), group: maybe })
  .meta({ id: 'Publisher' })

export const actorLink = z.object({
  id: text,
  readingActor: text,
  document: text,
  actor: text,
  as: z.object({ name: text, type: text, aliases: z.array(text) }),
  reason,
  by: maybe,
  recordedAt: text,
  retractedAt: maybe,
})

export const corroboration = z.object({
  reports: z.int(),
  origins: z.array(z.object({ records: z.array(text), reasons: z.array(reason) })),
})
