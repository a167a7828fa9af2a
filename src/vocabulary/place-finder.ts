import type { Links } from '../model/analysis.ts'
import type { FoundPlace, PlaceFinder } from '../model/place.ts'
import { type Gazetteer, type GazetteerPlace, loadGazetteer } from './gazetteer.ts'
import type { DataSource } from './source.ts'

const found = ({ lat, lon, iso3, kind }: GazetteerPlace): FoundPlace => ({
  position: { lat, lon },
  country: iso3 ?? null,
  kind,
})

/** Where an actor lies, by its links: what no report linked to a place is nowhere, however it is called. */
function find(gazetteer: Gazetteer, type: string, names: readonly string[], { geonames, iso3 }: Links) {
  if (geonames !== undefined) return gazetteer.city(geonames)
  if (iso3 === undefined) return undefined
  if (type !== 'place') return gazetteer.state(iso3)[0]
  // Regions have no ids of their own: one of the names, in the state that is linked.
  const named = names.flatMap((name) => gazetteer.named(name)).filter((place) => place.iso3 === iso3)
  return named.find(({ kind }) => kind !== 'city' && kind !== 'state') ?? named.find(({ kind }) => kind === 'state')
}

/** Coordinates from the gazetteer, which is read with the first question. */
export function openPlaceFinder(source: DataSource): PlaceFinder {
  const gazetteer = loadGazetteer(source)
  return {
    find: ({ type, names, links }) => {
      const place = find(gazetteer, type, names, links)
      return place ? found(place) : null
    },
  }
}
