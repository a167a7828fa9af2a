import type { PlaceOnMap } from '../../../../src/6-answer/index.ts'
import { SHEET } from './land.ts'
import { pointOf, type View } from './use-camera.ts'

/** A circle of the map: a place, or several that would lie on each other. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly count: number
  readonly places: readonly [PlaceOnMap, ...PlaceOnMap[]]
}

const radiusOf = (count: number): number => 9 + Math.min(15, Math.sqrt(count) * 2)

/** In pixels of a picture of this width and height, the largest first. */
export function spotsOf(places: readonly PlaceOnMap[], view: View, width: number, height: number): Spot[] {
  const scale = (width * view.zoom) / SHEET.width
  const spots: { x: number; y: number; radius: number; count: number; places: [PlaceOnMap, ...PlaceOnMap[]] }[] = []
  for (const place of places) {
    if (!place.position) continue
    const [px, py] = pointOf(place.position)
    const [x, y] = [(px - view.x) * scale + width / 2, (py - view.y) * scale + height / 2]
    const count = place.happenings.length
    if (count === 0 || x < -30 || y < -30 || x > width + 30 || y > height + 30) continue
    const radius = radiusOf(count)
    const under = spots.find((spot) => Math.hypot(spot.x - x, spot.y - y) < Math.max(24, spot.radius + radius * 0.5))
    if (under) {
      under.places.push(place)
      under.count += count
      under.radius = radiusOf(under.count)
    } else spots.push({ x, y, radius, count, places: [place] })
  }
  return spots
}

/** "Amman", "Geneva and 2 more". */
export const nameOf = ({ places: [first, ...others] }: Spot): string =>
  others.length === 0 ? first.place.name : `${first.place.name} and ${others.length} more`
