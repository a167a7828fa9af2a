import type { Analysis } from '../model/analysis.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import { buildActors } from './actors/index.ts'
import { indexClauses } from './clause-of.ts'
import { findClauseTimes } from './clause-times.ts'
import type { Context } from './context.ts'
import { placesOfClauses } from './places.ts'
import { buildStandings } from './standing.ts'

export function buildContext(analysis: Analysis, vocabulary: Vocabulary): Context {
  const { actors, at: actorAt, all: actorsAt } = buildActors(analysis, vocabulary)
  const clauses = indexClauses(analysis)
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const times = findClauseTimes(analysis, clauses, vocabulary)
  const places = placesOfClauses(analysis, clauses, actorAt)
  return {
    analysis,
    vocabulary,
    actors,
    actorAt,
    actorsAt,
    actor: (id) => byId.get(id)!,
    ...buildStandings(analysis, vocabulary, clauses, { actorAt, actorsAt }),
    time: times.of,
    timeAt: times.inPhrase,
    place: (clause) => places.get(clause) ?? null,
  }
}
