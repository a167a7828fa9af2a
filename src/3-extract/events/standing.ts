import type { Clause } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { EventFrame } from '../../vocabulary/events.ts'
import type { Context, Standing } from '../context.ts'

/** Rows that read the act off the clause's own modal or negation: "must", "will not". The act is the saying. */
const isInTheSaying = (frame: EventFrame): boolean => frame.where.some(({ paths }) => paths[0]?.[0] === 'clause')
const isTheSpeakers = (frame: EventFrame): boolean =>
  frame.roles.get('actors')?.some((path) => path[0] === 'speaker') ?? false

const withoutLast = (standing: Standing): Standing => ({ ...standing, sources: standing.sources.slice(0, -1) })

/**
 * What the event stands under. Who condemns, asks or threatens in his own words does it by saying so: he is its actor, and
 * only those who report him are its sources.
 */
export function standingOf(clause: Clause, frame: EventFrame, actors: readonly ActorId[], context: Context): Standing {
  const standing = context.standing(clause.id)
  if (isTheSpeakers(frame))
    return withoutLast({ ...standing, polarity: 'affirmed', certainty: 'certain', realis: 'actual' })
  const type = frame.type === 'none' ? undefined : context.vocabulary.events.types.get(frame.type)
  const speaker = standing.sources.at(-1)
  const isSaying = isTheSpeakers(frame) || (type?.said === true && clause.tense !== 'past')
  const performed = isSaying && speaker !== undefined && actors.includes(speaker)
  const own = performed ? withoutLast(standing) : standing
  return isInTheSaying(frame) ? { ...own, polarity: 'affirmed', certainty: 'certain', realis: 'actual' } : own
}
