import type { Analysis, Entity } from '../model/analysis.ts'
import type { ActorId } from '../model/records.ts'
import type { ClauseOf } from './clause-of.ts'

/** Prepositions that put what happens at a place; "from" and "to" tell its ends instead. */
const LOCATIVE = new Set([
  'in',
  'at',
  'near',
  'on',
  'outside',
  'inside',
  'across',
  'throughout',
  'around',
  'within',
  'off',
  'over',
  'along',
])

const isPlace = (entity: Entity): boolean =>
  entity.type === 'place' || (entity.type === 'organization' && entity.subtype === 'state-organ')

/** The first place that each clause puts itself at, in a phrase of its own. */
export function placesOfClauses(
  analysis: Analysis,
  clauses: ClauseOf,
  actorAt: (token: number) => ActorId | null,
): ReadonlyMap<number, ActorId> {
  const cases = new Map<number, string>()
  for (const token of analysis.tokens) {
    if (token.deprel === 'case' && token.head >= 0) cases.set(token.head, token.text.toLowerCase())
  }
  const found = new Map<number, ActorId>()
  for (const entity of analysis.entities) {
    if (!isPlace(entity)) continue
    const head = clauses.headOf(entity)
    if (head === null || !LOCATIVE.has(cases.get(head) ?? '')) continue
    const clause = clauses.at(head)
    const actor = actorAt(head)
    if (clause !== null && actor !== null && !found.has(clause)) found.set(clause, actor)
  }
  return found
}
