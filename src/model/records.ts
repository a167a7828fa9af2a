import type { StatementMode } from './analysis.ts'
import type { Certainty, Polarity, Realis } from './factuality.ts'
import type { Span } from './span.ts'

export type { Certainty, Polarity, Realis }

/** Id of an actor of the reading. */
export type ActorId = string

/** Calendar dates, both inclusive, either null where that end is open; `text` is the expression as written. */
export interface Time {
  readonly start: string | null
  readonly end: string | null
  readonly text: string
  readonly precision:
    | 'time'
    | 'day'
    | 'week'
    | 'month'
    | 'quarter'
    | 'season'
    | 'year'
    | 'decade'
    | 'century'
    | 'open'
    | 'unknown'
}

interface Common {
  readonly id: string
  readonly evidence: readonly Span[]
  /** Id of the rule that made it. */
  readonly rule: string
  readonly time: Time | null
  readonly place: ActorId | null
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly realis: Realis
  /** Who says so according to whom, outermost first; empty: the document in its own voice. */
  readonly sources: readonly ActorId[]
  readonly cues: readonly Span[]
  /** The chance that it is read rightly, 0 to 1. It says nothing of whether the fact is true. */
  readonly score?: number
  /** The record of the same fact with other sources that stands first. */
  readonly sameAs?: string
}

export const STATEMENT_ACTS = ['say', 'announce', 'deny', 'admit', 'claim', 'promise', 'ask', 'warn', 'hint'] as const
export type StatementAct = (typeof STATEMENT_ACTS)[number]

export interface Statement extends Common {
  readonly kind: 'statement'
  readonly speaker: ActorId
  readonly hearers: readonly ActorId[]
  readonly cue: Span | null
  readonly mode: StatementMode
  readonly content: readonly Span[]
  readonly channel: string | null
  readonly act: StatementAct
}

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export interface Event extends Common {
  readonly kind: 'event'
  readonly type: EventType
  readonly mode: string | null
  readonly actors: readonly ActorId[]
  readonly recipients: readonly ActorId[]
  readonly joint: boolean
  readonly about: Span | null
  readonly means: string | null
  readonly orderedBy: ActorId | null
}

export const PREDICATES = [
  'holdsOffice',
  'memberOf',
  'partOf',
  'leads',
  'alliedWith',
  'linkedTo',
  'backs',
  'opposes',
  'controls',
  'occupies',
  'holds',
  'designates',
  'borders',
  'basedIn',
  'citizenOf',
  'familyOf',
  'established',
  'dissolved',
  'successorOf',
] as const
export type RelationPredicate = (typeof PREDICATES)[number]

export interface Relation extends Common {
  readonly kind: 'relation'
  readonly predicate: RelationPredicate
  readonly subject: ActorId
  readonly object: ActorId | null
  readonly role: string | null
  readonly ended: boolean
}

export const SCOPES = [
  'political',
  'military',
  'security',
  'economic',
  'humanitarian',
  'ceasefire',
  'territorial',
  'nuclear',
  'legal',
  'other',
] as const
export type Scope = (typeof SCOPES)[number]

export const STATUSES = [
  'proposed',
  'discussed',
  'agreed in principle',
  'reached',
  'signed',
  'in force',
  'suspended',
  'violated',
  'ended',
  'rejected',
] as const
export type AgreementStatus = (typeof STATUSES)[number]

export interface Agreement extends Common {
  readonly kind: 'agreement'
  readonly name: string
  readonly parties: readonly ActorId[]
  readonly scope: readonly Scope[]
  readonly excludes: readonly Scope[]
  readonly status: AgreementStatus
}

export const DEPENDENCY_RELATIONS = ['requires', 'enables', 'obstructs', 'causes', 'answers', 'aims'] as const
export type DependencyRelation = (typeof DEPENDENCY_RELATIONS)[number]

export interface DependencyEnd {
  readonly text: Span
  readonly record?: string
}

export interface Dependency extends Common {
  readonly kind: 'dependency'
  readonly relation: DependencyRelation
  readonly antecedent: DependencyEnd
  readonly consequent: DependencyEnd
}

export interface Estimate extends Common {
  readonly kind: 'estimate'
  readonly of: ActorId | null
  readonly measure: string
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly approximate: boolean
}

export type ReadoutRecord = Statement | Event | Relation | Agreement | Dependency | Estimate
export type RecordKind = ReadoutRecord['kind']
export const RECORD_KINDS = [
  'statement',
  'event',
  'relation',
  'agreement',
  'dependency',
  'estimate',
] as const satisfies readonly RecordKind[]

/** The field that a kind's subtype stands in. */
export const SUBTYPE_FIELD = {
  statement: 'act',
  event: 'type',
  relation: 'predicate',
  agreement: 'status',
  dependency: 'relation',
  estimate: 'measure',
} as const satisfies Readonly<Record<RecordKind, string>>

/** The subtypes of each kind; an estimate's measure is in words of its own. */
export const SUBTYPES: Readonly<Record<RecordKind, readonly string[]>> = {
  statement: STATEMENT_ACTS,
  event: EVENT_TYPES,
  relation: PREDICATES,
  agreement: STATUSES,
  dependency: DEPENDENCY_RELATIONS,
  estimate: [],
}
