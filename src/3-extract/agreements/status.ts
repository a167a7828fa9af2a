import type { AgreementStatus } from '../../model/records.ts'
import type { Context } from '../context.ts'
import { childrenOf } from '../frames/index.ts'
import type { Mention, Place } from './mentions.ts'

export interface Stated {
  readonly status: AgreementStatus
  /** The clause that says so; null where a modifier does. */
  readonly place: Place | null
}

const IN_PRINCIPLE = 'principle'

/** "In principle" among the phrases of the clause. */
export const isInPrinciple = ({ clause }: Pick<Place, 'clause'>, context: Context): boolean =>
  clause.arguments.some(
    ({ role, head }) => role === 'oblique' && context.analysis.tokens[head]?.lemma.toLowerCase() === IN_PRINCIPLE,
  )

/** What has not come about yet is no more than wanted, whatever the verb. */
function asFarAsReal(status: AgreementStatus, place: Place, context: Context): AgreementStatus {
  const { realis } = context.standing(place.clause.id)
  const made = status === 'reached' || status === 'signed'
  if (made && isInPrinciple(place, context)) return 'agreed in principle'
  return made && realis !== 'actual' ? 'proposed' : status
}

/** "A dispute is blocking the accord": a thing stands in its way, and no side has said anything of it. */
function onlyHinders({ clause, verb }: Place, context: Context): boolean {
  const subjects = clause.arguments.filter(({ role }) => role === 'subject')
  const { hindering } = context.vocabulary.agreements
  return hindering.has(verb) && subjects.length > 0 && subjects.every(({ head }) => context.actorsAt(head).length === 0)
}

/** What the verb over the agreement, the verb under it, or a modifier says of its state; null where none does. */
export function findStatus(mention: Mention, context: Context): Stated | null {
  const { over, outside, under, modifier } = context.vocabulary.agreements
  for (const place of mention.places) {
    const said = place.as === 'over' ? (over.get(place.verb) ?? outside.get(place.verb)) : under.get(place.verb)
    if (said && !onlyHinders(place, context)) return { status: asFarAsReal(said, place, context), place }
  }
  for (const child of childrenOf(context.analysis, mention.token.index)) {
    const said = modifier.get(child.lemma.toLowerCase()) ?? modifier.get(child.text.toLowerCase())
    if (said && child.index < mention.token.index) return { status: said, place: null }
  }
  return null
}
