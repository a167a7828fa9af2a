import type { Analysis, ResolvedPlace } from '../../model/analysis.ts'
import { fold } from '../../model/fold.ts'
import type { Actor } from '../../model/reading.ts'

/** "Meridian Wire" is not Meridian, and "the Kherson front" not Kherson; another name of a place is no part of its name. */
function isPartOnly({ start, end, name }: ResolvedPlace, text: string): boolean {
  const [called, known] = [fold(text.slice(start, end)), fold(name)]
  return called !== known && ` ${called} `.includes(` ${known} `)
}

/** The places of the world that the text names, by the place in the text where the name ends. */
function byEnd({ places, document }: Analysis): ReadonlyMap<number, ResolvedPlace> {
  const known = places.filter((place) => Object.keys(place.links).length > 0 && !isPartOnly(place, document.text))
  return new Map(known.map((place) => [place.end, place]))
}

/** The identifiers of the place that a name means stand in the links of its actor; what merely lies in a place gets none. */
export function locateActors(actors: readonly Actor[], analysis: Analysis): readonly Actor[] {
  const { text } = analysis.document
  const named = byEnd(analysis)
  const placeOf = ({ mentions }: Actor): ResolvedPlace | undefined =>
    mentions.flatMap(({ start, end }) => {
      const place = named.get(end)
      return place && /^(the )?$/i.test(text.slice(start, Math.max(start, place.start))) ? [place] : []
    })[0]
  return actors.map((actor) => {
    const place = actor.type === 'place' ? placeOf(actor) : undefined
    return place ? { ...actor, links: { ...actor.links, ...place.links } } : actor
  })
}
