import type { Argument } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { EventFrame } from '../../vocabulary/events.ts'
import type { Context } from '../context.ts'
import { actorsOf, type FrameMatch, firstActors } from '../frames/index.ts'

export interface Participants {
  readonly actors: readonly ActorId[]
  readonly recipients: readonly ActorId[]
}

/** The first of the phrases that names somebody who is not among the doers. */
function others(phrases: readonly Argument[], actors: readonly ActorId[], context: Context): readonly ActorId[] {
  for (const phrase of phrases) {
    const found = actorsOf(phrase, context).filter((id) => !actors.includes(id))
    if (found.length > 0) return found
  }
  return []
}

/** Who does it, and to whom. Of a joint act without another side ("A and B met") each is the other's other side. */
export function findParticipants(match: FrameMatch<EventFrame>, context: Context): Participants {
  const actors = firstActors(match.phrases('actors'), context)
  const recipients = others(match.phrases('recipients'), actors, context)
  return match.frame.joint && recipients.length === 0 && actors.length > 1
    ? { actors, recipients: actors }
    : { actors, recipients }
}
