import { type City, type CountyTopology, cities, counties, regionOfCity, type Shape } from './sources.ts'

export interface Region {
  /** ISO 3166-1 alpha-2 and the code of the first-level region, "US.KY"; of a county its state's. */
  readonly code: string
  readonly kind: 'region' | 'county'
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly population: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** First-level regions: named after the list of large cities, put in the middle of their towns. */
export function regions(): Region[] {
  const named = regionOfCity()
  const shapes = stateShapes()
  const groups = new Map<string, City[]>()
  for (const city of cities()) {
    const code = `${city.country}.${city.adminCode}`
    groups.set(code, [...(groups.get(code) ?? []), city])
  }
  return [...groups].flatMap(([code, group]) => {
    const name = commonest(group.map((city) => named.get(city.cityId) ?? '').filter((name) => name !== ''))
    if (name === undefined) return []
    const [lon, lat] = shapes.get(code) ?? [
      mean(group.map((city) => city.loc.coordinates[0])),
      mean(group.map((city) => city.loc.coordinates[1])),
    ]
    const population = group.reduce((sum, city) => sum + city.population, 0)
    return [{ code, kind: 'region' as const, name, lat, lon, population }]
  })
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** Postal codes by the Census Bureau's numbers of states. */
const POSTAL: Record<string, string> = Object.fromEntries(
  (
    '01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA ' +
    '26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX ' +
    '49UT 50VT 51VA 53WA 54WV 55WI 56WY'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
)

type Ring = readonly (readonly [number, number])[]

/** The outline of each part of a shape, holes left out. West of the date line longitudes go on below -180. */
function outlines(shape: Shape, { arcs, transform }: CountyTopology): Ring[] {
  const polygons = (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs) as readonly (readonly (readonly number[])[])[]
  const points = (index: number): [number, number][] => {
    let [x, y] = [0, 0]
    const line = (arcs[index < 0 ? ~index : index] ?? []).map(([dx, dy]): [number, number] => {
      x += dx
      y += dy
      const lon = x * transform.scale[0] + transform.translate[0]
      return [lon > 0 ? lon - 360 : lon, y * transform.scale[1] + transform.translate[1]]
    })
    return index < 0 ? line.reverse() : line
  }
  return polygons.map((polygon) => (polygon[0] ?? []).flatMap(points))
}

/** The centre of gravity of a shape: of its parts' areas. */
function middle(shape: Shape, topology: CountyTopology): [number, number] {
  let [area, lon, lat] = [0, 0, 0]
  for (const ring of outlines(shape, topology)) {
    let [part, x, y] = [0, 0, 0]
    ring.forEach(([x1, y1], k) => {
      const [x2, y2] = ring[(k + 1) % ring.length]!
      const cross = x1 * y2 - x2 * y1
      part += cross
      x += (x1 + x2) * cross
      y += (y1 + y2) * cross
    })
    const size = Math.abs(part)
    area += size
    lon += (x / (3 * part)) * size
    lat += (y / (3 * part)) * size
  }
  return [lon / area, lat / area]
}

/** The middle of each of the United States, by the code of its region. */
function stateShapes(): Map<string, [number, number]> {
  const topology = counties()
  return new Map(
    topology.objects.states.geometries
      .filter((shape) => POSTAL[shape.id] !== undefined)
      .map((shape) => [`US.${POSTAL[shape.id]}`, middle(shape, topology)]),
  )
}

/** Counties of the United States: "Laurel County", in Louisiana parishes. */
export function countyRegions(): Region[] {
  const topology = counties()
  return topology.objects.counties.geometries.flatMap((shape) => {
    const state = POSTAL[shape.id.slice(0, 2)]
    if (state === undefined) return []
    const [lon, lat] = middle(shape, topology)
    const kind = state === 'LA' ? 'Parish' : 'County'
    return [
      {
        code: `US.${state}`,
        kind: 'county' as const,
        name: `${shape.properties.name} ${kind}`,
        lat,
        lon,
        population: 0,
      },
    ]
  })
}

export const regionRows = (all: readonly Region[]): string[][] =>
  all.map((region) => [
    region.code,
    region.kind,
    region.name,
    region.lat.toFixed(3),
    region.lon.toFixed(3),
    String(region.population),
  ])
