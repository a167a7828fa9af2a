import type { Analysis } from '../model/analysis.ts'
import type { Actor } from '../model/reading.ts'
import type { ActorId } from '../model/records.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import { indexClauses } from './clause-of.ts'
import { findClauseTimes } from './clause-times.ts'
import type { Context } from './context.ts'
import { placesOfClauses } from './places.ts'
import { buildStandings } from './standing.ts'

/** PROVISIONAL until 3-extract/actors is there: each run of proper nouns and each common noun is an actor by its words. */
function provisionalActors(analysis: Analysis): { actors: Actor[]; at: (token: number) => ActorId | null } {
  const ids = new Map<string, Actor & { mentions: { start: number; end: number }[] }>()
  const at = new Map<number, ActorId>()
  const { tokens } = analysis
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!
    if (t.upos !== 'PROPN' && t.upos !== 'NOUN') continue
    let last = i
    if (t.upos === 'PROPN')
      while (tokens[last + 1]?.upos === 'PROPN' && tokens[last + 1]!.sentence === t.sentence) last++
    const name = analysis.document.text.slice(t.start, tokens[last]!.end)
    const actor = ids.get(name) ?? { id: `a${ids.size + 1}`, name, type: 'other' as const, aliases: [], mentions: [] }
    ids.set(name, actor)
    actor.mentions.push({ start: t.start, end: tokens[last]!.end })
    for (let k = i; k <= last; k++) at.set(k, actor.id)
    i = last
  }
  return { actors: [...ids.values()], at: (token) => at.get(token) ?? null }
}

/** The conjuncts of a phrase's head with the head itself, in text order. */
function conjunctsOf(analysis: Analysis): (token: number) => readonly number[] {
  const below = new Map<number, number[]>()
  for (const token of analysis.tokens) {
    if (token.deprel.startsWith('conj') && token.head >= 0)
      below.set(token.head, [...(below.get(token.head) ?? []), token.index])
  }
  return (token) => {
    const all = [token]
    for (let k = 0; k < all.length; k++) all.push(...(below.get(all[k]!) ?? []))
    return all.sort((a, b) => a - b)
  }
}

export function buildContext(analysis: Analysis, vocabulary: Vocabulary): Context {
  const { actors, at: actorAt } = provisionalActors(analysis)
  const clauses = indexClauses(analysis)
  const conjuncts = conjunctsOf(analysis)
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const times = findClauseTimes(analysis, clauses, vocabulary)
  const actorsAt = (token: number): readonly ActorId[] => [
    ...new Set(conjuncts(token).flatMap((t) => actorAt(t) ?? [])),
  ]
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
