import type { Argument, Clause } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { EventFrame } from '../../vocabulary/events.ts'
import type { Context } from '../context.ts'
import { actorsOf, type FrameMatch, firstActors, matchFrames } from '../frames/index.ts'

export interface Participants {
  /** What it is done to is the doer's own: "defended his decision". */
  readonly toSelf: boolean
  readonly actors: readonly ActorId[]
  readonly recipients: readonly ActorId[]
}

/** Of a phrase that names an act, its doers: who condemns an attack on Borland blames those who attacked. */
function sidesOf(phrase: Argument, context: Context): readonly ActorId[] {
  const act = phrase.clause === undefined ? undefined : context.analysis.clauses[phrase.clause]
  if (act?.kind !== 'noun' || act.light !== undefined || act.head !== phrase.head) return actorsOf(phrase, context)
  const own = context.actorsAt(phrase.head)
  const frame = matchFrames(act, context, context.vocabulary.events.frames)[0]
  return own.length > 0 || !frame ? actorsOf(phrase, context) : firstActors(frame.phrases('actors'), context)
}

/** The first of the phrases that names somebody who is not among the doers; `toSelf` where only doers are named. */
function others(phrases: readonly Argument[], actors: readonly ActorId[], context: Context) {
  let toSelf = false
  for (const phrase of phrases) {
    const found = sidesOf(phrase, context)
    const recipients = found.filter((id) => !actors.includes(id))
    if (recipients.length > 0) return { recipients, toSelf: false }
    toSelf ||= found.length > 0
  }
  return { recipients: [], toSelf }
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
  const named = firstActors(match.phrases('actors'), context)
  const actors = named.length > 0 || !mayBeUnderstood(match) ? named : understood(match.clause, context)
  const { recipients, toSelf } = others(match.phrases('recipients'), actors, context)
  return match.frame.joint && recipients.length === 0 && actors.length > 1
    ? { actors, recipients: actors, toSelf: false }
    : { actors, recipients, toSelf }
}
