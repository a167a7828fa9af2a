import type { Document, Position, Reading, Resolver } from '../model/index.ts'
import type {
  ActorLink,
  Called,
  Cluster,
  Contradiction,
  Corroboration,
  Days,
  FoundReport,
  HeldDocument,
  HeldRecord,
  KeptReading,
  Placed,
  Publisher,
  Reliability,
  WorldActor,
} from './held.ts'
import type { Correction, Judgement, Proposal } from './judged.ts'
import type { ActorQuery, DocumentQuery, RecordQuery, Times } from './query.ts'

export type * from './held.ts'
export type * from './judged.ts'
export { openStore } from './open.ts'
export type * from './query.ts'
export { explain } from './store/errors.ts'
export { restore } from './upkeep/backup.ts'

/** A folder of our own (PGlite), or a PostgreSQL server. */
export type Place = { readonly folder: string } | { readonly databaseUrl: string }

export interface Options {
  /** Now, as milliseconds since 1970. Recorded times never go back, whatever it says. */
  readonly clock: () => number
  readonly resolver: Resolver
  /** Several ledgers may share a database; each is alone with its rows. Default `main`. */
  readonly ledger?: string
}

/** What is known of a report besides its reading. */
export interface Provenance {
  /** The id the input gives its article: the same id from the same publisher is the same article. */
  readonly sourceId?: string
  /** Owner or network of the publisher: publishers of one group are one voice. */
  readonly publisherGroup?: string
  /** Keep this reading where another reader's of the same text is held. Without it that is `same`. */
  readonly reread?: boolean
  /**
   * For archives: recorded as of this moment (ISO date-time) instead of now. Recorded times never go back: it counts as
   * the moment after the last write where it lies before that, and as now where it is still to come.
   */
  readonly recordedAt?: string
}

/** What is known of a report before it is read. */
export type Told = Pick<Document, 'text' | 'title' | 'publisher' | 'url' | 'publishedAt'>

export interface Added {
  /**
   * `new`: a document not seen before; `version`: a changed text of one that was; `reread`: the same text by another
   * reader; `same`: nothing new, nothing written.
   */
  readonly outcome: 'new' | 'version' | 'reread' | 'same'
  readonly document: string
  readonly version: number
  readonly added: number
  /** Records that went on, their anchors found in the new text. */
  readonly kept: number
  readonly retracted: number
}

export interface Who {
  readonly by: string
  readonly why: string
}

export interface Finding {
  readonly code: string
  readonly message: string
  readonly row: string
}

export interface Ledger {
  /** Keeps a reading: one transaction, idempotent by the text's hash. Resolves when it is on disk. */
  addReading(reading: Reading, provenance?: Provenance): Promise<Added>
  /** What `addReading` (without `reread`) would answer where it is `same`; null where it would write something. */
  holds(report: Told, provenance?: Provenance): Promise<Added | null>

  /**
   * When the ledger was last written to, as of a recorded time (left out: now); null where nothing was by then. Nothing
   * that is asked of the ledger changes while this stays the same.
   */
  newest(known?: string): Promise<string | null>
  /** When the ledger was first written to; null where nothing was yet. */
  oldest(): Promise<string | null>
  /** The days on which something was published, and on which a report came in. */
  days(): Promise<Days>
  documents(query?: DocumentQuery): Promise<readonly HeldDocument[]>
  /** Reports whose newest title or text holds the words, in any inflection, with where they stand. */
  find(words: string, query?: DocumentQuery): Promise<readonly FoundReport[]>
  /** A version (default: the newest) of a document as it is read. Throws ReadoutError `not-found`. */
  reading(document: string, of?: { readonly version?: number; readonly known?: string }): Promise<KeptReading>
  records(query?: RecordQuery): Promise<readonly HeldRecord[]>
  count(
    query?: RecordQuery,
  ): Promise<{ readonly records: number; readonly documents: number; readonly happenings: number }>
  actors(query?: ActorQuery): Promise<readonly WorldActor[]>
  /** By which name each of these actors is shown: of most documents, as `actors` has it, without the rest. Merges are followed. */
  names(ids: readonly string[], known?: string): Promise<readonly Called[]>
  /** Whom the ledger takes a world actor's mentions in reports for, and why. */
  links(actor: string, times?: Times): Promise<readonly ActorLink[]>
  clusters(query?: RecordQuery): Promise<readonly Cluster[]>
  /** Of a cluster or of a single record. */
  corroboration(id: string, times?: Times): Promise<Corroboration>
  /** Of each of them, in their order: as many round trips for all as for one. */
  corroborations(ids: readonly string[], times?: Times): Promise<readonly Corroboration[]>
  contradictions(query?: RecordQuery): Promise<readonly Contradiction[]>
  proposals(known?: string): Promise<readonly Proposal[]>
  judgements(known?: string): Promise<readonly Judgement[]>
  publishers(known?: string): Promise<readonly Publisher[]>
  /** Where people placed actors, by the newest word on each. */
  positions(known?: string): Promise<readonly Placed[]>

  ratePublisher(
    name: string,
    rating: { readonly reliability?: Reliability; readonly group?: string },
    who: Who,
  ): Promise<void>
  accept(record: string, who: Who): Promise<Judgement>
  reject(record: string, who: Who): Promise<Judgement>
  /** Where the record's cluster or its contradictions no longer fit what it says, they follow. */
  correct(record: string, correction: Correction, who: Who): Promise<Judgement>
  retract(record: string, who: Who): Promise<Judgement>
  /** `second` is from now on `first`. */
  merge(first: string, second: string, who: Who): Promise<Judgement>
  /** These links of an actor (see `links`) become an actor of their own; of a merged actor without links given, the merge is taken apart. */
  split(actor: string, links: readonly string[], who: Who): Promise<Judgement>
  splitCluster(cluster: string, records: readonly string[], who: Who): Promise<Judgement>
  decide(proposal: string, decision: 'accepted' | 'rejected', who: Who): Promise<Judgement>
  /** Where an actor lies, for maps; null takes it off again. The newest word counts. */
  placeActor(actor: string, position: Position | null, who: Who): Promise<Placed>
  /** Takes back a judgement, by default the last that stands. */
  undo(who: Who, judgement?: string): Promise<Judgement>

  /** Writes a copy that `restore` opens. */
  backup(file: string): Promise<void>
  /** Checks in place every promise that can be checked; empty: all hold. */
  doctor(): Promise<readonly Finding[]>
  /** Another ledger of the same database, alone with its rows; closed with this one. */
  named(ledger: string): Promise<Ledger>
  close(): Promise<void>
}
