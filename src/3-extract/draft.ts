import type { Agreement, Dependency, Estimate, Event, Relation, Statement } from '../model/records.ts'

/** Features of a record with their values: its score is their weighted sum. */
export type Grounds = ReadonlyMap<string, number>

/** A record before the document's records are joined, numbered and linked (assemble.ts). */
type DraftOf<T> = Omit<T, 'id' | 'sameAs'> & {
  /** Token of the word that names it, if the rule knows one. */
  readonly at?: number
  /** What speaks for and against it. */
  readonly grounds?: Grounds
}
export type StatementDraft = DraftOf<Statement>
export type EventDraft = DraftOf<Event>
export type RelationDraft = DraftOf<Relation>
export type AgreementDraft = DraftOf<Agreement>
export type DependencyDraft = DraftOf<Dependency>
export type EstimateDraft = DraftOf<Estimate>
export type Draft = StatementDraft | EventDraft | RelationDraft | AgreementDraft | DependencyDraft | EstimateDraft
