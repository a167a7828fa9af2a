import type { Links } from './analysis.ts'

/** Degrees: latitude -90 to 90, north positive; longitude -180 to 180, east positive. */
export interface Position {
  readonly lat: number
  readonly lon: number
}

/** A place as a gazetteer has it. */
export interface FoundPlace {
  /** Of a city its centre, of a region the middle of its towns, of a state its middle. */
  readonly position: Position
  /** ISO 3166-1 alpha-3; null where it lies in several states. */
  readonly country: string | null
  readonly kind: 'land' | 'state' | 'region' | 'county' | 'city'
}

/** Finds where an actor of the world lies. */
export interface PlaceFinder {
  /** Null where its links lead to no place. `names`: every name that reports use. */
  find(actor: { readonly type: string; readonly names: readonly string[]; readonly links: Links }): FoundPlace | null
}
