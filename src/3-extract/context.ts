import type { Analysis } from '../model/analysis.ts'
import type { Actor } from '../model/reading.ts'
import type { ActorId, Certainty, Polarity, Realis, Time } from '../model/records.ts'
import type { Span } from '../model/span.ts'
import type { Vocabulary } from '../vocabulary/index.ts'

/** What the chain of operators over a clause comes to; every record takes it from here. */
export interface Standing {
  readonly polarity: Polarity
  readonly certainty: Certainty
  readonly realis: Realis
  /** Actor ids, outermost first. */
  readonly sources: readonly ActorId[]
  readonly cues: readonly Span[]
}

/** What the six extractors share. Built once for each document by context.ts, before any of them runs. */
export interface Context {
  readonly analysis: Analysis
  readonly vocabulary: Vocabulary
  readonly actors: readonly Actor[]
  /** The actor that the phrase headed by this token refers to; null where it refers to none. */
  actorAt(token: number): ActorId | null
  /** The actors of a phrase and of its conjuncts ("Arendia and Borland" gives two), in text order. */
  actorsAt(token: number): readonly ActorId[]
  /** The actor with this id. */
  actor(id: ActorId): Actor
  /** Standing of a clause, by its id. */
  standing(clause: number): Standing
  /** Standing of a token that heads no clause: that of the clause or content it stands in, taken as fact there. */
  standingAt(token: number): Standing
  /** Time of a clause: its own expression, else that of the clause which governs it where tense allows; null where the text gives none. */
  time(clause: number): Time | null
  /** Time of the expressions inside a phrase (head token). */
  timeAt(token: number): Time | null
  /** Place of a clause: actor id of the place in one of its locative phrases, or null. */
  place(clause: number): ActorId | null
}
