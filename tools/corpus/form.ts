// The form of a file of the corpus: a report's records by offsets, without its words. corpus/README.md describes it.
import { z } from 'zod'
import {
  ACTOR_TYPES,
  type Certainty,
  DEPENDENCY_RELATIONS,
  EVENT_TYPES,
  type Polarity,
  PREDICATES,
  type Realis,
  SCOPES,
  STATEMENT_ACTS,
  STATEMENT_MODES,
  STATUSES,
} from '../../src/model/index.ts'

const CERTAINTIES = ['certain', 'probable', 'possible', 'unknown'] as const satisfies readonly Certainty[]
const POLARITIES = ['affirmed', 'denied'] as const satisfies readonly Polarity[]
const REALES = ['actual', 'future', 'hypothetical'] as const satisfies readonly Realis[]

/** A reader's own word is a term such as a measure, never a sentence. */
const LONGEST_WORD = 40

/** `[start, end)` in UTF-16 code units of the report's text. */
const span = z.tuple([z.int().min(0), z.int().min(1)])
const spans = z.array(span).min(1)
/** Where the words are in the text or, if the text does not have them, the reader's own word. */
const words = z
  .array(
    z.union([span, z.string().min(1).max(LONGEST_WORD)], {
      error: `must be a span, or a word of at most ${LONGEST_WORD} characters`,
    }),
  )
  .min(1)
const actor = z.string().min(1)
/** Any of several values is right. */
const anyOf = <T extends z.ZodType>(value: T, error = 'must be one value or a list of them') =>
  z.union([value, z.array(value).min(1)], { error })
const oneOf = <const T extends readonly string[]>(values: T) =>
  anyOf(z.enum(values), `must be one of ${values.join(', ')}, or a list of them`)
const day = z.iso.date().nullable()
const bound = anyOf(z.number().min(0).nullable())

const common = {
  id: z.string().min(1),
  evidence: spans,
  trigger: span,
  cue: spans.optional(),
  optional: z.literal(true).optional(),
  optionalSlots: z.array(z.string()).min(1).optional(),
  anyOf: z.array(z.string()).min(1).optional(),
  time: z.strictObject({ start: day, end: day }).nullable().optional(),
  place: words.optional(),
  certainty: oneOf(CERTAINTIES).optional(),
  polarity: oneOf(POLARITIES).optional(),
  realis: oneOf(REALES).optional(),
  sources: z.union([z.array(actor), z.array(z.array(actor))]).optional(),
  sameAs: z.string().optional(),
}

const record = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('statement'),
    ...common,
    speaker: anyOf(actor).nullable(),
    hearers: z.array(actor).optional(),
    mode: oneOf(STATEMENT_MODES),
    channel: words.optional(),
    act: oneOf(STATEMENT_ACTS).optional(),
  }),
  z.strictObject({
    kind: z.literal('event'),
    ...common,
    type: oneOf(EVENT_TYPES),
    mode: z.string().optional(),
    actors: z.array(actor).optional(),
    recipients: z.array(actor).optional(),
    joint: z.literal(true).optional(),
    about: spans.optional(),
    means: spans.optional(),
    orderedBy: actor.optional(),
  }),
  z.strictObject({
    kind: z.literal('relation'),
    ...common,
    predicate: oneOf(PREDICATES),
    subject: anyOf(actor),
    object: anyOf(actor).optional(),
    role: words.optional(),
    ended: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('agreement'),
    ...common,
    name: words.optional(),
    parties: z.array(actor).optional(),
    scope: z.array(z.enum(SCOPES)).optional(),
    excludes: z.array(z.enum(SCOPES)).optional(),
    status: oneOf(STATUSES),
  }),
  z.strictObject({
    kind: z.literal('dependency'),
    ...common,
    relation: oneOf(DEPENDENCY_RELATIONS),
    antecedent: spans,
    consequent: spans,
  }),
  z.strictObject({
    kind: z.literal('estimate'),
    ...common,
    of: anyOf(actor.nullable()).optional(),
    measure: words,
    low: bound,
    high: bound,
    unit: words.optional(),
    approximate: z.literal(true).optional(),
  }),
])

/** The name that is the publisher's, as the file gives it: a release often names its issuer nowhere else. */
export const PUBLISHER = 'publisher'

const name = z.union([span, z.literal(PUBLISHER)])

export const corpusReport = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** SHA-256 of the text in UTF-8, in hexadecimal, and the text's length in UTF-16 code units. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  length: z.int().min(1),
  publisher: z.string().min(1),
  url: z.url(),
  licence: z.string().min(1),
  publishedAt: day,
  actors: z.record(
    actor,
    z.strictObject({
      type: z.enum(ACTOR_TYPES),
      names: z.array(name),
      /** How many names the reader gave that the text does not have. */
      leftOut: z.int().min(1).optional(),
      iso3: z.string().length(3).optional(),
    }),
  ),
  records: z.array(record).min(1),
})

export type SpanPair = z.infer<typeof span>
export type Words = SpanPair | string
export type CorpusReport = z.infer<typeof corpusReport>
export type CorpusRecord = CorpusReport['records'][number]

/** A report with its text and records, as the scorer reads it. A place is a span, or words that occur once in the text. */
export type Place = SpanPair | string
export interface GoldRecord {
  readonly id: string
  readonly kind: string
  readonly evidence: readonly Place[]
  readonly trigger: Place
  readonly [field: string]: unknown
}
export interface Gold {
  readonly document: {
    readonly id: string
    readonly publishedAt: string | null
    readonly title?: string
    readonly publisher: string
    readonly url: string
    readonly licence: string
    readonly text: string
  }
  readonly actors: Readonly<
    Record<
      string,
      /** `leftOut`: of names, when the file was split and joined again. */
      {
        readonly type: string
        readonly names: readonly string[]
        readonly leftOut?: number | undefined
        readonly iso3?: string | undefined
      }
    >
  >
  readonly records: readonly GoldRecord[]
}

/** Fields that hold words of the text. All others are the same with and without it. */
export const FIELDS: Readonly<Record<string, 'places' | 'texts' | 'words'>> = {
  evidence: 'places',
  cue: 'places',
  antecedent: 'texts',
  consequent: 'texts',
  about: 'texts',
  means: 'texts',
  place: 'words',
  channel: 'words',
  role: 'words',
  name: 'words',
  measure: 'words',
  unit: 'words',
}
/** Fields that hold keys of actors, alone or in lists. */
export const ACTOR_FIELDS = [
  'speaker',
  'hearers',
  'actors',
  'recipients',
  'orderedBy',
  'subject',
  'object',
  'parties',
  'of',
  'sources',
] as const

export const list = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
export const isSpan = (value: unknown): value is SpanPair => Array.isArray(value) && typeof value[0] === 'number'
