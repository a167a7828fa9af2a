import type { Clause } from '../../model/clause.ts'
import type { Events } from '../../vocabulary/events.ts'
import type { EventDraft } from '../draft.ts'
import { isBareAdverbial } from '../frames/index.ts'

export interface Found {
  readonly clause: Clause
  readonly event: EventDraft
}

const isWithin = (clause: Clause): boolean =>
  clause.link === 'argument' || clause.link === 'complement' || isBareAdverbial(clause)

/**
 * Drops what an outer event already says: the same act named again inside its own phrase ("signed an agreement"), and what
 * it is only about ("refused to meet", "demanded the release").
 */
export function dropNested(found: readonly Found[], { types }: Pick<Events, 'types'>): readonly EventDraft[] {
  const byClause = new Map(found.map((one) => [one.clause.id, one]))
  const isNested = ({ clause, event }: Found): boolean => {
    const outer = clause.parent === null || !isWithin(clause) ? undefined : byClause.get(clause.parent)
    if (!outer) return false
    const { holdsBack, ends } = types.get(outer.event.type)!
    return (
      outer.event.type === event.type || holdsBack || (outer.event.mode !== null && ends.includes(outer.event.mode))
    )
  }
  return found.filter((one) => !isNested(one)).map(({ event }) => event)
}
