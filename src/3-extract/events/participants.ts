import type { Argument, Clause } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { EventFrame } from '../../vocabulary/events.ts'
import type { Context } from '../context.ts'
import { actorsOf, type FrameMatch, firstActors, matchFrames, ownersOf } from '../frames/index.ts'

export interface Participants {
  /** What it is done to is the doer's own: "defended his decision". */
  readonly toSelf: boolean
  readonly actors: readonly ActorId[]
  readonly recipients: readonly ActorId[]
  /** The preposition of the phrase that names the recipients. */
  readonly by: string | undefined
}

/** Of a phrase that names an act, its doers: who condemns an attack on Borland blames those who attacked. */
function sidesOf(phrase: Argument, context: Context): { readonly sides: readonly ActorId[]; readonly isAct: boolean } {
  const act = phrase.clause === undefined ? undefined : context.analysis.clauses[phrase.clause]
  const named = act?.kind === 'noun' && act.light === undefined && act.head === phrase.head
  const frame =
    named && context.actorsAt(phrase.head).length === 0
      ? matchFrames(act, context, context.vocabulary.events.frames)[0]
      : undefined
  return frame
    ? { sides: firstActors(frame.phrases('actors'), context), isAct: true }
    : { sides: actorsOf(phrase, context), isAct: false }
}

/** Does the phrase name one of the actors, or what is theirs? */
export const isOwnedBy = (phrase: Argument, actors: readonly ActorId[], context: Context): boolean =>
  [...context.actorsAt(phrase.head), ...ownersOf(phrase, context)].some((id) => actors.includes(id))

/** The first of the phrases that names somebody who is not among the doers; `toSelf` where only doers are named. */
function others(
  { clause, phrases, frame: { joint } }: FrameMatch<EventFrame>,
  actors: readonly ActorId[],
  context: Context,
) {
  let toSelf = false
  for (const phrase of phrases('recipients')) {
    if (phrase.clause === clause.id) continue
    const { sides, isAct } = sidesOf(phrase, context)
    // Who agree to a truce are the sides; the truce is what they agree on.
    const isSide = (id: ActorId): boolean => !joint || context.actor(id).type !== 'agreement'
    const recipients = sides.filter((id) => !actors.includes(id) && isSide(id))
    if (recipients.length > 0) return { recipients, toSelf: false, by: phrase.preposition }
    toSelf ||= !isAct && clause.arguments.includes(phrase) && isOwnedBy(phrase, actors, context)
  }
  return { recipients: [], toSelf, by: undefined }
}

const isObjectOf = (clause: Clause, outer: Clause): boolean =>
  outer.arguments.some(({ role, clause: inner }) => role === 'object' && inner === clause.id)

/**
 * Who is understood to do what the phrase itself gives no doer: the one who announces, orders or plans it. "Cassia announced a
 * suspension of aid", "announced plans to pull out".
 */
function understood(clause: Clause, context: Context): readonly ActorId[] {
  const { clauses } = context.analysis
  let inner = clause
  for (let outer = clauses[clause.parent ?? -1]; outer; inner = outer, outer = clauses[outer.parent ?? -1]) {
    const holds = outer.kind === 'noun' ? inner.link === 'complement' : isObjectOf(inner, outer)
    if (!holds) return []
    const doers = outer.arguments.filter(({ role }) => role === 'subject' || role === 'possessor')
    if (doers.length > 0)
      return outer.kind === 'noun' || context.vocabulary.events.doers.has(outer.lemma)
        ? firstActors(doers, context)
        : []
  }
  return []
}

const mayBeUnderstood = ({ frame, clause }: FrameMatch<EventFrame>): boolean =>
  !clause.passive && (frame.roles.get('actors')?.some((path) => path[0] === 'subject') ?? false)

/** Who does it, and to whom. Of a joint act without another side ("A and B met") each is the other's other side. */
export function findParticipants(match: FrameMatch<EventFrame>, context: Context): Participants {
  const named = firstActors(match.phrases('actors'), context).filter((id) => context.actor(id).type !== 'agreement')
  const actors = named.length > 0 || !mayBeUnderstood(match) ? named : understood(match.clause, context)
  const { recipients, toSelf, by } = others(match, actors, context)
  return match.frame.joint && recipients.length === 0 && actors.length > 1
    ? { actors, recipients: actors, toSelf: false, by }
    : { actors, recipients, toSelf, by }
}
