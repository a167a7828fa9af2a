import { z } from 'zod'
import type {
  Disagreement,
  FoundActor,
  FoundRecord,
  FoundText,
  Happening,
  Known,
  PlaceOnMap,
  Relationship,
  Said,
  Sentence,
  Series,
  Waiting,
} from '../../../6-answer/index.ts'
import { SECTIONS } from '../../../6-answer/index.ts'
import {
  CONTRADICTIONS,
  EVENT_TYPES,
  PREDICATES,
  RECORD_KINDS,
  STATEMENT_ACTS,
  STATEMENT_MODES,
} from '../../../model/index.ts'
import { actorType, citation, cited, links, named, position, quote, standing, support, when } from './common.ts'
import { span } from './reading.ts'

const text = z.string()
const maybe = z.string().nullable()
const citations = z.array(cited)

export const happening = z
  .object({
    id: text,
    type: z.enum(EVENT_TYPES),
    mode: maybe,
    actors: z.array(named),
    recipients: z.array(named),
    joint: z.boolean(),
    about: maybe,
    place: named.nullable(),
    when,
    ...standing,
    support,
    disputed: z.boolean(),
    citations,
  })
  .meta({ id: 'Happening' }) satisfies z.ZodType<Happening>

export const placeOnMap = z
  .object({
    place: named,
    position: position.nullable().describe('null: no gazetteer has it and nobody placed it'),
    by: z.enum(['hand', 'land', 'state', 'region', 'county', 'city']).nullable().describe('how near the point can be'),
    country: maybe.describe('ISO 3166-1 alpha-3'),
    happenings: z.array(happening),
  })
  .meta({ id: 'PlaceOnMap' }) satisfies z.ZodType<PlaceOnMap>

export const said = z
  .object({
    id: text,
    speaker: named,
    hearers: z.array(named),
    act: z.enum(STATEMENT_ACTS),
    mode: z.enum(STATEMENT_MODES),
    content: text,
    channel: maybe,
    topics: z.array(named),
    asserts: z.array(text),
    when,
    ...standing,
    citations,
  })
  .meta({ id: 'Said' }) satisfies z.ZodType<Said>

export const known = z
  .object({ id: text, name: text, type: actorType, names: z.array(text), links, documents: z.int() })
  .meta({ id: 'Actor' }) satisfies z.ZodType<Omit<Known, 'links'>>

const interval = z.object({
  from: maybe,
  to: maybe,
  seenFrom: maybe,
  seenTo: maybe,
  ended: z.boolean(),
  endedBy: maybe,
})

export const relationship = z
  .object({
    id: text,
    predicate: z.enum(PREDICATES),
    subject: named,
    object: named.nullable(),
    role: maybe,
    interval,
    laterHolders: z.array(named),
    ...standing,
    support,
    disputed: z.boolean(),
    citations,
  })
  .meta({ id: 'Relationship' }) satisfies z.ZodType<Relationship>

const figure = z.object({
  record: text,
  low: z.number().nullable(),
  high: z.number().nullable(),
  approximate: z.boolean(),
  when,
  source: text,
  actor: named.nullable(),
  revises: z.array(text),
  ...standing,
  citations,
})

export const series = z
  .object({ of: named.nullable(), measure: text, unit: maybe, figures: z.array(figure) })
  .meta({ id: 'Series' }) satisfies z.ZodType<Series>

const side = z.object({ record: text, kind: text, subtype: text, when, citation: cited })

export const disagreement = z
  .object({
    id: text,
    kind: z.enum(['contradiction', 'revision']),
    type: z.enum(CONTRADICTIONS),
    earlier: side,
    later: side,
    reason: text,
    recordedAt: text,
    citations,
  })
  .meta({ id: 'Disagreement' }) satisfies z.ZodType<Disagreement>

const toldRecord = {
  id: text,
  kind: z.enum(RECORD_KINDS),
  subtype: text,
  actors: z.array(named),
  when,
  ...standing,
  citations,
}
const isFound = <T extends string>(what: T) => ({ found: z.literal(what) })

export const found = z
  .discriminatedUnion('found', [
    known.extend(isFound('actor')).meta({ id: 'FoundActor' }),
    z
      .object({
        ...isFound('report'),
        id: text,
        ...citation.shape,
        inTitle: z.array(span).describe('where in the title'),
        quotes: z.array(quote).describe('sentences of the text'),
      })
      .meta({ id: 'FoundReport' }),
    z.object({ ...isFound('record'), ...toldRecord }).meta({ id: 'FoundRecord' }),
  ])
  .meta({ id: 'Found' }) satisfies z.ZodType<FoundText | FoundRecord | Omit<FoundActor, 'links'>>

export const waiting = z
  .discriminatedUnion('waits', [
    z
      .object({
        waits: z.literal('proposal'),
        id: text,
        proposes: z.enum(['supersedes', 'same-actor']),
        reason: text,
        actors: z.array(named).describe('of same-actor: the two'),
        recordedAt: text,
        citations: citations.describe('of supersedes: the earlier and the later'),
      })
      .meta({ id: 'WaitingProposal' }),
    z.object({ waits: z.literal('record'), ...toldRecord }).meta({ id: 'WaitingRecord' }),
  ])
  .meta({ id: 'Waiting' }) satisfies z.ZodType<Waiting>

export const sentence = z
  .object({ section: z.enum(SECTIONS), text, support: support.nullable(), citations })
  .meta({ id: 'Sentence' }) satisfies z.ZodType<Sentence>
