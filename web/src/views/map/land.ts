import { useQuery } from '@tanstack/react-query'
import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import fine from 'world-atlas/countries-50m.json?url'
import coarse from 'world-atlas/countries-110m.json?url'

/** The world on a sheet of this size; everything else is a matter of how it is moved and zoomed. */
export const SHEET = { width: 1000, height: 520 } as const

export const projection = geoNaturalEarth1().fitSize([SHEET.width, SHEET.height], { type: 'Sphere' })

/** From this zoom on the finer coast is fetched. */
const FINE_FROM = 3

export interface Land {
  readonly land: string
  readonly borders: string
}

async function load(url: string): Promise<Land> {
  const world = (await (await fetch(url)).json()) as Topology<{
    countries: GeometryCollection
    land: GeometryCollection
  }>
  const path = geoPath(projection).digits(2)
  return {
    land: path(feature(world, world.objects.land)) ?? '',
    borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
  }
}

/** Coasts and borders, a file of this server; the coarse ones stand until the fine ones are here. */
export function useLand(zoom: number): Land | null {
  const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }
  const far = useQuery({ queryKey: ['land', coarse], queryFn: () => load(coarse), ...once })
  const near = useQuery({ queryKey: ['land', fine], queryFn: () => load(fine), enabled: zoom >= FINE_FROM, ...once })
  return (zoom >= FINE_FROM ? near.data : undefined) ?? far.data ?? null
}
