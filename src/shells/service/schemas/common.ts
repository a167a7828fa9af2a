import { z } from 'zod'
import type { Cited, Named, Standing, Support, When } from '../../../6-answer/index.ts'
import { ACTOR_TYPES, type Position } from '../../../model/index.ts'

/** The public shapes of answers. Each is checked against its type here, and against real answers in the tests. */
const text = z.string()
const maybe = z.string().nullable()

/** The id of a report, a record, an actor … */
export const heldId = z.uuid({ error: 'this ledger gives no such id' })

export const quote = z
  .object({ start: z.int(), end: z.int(), version: z.int(), words: text })
  .meta({ id: 'Quote', description: '`text.slice(start, end)` of that version of the document, in UTF-16 units' })

/** The version of a report that words stand in. */
export const citation = z.object({
  document: text,
  version: z.int(),
  title: maybe,
  publisher: maybe,
  url: maybe,
  publishedAt: maybe,
})

export const cited = z
  .object({
    record: text,
    quotes: z.array(quote),
    ...citation.shape,
    according: z.array(text).describe('who says so according to whom, outermost first'),
    recordedAt: text,
  })
  .meta({ id: 'Citation' }) satisfies z.ZodType<Cited>

export const named = z.object({ id: text, name: text }).meta({ id: 'Named' }) satisfies z.ZodType<Named>

export const position = z
  .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
  .meta({ id: 'Position', description: 'degrees, north and east positive' }) satisfies z.ZodType<Position>

export const when = z
  .object({
    from: maybe,
    to: maybe,
    text: maybe,
    precision: maybe,
    dated: z.boolean().describe('false: the report gives no time'),
    publishedOn: maybe,
  })
  .meta({ id: 'When' }) satisfies z.ZodType<When>

export const standing = {
  polarity: z.enum(['affirmed', 'denied']),
  certainty: z.enum(['certain', 'probable', 'possible', 'unknown']),
  realis: z.enum(['actual', 'future', 'hypothetical']),
} as const satisfies { readonly [K in keyof Standing]: z.ZodType<Standing[K]> }

export const support = z.object({ reports: z.int(), origins: z.int(), because: z.array(text) }).meta({
  id: 'Support',
  description: 'reports, and the independent origins they go back to',
}) satisfies z.ZodType<Support>

export const actorType = z.enum(ACTOR_TYPES)
export const links = z.record(z.string(), z.string()).describe('iso3, wikidata, geonames, ucdp')

export const none = z
  .object({ code: z.enum(['empty', 'unknown-name', 'nothing']), message: text, nearest: z.array(text) })
  .meta({ id: 'NoAnswer' })

export const question = z.record(z.string(), z.unknown()).describe('the question as it was understood')

/** All rows of an answer. */
export const wholeOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ asked: text, question, none: none.nullable(), rows: z.array(row) })

export const pagedOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    asked: text,
    question,
    rows: z.array(row),
    total: z.int(),
    next: maybe.describe('cursor of the next page; null at the end'),
    none: none.nullable(),
  })
