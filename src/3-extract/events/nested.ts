import type { Clause } from '../../model/clause.ts'
import type { EventType } from '../../model/records.ts'
import type { EventFrame, Events } from '../../vocabulary/events.ts'
import type { EventDraft } from '../draft.ts'
import { isBareAdverbial } from '../frames/index.ts'

export interface Found {
  readonly clause: Clause
  readonly frame: EventFrame
  readonly event: EventDraft
}

/** Who gives way lifts measures and ends protests; who sanctions ends what he gave to another or did with him. */
export const ENDED: Readonly<Partial<Record<EventType, ReadonlySet<EventType>>>> = {
  CONCEDE: new Set(['SANCTION', 'COERCE', 'PROTEST']),
  SANCTION: new Set(['AID', 'COOPERATE', 'CONSULT', 'SUPPORT']),
}

const saysWhatItsObjectIs = ({ where }: EventFrame): boolean =>
  where.some(
    ({ paths, anyOf }) =>
      paths.some((path) => path.join() === 'object') && anyOf.some(([test]) => test?.kind === 'class' && !test.not),
  )

/** Is it what the row of the outer event has for its object: the sanctions of "lifted the sanctions on Borland"? */
const isEnded = ({ clause, event }: Found, outer: Found): boolean =>
  ENDED[outer.event.type]?.has(event.type) === true &&
  saysWhatItsObjectIs(outer.frame) &&
  outer.clause.arguments.some(({ role, clause: inner }) => role === 'object' && inner === clause.id)

const isWithin = (clause: Clause): boolean =>
  clause.link === 'argument' || clause.link === 'complement' || isBareAdverbial(clause)

/**
 * Drops what an outer event already says: the same act named again inside its own phrase ("signed an agreement"), and what
 * it is only about ("refused to meet", "demanded the release") or ends ("lifted the sanctions").
 */
export function dropNested(found: readonly Found[], { types }: Pick<Events, 'types'>): readonly EventDraft[] {
  const byClause = new Map(found.map((one) => [one.clause.id, one]))
  const isNested = (one: Found): boolean => {
    const { clause, event } = one
    const outer = clause.parent === null || !isWithin(clause) ? undefined : byClause.get(clause.parent)
    if (!outer) return false
    const { holdsBack, ends } = types.get(outer.event.type)!
    return (
      outer.event.type === event.type ||
      holdsBack ||
      isEnded(one, outer) ||
      (outer.event.mode !== null && ends.includes(outer.event.mode))
    )
  }
  return found.filter((one) => !isNested(one)).map(({ event }) => event)
}
