import type { Argument } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { Context } from '../context.ts'
import type { Mention, Place } from './mentions.ts'

const PARTIES_AFTER = new Set(['between', 'with', 'among', 'of', 'by'])
const NO_PARTY = new Set(['agreement', 'place', 'media', 'other'])

const isParty = (id: ActorId, context: Context): boolean => !NO_PARTY.has(context.actor(id).type)

const named = (phrases: readonly Argument[], context: Context): readonly ActorId[] =>
  phrases.flatMap((phrase) => context.actorsAt(phrase.head)).filter((id) => isParty(id, context))

const standsInside = ({ role, preposition }: Argument): boolean =>
  role === 'possessor' || role === 'modifier' || (role === 'oblique' && PARTIES_AFTER.has(preposition ?? ''))

/** Who makes, keeps or breaks it: the verb's subject, whom the verb takes out of it, and the side after "with". */
function around({ clause, as }: Place, mention: Mention): readonly Argument[] {
  if (as === 'under' || clause.copular) return []
  return clause.arguments.filter(
    ({ role, preposition, head }) =>
      head !== mention.token.index &&
      (role === 'subject' ||
        role === 'object' ||
        (role === 'oblique' && (preposition === 'with' || preposition === 'between'))),
  )
}

/** The parties that the phrase itself names, and those that the clauses over it do. */
export function findParties(mention: Mention, context: Context): readonly ActorId[] {
  const { over } = context.vocabulary.agreements
  const inside = named(mention.inside.filter(standsInside), context)
  const outside = mention.places
    .filter((place) => over.has(place.verb))
    .flatMap((place) => named(around(place, mention), context))
  return [...new Set([...outside, ...inside])]
}
