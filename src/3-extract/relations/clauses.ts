import type { ActorId } from '../../model/records.ts'
import type { RelationFrame } from '../../vocabulary/relations.ts'
import { type FrameMatch, firstActors, matchFrames } from '../frames/index.ts'
import { type Fact, isOwnActor, isPossible, standingOfKnown } from './fact.ts'
import type { Scene } from './scene.ts'

/** Both ends of the relation, each actor of the one with each of the other; a symmetric one may have both in `subject`. */
function endsOf(scene: Scene, { phrases, frame }: FrameMatch<RelationFrame>): (readonly [ActorId, ActorId | null])[] {
  const { predicates } = scene.rows
  const row = predicates.get(frame.predicate)!
  const subjects = firstActors(phrases('subject'), scene.context)
  if (row.object === null) return subjects.map((subject) => [subject, null] as const)
  const objects = firstActors(phrases('object'), scene.context)
  if (objects.length === 0 && row.symmetric && subjects.length > 1) return [[subjects[0]!, subjects[1]!]]
  return subjects.flatMap((subject) => objects.map((object) => [subject, object] as const))
}

function factsOf(scene: Scene, match: FrameMatch<RelationFrame>): Fact[] {
  const { frame, clause } = match
  const { context } = scene
  if (frame.tense && !frame.tense.includes(clause.tense)) return []
  const time = context.time(clause.id)
  const row = scene.rows.predicates.get(frame.predicate)!
  const attributive = scene.tokens[clause.head]!.deprel === 'amod'
  if (frame.dated && time === null) return []
  if (frame.affirmed && context.standing(clause.id).polarity === 'denied') return []
  return endsOf(scene, match).flatMap(([subject, object]) => {
    const fact: Fact = {
      rule: frame.id,
      predicate: frame.predicate,
      subject,
      object,
      ended: frame.ended,
      evidence: clause.core,
      standing: attributive ? standingOfKnown(scene, clause.head) : context.standing(clause.id),
      time,
      known: attributive,
    }
    const own =
      !attributive || object === null || row.unnamed || isOwnActor(context.actor(object), context.actor(subject))
    return own && fact.standing.realis !== 'hypothetical' && isPossible(scene, fact) ? [fact] : []
  })
}

/** Relations that a clause states: the first of its most specific frames that finds both ends. */
export function findByClause(scene: Scene): Fact[] {
  return scene.context.analysis.clauses.flatMap((clause) => {
    for (const match of matchFrames(clause, scene.context, scene.rows.frames)) {
      const facts = factsOf(scene, match)
      if (facts.length > 0) return facts
    }
    return []
  })
}
