import type { GazetteerPlace } from '../../vocabulary/gazetteer.ts'

type Point = Pick<GazetteerPlace, 'lat' | 'lon'>

/** Kilometres in a degree of latitude. */
const DEGREE = 111.2
const RADIAN = 0.017453292519943295

/** Cosine for -π/2 … π/2 by its series: the engines' own differ in the last bit. */
function cosine(x: number): number {
  const y = x * x
  return 1 - (y / 2) * (1 - (y / 12) * (1 - (y / 30) * (1 - y / 56)))
}

/** Distance in kilometres as on a flat map between the two latitudes: good to a few percent below 1,000 km. */
export function distance(a: Point, b: Point): number {
  const north = (a.lat - b.lat) * DEGREE
  const turn = Math.abs(a.lon - b.lon)
  const east = (turn > 180 ? 360 - turn : turn) * DEGREE * cosine(((a.lat + b.lat) / 2) * RADIAN)
  return Math.sqrt(north * north + east * east)
}
