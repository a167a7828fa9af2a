import { type KeyboardEvent, useMemo, useRef } from 'react'
import type { PlaceOnMap } from '../../../../src/6-answer/index.ts'
import type { Position } from '../../../../src/model/index.ts'
import { useGestures } from '../../parts/use-gestures.ts'
import { projection, SHEET, useLand } from './land.ts'
import { sidesOf } from './names.ts'
import { nameOf, type Spot, spotsOf } from './spots.ts'
import { type Camera, pointOf } from './use-camera.ts'

function Circle({
  of,
  chosen,
  side,
  open,
}: {
  readonly of: Spot
  readonly chosen: boolean
  /** Where its name stands; null: only while it is pointed at, since it would lie on another. */
  readonly side: 'left' | 'right' | null
  readonly open: () => void
}) {
  const { x, y, radius, count } = of
  const leftwards = side === 'left'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a picture
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      data-spot={of.places[0].place.id}
      transform={`translate(${x} ${y})`}
      onClick={(event) => {
        event.stopPropagation()
        open()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        open()
      }}
      className="group cursor-pointer"
    >
      <circle r={Math.max(12, radius)} fill="transparent" />
      <circle r={radius} fill="var(--paper)" stroke="var(--event)" strokeWidth="1.5" />
      {chosen && <circle r={radius + 4} fill="none" stroke="var(--ink)" strokeWidth="2" />}
      <text textAnchor="middle" y={4.5} fontSize={13} fontWeight={600} fill="var(--event)">
        {count}
      </text>
      <text
        className={side ? '' : 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100'}
        x={leftwards ? -radius - 6 : radius + 6}
        textAnchor={leftwards ? 'end' : 'start'}
        y={4.5}
        fontSize={13}
        fill="var(--ink)"
        stroke="var(--paper)"
        strokeWidth="3"
        paintOrder="stroke"
      >
        {nameOf(of)}
      </text>
    </g>
  )
}

export interface SheetProps {
  readonly places: readonly PlaceOnMap[]
  readonly camera: Camera
  readonly width: number
  readonly height: number
  readonly chosen: string | undefined
  readonly choose: (place: string) => void
  /** Where a place is about to be put; the next click on the map says where. */
  readonly draft: Position | 'asked' | null
  readonly put: (position: Position) => void
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.15, 0],
  ArrowRight: [0.15, 0],
  ArrowUp: [0, -0.15],
  ArrowDown: [0, 0.15],
}

/** The world, and a circle for every place with a happening: its number stands in it. */
export function Sheet({ places, camera, width, height, chosen, choose, draft, put }: SheetProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { x, y, zoom } = camera
  const land = useLand(zoom)
  const scale = (width * zoom) / SHEET.width
  const spots = useMemo(() => spotsOf(places, { x, y, zoom }, width, height), [places, x, y, zoom, width, height])
  useGestures(frame, { zoom: camera.zoomBy, move: camera.moveBy })
  const sides = useMemo(
    () =>
      sidesOf(
        spots.map((spot) => ({ ...spot, name: nameOf(spot) })),
        width,
      ),
    [spots, width],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!step || event.shiftKey) return
    event.preventDefault()
    camera.moveBy({ x: step[0], y: step[1] })
  }
  const open = ({ places: those }: Spot): void => {
    if (those.length > 1 && zoom < 30) camera.fit(those.flatMap(({ position }) => position ?? []))
    else choose(those[0].place.id)
  }
  const at = draft !== null && draft !== 'asked' ? pointOf(draft) : null
  return (
    <div
      ref={frame}
      className={`touch-pan-y overflow-hidden bg-sunken select-none ${draft ? 'cursor-crosshair' : 'cursor-grab'}`}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a picture of buttons, and no field set */}
      <svg
        role="group"
        aria-label="Map: how many happenings at which place; the list beside it holds the same"
        width={width}
        height={height}
        className="block"
        onKeyDown={onKeyDown}
        onClick={(event) => {
          if (!draft) return
          const { left, top } = event.currentTarget.getBoundingClientRect()
          const [px, py] = [event.clientX - left - width / 2, event.clientY - top - height / 2]
          const [lon, lat] = projection.invert?.([x + px / scale, y + py / scale]) ?? [0, 0]
          if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) put({ lat: round(lat), lon: round(lon) })
        }}
      >
        {land && (
          <g transform={`translate(${width / 2 - x * scale} ${height / 2 - y * scale}) scale(${scale})`}>
            <path
              d={land.land}
              fill="var(--raised)"
              stroke="var(--line-strong)"
              strokeWidth="0.75"
              vectorEffect="non-scaling-stroke"
            />
            <path d={land.borders} fill="none" stroke="var(--line)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
          </g>
        )}
        {spots.map((spot, k) => (
          <Circle
            key={spot.places[0].place.id}
            of={spot}
            chosen={spot.places.some(({ place }) => place.id === chosen)}
            side={sides[k] ?? null}
            open={() => open(spot)}
          />
        ))}
        {at && (
          <g transform={`translate(${(at[0] - x) * scale + width / 2} ${(at[1] - y) * scale + height / 2})`}>
            <path d="M-14 0H14M0 -14V14" stroke="var(--paper)" strokeWidth="5" />
            <path d="M-14 0H14M0 -14V14" stroke="var(--accent)" strokeWidth="2" />
          </g>
        )}
      </svg>
    </div>
  )
}

const round = (degrees: number): number => Math.round(degrees * 100) / 100
