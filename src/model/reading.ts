import type { Links } from './analysis.ts'
import type { Document } from './document.ts'
import type { Issue } from './issue.ts'
import type { ActorId, ReadoutRecord } from './records.ts'
import type { Span } from './span.ts'

export const ACTOR_TYPES = [
  'person',
  'state',
  'government',
  'military',
  'armed-group',
  'coalition',
  'organization',
  'company',
  'media',
  'population',
  'place',
  'agreement',
  'other',
] as const
export type ActorType = (typeof ACTOR_TYPES)[number]

export interface Actor {
  readonly id: ActorId
  /** The fullest form used. */
  readonly name: string
  readonly type: ActorType
  /** Every other name used. */
  readonly aliases: readonly string[]
  readonly mentions: readonly Span[]
  readonly links?: Links
}

export interface ReaderVersion {
  readonly name: string
  readonly version: string
  readonly model: string
  readonly vocabulary: string
}

/** What the reader makes of one document: the public JSON of `readout read --format json`. */
export interface Reading {
  readonly readout: '1'
  readonly reader: ReaderVersion
  readonly document: Document
  readonly actors: readonly Actor[]
  readonly records: readonly ReadoutRecord[]
  readonly issues: readonly Issue[]
}
