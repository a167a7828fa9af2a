import type { Token } from '../../model/analysis.ts'
import type { GazetteerPlace } from '../../vocabulary/gazetteer.ts'
import type { Toponym } from './toponyms.ts'

/** The place is inside the other, which is a state, a region or a county. */
export function liesIn(place: GazetteerPlace, outer: GazetteerPlace): boolean {
  if (place === outer || outer.kind === 'city') return false
  if (outer.kind === 'state') return place.kind !== 'state' && place.country === outer.country
  return (
    place.kind !== 'state' &&
    place.region !== '' &&
    place.region === outer.region &&
    (place.kind === 'city' || outer.kind !== 'county')
  )
}

const LINK = /^(?:,|in|\(|of)$/

/** "Toluca, Mexico", "Harn in Arendia": the toponym that names the place around this one, right after it. */
export function containerOf(toponyms: readonly Toponym[], k: number, tokens: readonly Token[]): Toponym | null {
  const [inner, outer] = [toponyms[k]!, toponyms[k + 1]]
  if (outer === undefined || outer.first !== inner.last + 2) return null
  const link = tokens[inner.last + 1]!
  return LINK.test(link.text) && link.sentence === tokens[outer.first]!.sentence ? outer : null
}

/** The candidates of a container that hold one of the inner name's: "Albany, New York" has the region, not the city. */
export function holding(candidates: readonly GazetteerPlace[], inner: Toponym | null): readonly GazetteerPlace[] {
  if (inner === null) return candidates
  const outside = candidates.filter((outer) => inner.candidates.some((place) => liesIn(place, outer)))
  return outside.length > 0 ? outside : candidates
}

/** The candidates that lie in one of the container's; all of them where none does. */
export function within(candidates: readonly GazetteerPlace[], container: Toponym | null): readonly GazetteerPlace[] {
  if (container === null) return candidates
  const inside = candidates.filter((place) => container.candidates.some((outer) => liesIn(place, outer)))
  return inside.length > 0 ? inside : candidates
}
