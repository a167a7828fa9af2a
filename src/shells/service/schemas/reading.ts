import { z } from 'zod'
import { RECORD_KINDS } from '../../../model/index.ts'
import { actorType, links } from './common.ts'

const text = z.string()
export const span = z
  .object({ start: z.int(), end: z.int() })
  .meta({ id: 'Span', description: 'UTF-16 units of `document.text`, end excluded' })

const time = z
  .object({ start: text.nullable(), end: text.nullable(), text, precision: text })
  .meta({ id: 'Time', description: 'calendar days, both inclusive, null where open' })

/** What every record has; each kind has its own fields besides. */
const record = z
  .looseObject({
    id: text,
    kind: z.enum(RECORD_KINDS),
    evidence: z.array(span),
    rule: text,
    time: time.nullable(),
    place: text.nullable(),
    polarity: z.enum(['affirmed', 'denied']),
    certainty: z.enum(['certain', 'probable', 'possible', 'unknown']),
    realis: z.enum(['actual', 'future', 'hypothetical']),
    sources: z.array(text).describe('who says so according to whom, outermost first'),
    cues: z.array(span),
    score: z.number().optional().describe('the chance that it is read rightly, 0 to 1'),
    sameAs: text.optional(),
  })
  .meta({ id: 'Record' })

const actor = z.object({
  id: text,
  name: text,
  type: actorType,
  aliases: z.array(text),
  mentions: z.array(span),
  links: links.optional(),
})

const document = z.object({
  id: text,
  title: text.optional(),
  publisher: text.optional(),
  url: text.optional(),
  publishedAt: text.optional(),
  language: text,
  text,
})

export const reading = z
  .object({
    readout: z.literal('1'),
    reader: z.object({ name: text, version: text, model: text, vocabulary: text }),
    document,
    actors: z.array(actor),
    records: z.array(record),
    issues: z.array(z.object({ code: text, message: text, span: span.optional() })),
  })
  .meta({ id: 'Reading' })
