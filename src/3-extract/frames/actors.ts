import type { Argument } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { Context } from '../context.ts'
import { argumentsInPhrase } from './phrase.ts'

/** Inside a phrase that is no actor, whose is it? "Borland's capital", "the Borland embassy", "sanctions on Borland". */
const OWNERS: readonly ((phrase: Argument) => boolean)[] = [
  (phrase) => phrase.role === 'possessor',
  (phrase) => phrase.role === 'modifier',
  (phrase) => phrase.role === 'oblique' && phrase.preposition === 'of',
  (phrase) => phrase.role === 'oblique' && phrase.preposition === 'by',
  (phrase) => phrase.role === 'oblique',
  (phrase) => phrase.role === 'subject' || phrase.role === 'object',
]
const DEPTH = 3

/** The actors that a phrase names; where it names none, those to whom the thing it names belongs. */
export function actorsOf(phrase: Argument, context: Context, depth = DEPTH): readonly ActorId[] {
  const own = context.actorsAt(phrase.head)
  if (own.length > 0 || depth === 0) return own
  const inside = argumentsInPhrase(context.analysis, phrase)
  for (const isOwner of OWNERS)
    for (const part of inside.filter(isOwner)) {
      const owners = actorsOf(part, context, depth - 1)
      if (owners.length > 0) return owners
    }
  return []
}

/** Whose a phrase is that names no actor: "Borland's decision" acts as Borland does. */
export function ownersOf(phrase: Argument, context: Context): readonly ActorId[] {
  return argumentsInPhrase(context.analysis, phrase)
    .filter(({ role }) => role === 'possessor' || role === 'modifier')
    .flatMap((part) => context.actorsAt(part.head))
}

/** The actors of the first of the phrases that has any. */
export function firstActors(phrases: readonly Argument[], context: Context): readonly ActorId[] {
  for (const phrase of phrases) {
    const found = actorsOf(phrase, context)
    if (found.length > 0) return found
  }
  return []
}
