import type { Analysis, Entity } from '../model/analysis.ts'
import type { ActorId } from '../model/records.ts'
import { firstEndingAfter } from '../model/span.ts'
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

/** Starts of the words by which somebody says something: "called on Borland to leave" puts nothing at Borland. */
function cueStarts({ tokens, attributions }: Analysis): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { cue } of attributions)
    for (const { start, end } of cue)
      for (let at = firstEndingAfter(tokens, start); at < tokens.length && tokens[at]!.start < end; at++)
        found.add(tokens[at]!.start)
  return found
}

/** The first place that each clause puts itself at, in a phrase of its own. */
export function placesOfClauses(
  analysis: Analysis,
  clauses: ClauseOf,
  actorAt: (token: number) => ActorId | null,
): ReadonlyMap<number, ActorId> {
  const cases = new Map<number, string>()
  const cues = cueStarts(analysis)
  for (const token of analysis.tokens) {
    if (token.deprel === 'case' && token.head >= 0 && !cues.has(token.start))
      cases.set(token.head, token.text.toLowerCase())
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
