import { z } from 'zod'
import { type City, loadCities } from './cities.ts'
import { placeKey } from './place-key.ts'
import type { DataSource } from './source.ts'
import { readTable, splitForms } from './table.ts'

export type GazetteerKind = 'land' | 'state' | 'region' | 'county' | 'city'

/** A place of the world that a name may mean. */
export interface GazetteerPlace {
  readonly kind: GazetteerKind
  readonly name: string
  /** ISO 3166-1 alpha-2; empty where it lies in several states. */
  readonly country: string
  readonly iso3?: string
  /** First-level region that it is or lies in, "US.KY"; empty where none. */
  readonly region: string
  readonly lat: number
  readonly lon: number
  readonly population: number
  /** 3 capital of a state, 2 of a first-level region, 1 of a second-level one. */
  readonly rank: number
  readonly geonames?: string
}

export interface Gazetteer {
  /** All the places that the name may mean. */
  named(name: string): readonly GazetteerPlace[]
  /** The state of this code, in a list; empty where the code is unknown. */
  state(iso3: string): readonly GazetteerPlace[]
  /** The city of a GeoNames id. */
  city(geonames: string): GazetteerPlace | undefined
  /** The regions that these letters mean after a town's name and a comma: "La.", "KY". */
  shortNamed(name: string, afterTown: boolean): readonly GazetteerPlace[]
}

const shortRow = z.object({
  id: z.string(),
  country: z.string().length(2),
  reason: z.string(),
  names: z.record(z.string(), z.string()),
  after: z.array(z.string()),
})
type Index = Map<string, GazetteerPlace[]>

function add(index: Index, name: string, place: GazetteerPlace): void {
  const key = placeKey(name)
  const known = index.get(key)
  if (known === undefined) index.set(key, [place])
  else known.push(place)
}

/** The large places by name; cities stay in their file. */
function indexLands(source: DataSource, iso3Of: ReadonlyMap<string, string>): Index {
  const index: Index = new Map()
  for (const row of readTable(source, 'gazetteer/states.tsv')) {
    const [iso3 = '', country = '', name = '', lat, lon, names = '', demonyms = ''] = row
    const at = { lat: Number(lat), lon: Number(lon) }
    const place = { kind: 'state' as const, name, country, iso3, region: '', ...at, population: 0, rank: 0 }
    for (const form of new Set([name, ...splitForms(names), ...splitForms(demonyms)])) add(index, form, place)
  }
  for (const [region = '', kind, name = '', lat, lon, people] of readTable(source, 'gazetteer/regions.tsv')) {
    const country = region.slice(0, 2)
    const iso3 = iso3Of.get(country)
    add(index, name, {
      kind: kind === 'county' ? 'county' : 'region',
      name,
      country,
      ...(iso3 === undefined ? {} : { iso3 }),
      region,
      lat: Number(lat),
      lon: Number(lon),
      population: Number(people),
      rank: 0,
    })
  }
  return index
}

const isoTable = (source: DataSource): Map<string, string> =>
  new Map(readTable(source, 'gazetteer/states.tsv').map(([iso3 = '', iso2 = '']) => [iso2, iso3]))

/** Short names → the regions, and which of them count only after a town. */
function indexShortNames(source: DataSource, lands: Index): { readonly always: Index; readonly after: Index } {
  const byCode = new Map(
    [...lands.values()].flat().flatMap((place) => (place.kind === 'region' ? [[place.region, place] as const] : [])),
  )
  const [always, after]: [Index, Index] = [new Map(), new Map()]
  for (const { country, names, after: codes } of z.array(shortRow).parse(source.rows('places/short-names.yaml'))) {
    for (const [code, forms] of Object.entries(names)) {
      const place = byCode.get(`${country}.${code}`)
      if (place !== undefined) for (const form of splitForms(forms)) add(always, form, place)
    }
    for (const code of codes) {
      const place = byCode.get(`${country}.${code}`)
      if (place !== undefined) add(after, code, place)
    }
  }
  return { always, after }
}

function open(source: DataSource): Gazetteer {
  const cities = loadCities(source)
  const iso3Of = isoTable(source)
  const lands = indexLands(source, iso3Of)
  const short = indexShortNames(source, lands)
  const states = new Map([...lands.values()].flat().map((place) => [place.kind === 'state' ? place.iso3 : '', place]))
  const asPlace = (city: City): GazetteerPlace => {
    const iso3 = iso3Of.get(city.country)
    return { ...city, kind: 'city', ...(iso3 === undefined ? {} : { iso3 }) }
  }
  const cityNamed = (name: string): GazetteerPlace[] => cities.named(name).map(asPlace)
  for (const row of readTable(source, 'places/more-places.tsv'))
    for (const form of splitForms(row[0] ?? ''))
      for (const place of extra(row, form, cityNamed, iso3Of)) add(lands, form, place)
  return {
    named: (name) => {
      const own = lands.get(placeKey(name)) ?? []
      const known = new Set(own.map((place) => place.geonames))
      return [...own, ...cityNamed(name).filter((city) => !known.has(city.geonames))]
    },
    state: (iso3) => (iso3 !== '' && states.has(iso3) ? [states.get(iso3)!] : []),
    city: (geonames) => {
      const city = cities.withId(geonames)
      return city && asPlace(city)
    },
    shortNamed: (name, afterTown) =>
      short.always.get(placeKey(name)) ?? (afterTown ? short.after.get(placeKey(name)) : undefined) ?? [],
  }
}

/** A row of data/places/more-places.tsv: a land of its own, or a city under another name. */
function extra(
  [, country = '', region = '', lat = '', lon = '', as = '']: readonly string[],
  form: string,
  cityNamed: (name: string) => GazetteerPlace[],
  iso3Of: ReadonlyMap<string, string>,
): GazetteerPlace[] {
  if (as !== '')
    return cityNamed(as)
      .filter((city) => city.country === country)
      .slice(0, 1)
  const iso3 = iso3Of.get(country)
  const at = { lat: Number(lat), lon: Number(lon) }
  return [
    {
      kind: 'land',
      name: form,
      country,
      ...(iso3 === undefined ? {} : { iso3 }),
      region,
      ...at,
      population: 0,
      rank: 0,
    },
  ]
}

/** The gazetteer, read from data/ when the first name is looked up: a text without places does not pay for it. */
export function loadGazetteer(source: DataSource): Gazetteer {
  let opened: Gazetteer | undefined
  const gazetteer = (): Gazetteer => {
    opened ??= open(source)
    return opened
  }
  return {
    named: (name) => gazetteer().named(name),
    state: (iso3) => gazetteer().state(iso3),
    city: (geonames) => gazetteer().city(geonames),
    shortNamed: (name, afterTown) => gazetteer().shortNamed(name, afterTown),
  }
}
