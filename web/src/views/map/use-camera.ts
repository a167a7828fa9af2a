import { useState } from 'react'
import type { Position } from '../../../../src/model/index.ts'
import { useResting } from '../../address/use-resting.ts'
import type { Point } from '../../parts/use-gestures.ts'
import { projection, SHEET } from './land.ts'

/** What is in sight: its middle on the sheet, and how often the sheet goes into its width. */
export interface View {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Camera extends View {
  readonly zoomBy: (factor: number, at?: Point) => void
  readonly moveBy: (by: Point) => void
  /** All of these, with room around; none: the world. */
  readonly fit: (places: readonly Position[]) => void
  readonly reset: () => void
}

const CLOSEST = 60
const WORLD: View = { x: SHEET.width / 2, y: SHEET.height / 2, zoom: 1 }
/** Nearer than this nothing is fitted: a single city stands in its part of the world. */
const FIT_CLOSEST = 6

/** On the sheet; null where it cannot be drawn. */
export const pointOf = ({ lat, lon }: Position): readonly [number, number] => projection([lon, lat]) ?? [0, 0]

export function viewOf(places: readonly Position[], aspect: number): View {
  if (places.length === 0) return WORLD
  const points = places.map(pointOf)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const wide = Math.max(right - left, (bottom - top) / aspect) * 1.3
  const zoom = Math.max(1, Math.min(FIT_CLOSEST, SHEET.width / Math.max(1, wide)))
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom }
}

const TEXT = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/

function read(text: string | undefined): View | null {
  const found = TEXT.exec(text ?? '')
  if (!found) return null
  const [x, y] = pointOf({ lat: Number(found[1]), lon: Number(found[2]) })
  return { x, y, zoom: Math.max(1, Math.min(CLOSEST, Number(found[3]))) }
}

function write({ x, y, zoom }: View): string {
  const [lon, lat] = projection.invert?.([x, y]) ?? [0, 0]
  return [lat, lon, zoom].map((n) => n.toFixed(2)).join(',')
}

/** What the map shows stands in the address as `at=LAT,LON,ZOOM`; absent: all that has a place. `aspect`: height by width. */
export function useCamera(places: readonly Position[], aspect: number): Camera {
  const [text, setText] = useResting('at')
  const [live, setLive] = useState<{ readonly text: string; readonly view: View } | null>(null)
  const view = (live !== null && live.text === text ? live.view : read(text)) ?? viewOf(places, aspect)
  const set = (next: View): void => {
    const zoom = Math.max(1, Math.min(CLOSEST, next.zoom))
    const x = Math.max(0, Math.min(SHEET.width, next.x))
    const y = Math.max(0, Math.min(SHEET.height, next.y))
    const held = { x, y, zoom }
    setLive({ text: write(held), view: held })
    setText(write(held))
  }
  const width = SHEET.width / view.zoom
  return {
    ...view,
    zoomBy: (factor, at = { x: 0.5, y: 0.5 }) => {
      const zoom = Math.max(1, Math.min(CLOSEST, view.zoom / factor))
      const by = width - SHEET.width / zoom
      set({ x: view.x + (at.x - 0.5) * by, y: view.y + (at.y - 0.5) * by * aspect, zoom })
    },
    moveBy: ({ x, y }) => set({ ...view, x: view.x + x * width, y: view.y + y * width * aspect }),
    fit: (those) => set(viewOf(those, aspect)),
    reset: () => setText(undefined),
  }
}
