import type { Argument } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { Context } from '../context.ts'
import { argumentsInPhrase, clauseAt, namedIn } from '../frames/index.ts'
import type { Mention, Place } from './mentions.ts'

const PARTIES_AFTER = new Set(['between', 'with', 'among', 'of', 'by'])
const NO_PARTY = new Set(['agreement', 'place', 'media', 'other'])
/** Phrases of those who sign with each other: a place that does is a party, a place that the agreement is called after is none. */
const SIDES = new Set(['with', 'between', 'among'])

const isParty = (id: ActorId, context: Context): boolean => !NO_PARTY.has(context.actor(id).type)

const isSide = ({ role, preposition }: Argument): boolean => role === 'subject' || SIDES.has(preposition ?? '')

const named = (phrases: readonly Argument[], context: Context): readonly ActorId[] =>
  phrases.flatMap((phrase) =>
    namedIn(phrase, context).filter(
      (id) => isParty(id, context) || (isSide(phrase) && context.actor(id).type === 'place'),
    ),
  )

const standsInside = ({ role, preposition }: Argument): boolean =>
  role === 'possessor' || role === 'modifier' || (role === 'oblique' && PARTIES_AFTER.has(preposition ?? ''))

/** Who makes, keeps, breaks or leaves it, and the side after "with". Of "withdrew the state from the treaty" the state. */
function around({ clause, as, verb }: Place, mention: Mention, context: Context): readonly ActorId[] {
  const { over, leaving } = context.vocabulary.agreements
  if (as === 'under' || clause.copular || !(over.has(verb) || leaving.has(verb))) return []
  const others = clause.arguments.filter(({ head }) => head !== mention.token.index)
  const subjects = named(
    others.filter(({ role }) => role === 'subject'),
    context,
  )
  const objects = named(
    others.filter(({ role }) => role === 'object'),
    context,
  )
  const sides = named(
    others.filter(({ preposition }) => SIDES.has(preposition ?? '')),
    context,
  )
  return [...(leaving.has(verb) && objects.length > 0 ? objects : [...subjects, ...objects]), ...sides]
}

/** "Other signatories to the treaty include Cassia": who is called a party to it, and who is named as such. */
function calledParties({ token }: Mention, context: Context): readonly ActorId[] {
  const { tokens } = context.analysis
  const holder = tokens[token.head]
  if (!holder || !context.vocabulary.agreements.partyNouns.has(holder.lemma.toLowerCase())) return []
  const verb = tokens[holder.head]
  const clause = verb ? clauseAt(context.analysis, verb.index) : undefined
  const includes = clause?.lemma === 'include' ? clause.arguments.filter(({ role }) => role === 'object') : []
  const ids = [...context.actorsAt(holder.index), ...includes.flatMap(({ head }) => context.actorsAt(head))]
  return ids.filter((id) => isParty(id, context))
}

/** "The treaty of Orsk with Velmar": the side that a tree may hang on the place that the treaty is called after. */
const sidesBelow = ({ inside }: Mention, { analysis }: Context): readonly Argument[] =>
  inside
    .filter((phrase) => phrase.role === 'oblique' && standsInside(phrase))
    .flatMap((phrase) => argumentsInPhrase(analysis, phrase))
    .filter(({ role, preposition }) => role === 'oblique' && SIDES.has(preposition ?? ''))

/** The parties that the phrase itself names: "a deal between Arendia and Borland", "Cassia's treaty with Velmar". */
export const partiesInside = (mention: Mention, context: Context): readonly ActorId[] =>
  named([...mention.inside.filter(standsInside), ...sidesBelow(mention, context)], context)

/** The parties that the phrase itself names, and those that the clauses over it do. */
export function findParties(mention: Mention, context: Context): readonly ActorId[] {
  const inside = partiesInside(mention, context)
  const outside = mention.places.flatMap((place) => around(place, mention, context))
  return [...new Set([...outside, ...inside, ...calledParties(mention, context)])]
}
