import type { Kysely, Transaction } from 'kysely'
import type {
  Actor,
  Issue,
  Links,
  Part,
  ReaderVersion,
  ReadoutRecord,
  Reason,
  RecordKind,
  Resolver,
  Span,
} from '../model/index.ts'
import type { Change } from './held.ts'

/** The tables' rows as the drivers give them: see migrations/0001-tables.sql. Times are null where they are infinite. */
interface Row {
  ledger: string
  recorded_at: string
}
interface Closable {
  retracted_at: string | null
}

export interface RecordRow extends Row, Closable {
  record_id: string
  retracted_why: string | null
  document_id: string
  reading_id: string
  publisher: string | null
  kind: RecordKind
  subtype: string
  polarity: ReadoutRecord['polarity']
  certainty: ReadoutRecord['certainty']
  realis: ReadoutRecord['realis']
  dated: boolean
  valid_from: string | null
  valid_to: string | null
  day: string | null
  published_on: string | null
  label: string
  low: number | null
  high: number | null
  ended: boolean
  words: string
  signature: string
  payload: ReadoutRecord
  review: 'proposed' | 'accepted' | 'corrected'
  judgement_id: string | null
}

export interface RecordActorRow extends Row, Closable {
  record_id: string
  part: Part
  position: number
  reading_actor_id: string
  actor_id: string
  local: string
  name: string
  kind: RecordKind
  subtype: string
  day: string | null
}

/** Field of the record → start, end and words of each of its spans. */
export type Spans = Readonly<Record<string, readonly (readonly [start: number, end: number, words: string])[]>>

export interface VersionRow extends Row {
  document_id: string
  number: number
  version_id: string
  text_hash: string
  title: string | null
  url: string | null
  publisher: string | null
  published_at: string | null
  published_on: string | null
  language: string
  text: string
  changes: Change[]
}

export interface LinkRow extends Row, Closable {
  link_id: string
  reading_actor_id: string
  document_id: string
  actor_id: string
  name: string
  reason: Reason
  judgement_id: string | null
}

export interface MemberRow extends Row, Closable {
  cluster_id: string
  record_id: string
  document_id: string
  reason: Reason
  judgement_id: string | null
}

export interface MergeRow extends Row, Closable {
  actor_id: string
  canonical_id: string
  judgement_id: string
}

export interface JudgementRow extends Row {
  judgement_id: string
  action: string
  targets: string[]
  before: unknown
  after: unknown
  by_whom: string
  why: string
  undoes: string | null
}

export interface ConflictRow extends Row, Closable {
  conflict_id: string
  /** `same-actor` is about actors of the world, all others about records. */
  kind: 'contradiction' | 'revision' | 'supersedes' | 'same-actor'
  type: 'number' | 'polarity' | 'time' | 'who' | 'status'
  earlier_id: string
  later_id: string
  reason: Reason
}

export interface ReadingRow extends Row, Closable {
  reading_id: string
  document_id: string
  version_id: string
  reader: ReaderVersion
  reader_key: string
  issues: Issue[]
}

export interface ReadingActorRow {
  ledger: string
  reading_actor_id: string
  reading_id: string
  document_id: string
  local: string
  name: string
  type: Actor['type']
  aliases: string[]
  mentions: Span[]
  links: Links
}

export interface Tables {
  ledgers: { ledger: string; created_at: string }
  commits: Row & { action: string; subject: string; by_whom: string | null }
  publishers: Row & { publisher_id: string; name: string; fold: string }
  publisher_ratings: Row & {
    publisher_id: string
    reliability: string | null
    group_name: string | null
    by_whom: string
    why: string
  }
  documents: Row & { document_id: string; publisher_id: string | null }
  document_keys: Row & { key: string; document_id: string }
  versions: VersionRow
  version_bands: { ledger: string; band: string; version_id: string; document_id: string }
  copies: Row & { document_id: string; of_document: string; resemblance: number }
  readings: ReadingRow
  reading_actors: ReadingActorRow
  world_actors: Row & { actor_id: string; type: Actor['type']; links: Links }
  actor_keys: Row & { key: string; actor_id: string }
  actor_links: LinkRow
  actor_merges: MergeRow
  records: RecordRow
  record_actors: RecordActorRow
  anchors: Row & { record_id: string; document_id: string; version: number; spans: Spans }
  clusters: Row & { cluster_id: string; kind: 'happening' | 'fact' }
  cluster_members: MemberRow
  conflicts: ConflictRow
  judgements: JudgementRow
  place_positions: Row & {
    actor_id: string
    lat: number | null
    lon: number | null
    by_whom: string
    why: string
  }
}

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** What every part of the ledger works with. */
export interface Store {
  readonly db: Db
  readonly ledger: string
  readonly clock: () => number
  readonly uuid: () => string
  readonly resolver: Resolver
}

/** One write: its transaction and its recorded time. */
export interface Write extends Store {
  readonly tx: Tx
  readonly at: string
  /** Rows that wait to be added in one statement; absent: each table's at once. */
  readonly waiting?: Waiting[]
}

export interface Waiting {
  readonly table: keyof Tables & string
  readonly rows: readonly object[]
  readonly twice: 'fail' | 'skip'
}
