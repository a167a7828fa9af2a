import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTimes } from '../../address/use-address.ts'
import { ActorLink } from '../../parts/links.tsx'
import { useWidth } from '../../parts/use-width.ts'
import { formatCount } from '../../parts/words.ts'
import { AXIS, Axis, TimesLines } from './axis.tsx'
import { type Mark as Drawn, type Lane, marksOf, scaleOf } from './lanes.ts'
import { Mark } from './mark.tsx'
import { Told } from './told.tsx'
import type { Days } from './use-days.ts'
import { useGestures } from './use-gestures.ts'

/** From this width on, the names of lanes stand beside them; below, over them. */
const WIDE = 720
const NAMES = 176
/** What begins nearer than this to a mark joins it. */
const GAP = 22

export interface PictureProps {
  readonly lanes: readonly Lane[]
  readonly days: Days
  readonly chosen: string | undefined
  readonly choose: (id: string) => void
  /** To the row of the list. */
  readonly show: (id: string) => void
}

interface Opened {
  readonly lane: string
  readonly mark: Drawn
  readonly y: number
}

/** Arrows go from mark to mark while one has the focus: along its lane, or to the nearest of the next one. */
function walkMarks(event: KeyboardEvent<SVGSVGElement>): void {
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key]
  const from = (event.target as Element).closest<SVGGElement>('[data-mark]')
  if (!step || !from) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<SVGGElement>('[data-mark]')]
  const xOf = (mark: Element): number => mark.getBoundingClientRect().x
  const lanes = [...new Set(all.map((mark) => mark.dataset.lane))]
  const lane = lanes[lanes.indexOf(from.dataset.lane) + step[1]!]
  const those = all.filter((mark) => mark.dataset.lane === lane)
  const nearest = [...those].sort((a, b) => Math.abs(xOf(a) - xOf(from)) - Math.abs(xOf(b) - xOf(from)))[0]
  const next = step[1] === 0 ? those[those.indexOf(from) + step[0]!] : nearest
  next?.focus()
}

function Names({
  lanes,
  height,
  beside,
}: {
  readonly lanes: readonly Lane[]
  readonly height: number
  readonly beside: boolean
}) {
  return lanes.map((lane, k) => (
    <div
      key={lane.id}
      className={`absolute left-0 flex items-center gap-2 text-s ${beside ? '' : 'pointer-events-none'}`}
      style={{ top: AXIS + k * height, height: beside ? height : 20, width: beside ? NAMES - 16 : '100%' }}
    >
      <span className="truncate" title={lane.name}>
        {lane.of && beside ? <ActorLink of={lane.of} className="text-ink no-underline hover:underline" /> : lane.name}
      </span>
      <span className="text-soft">{formatCount(lane.placed.length)}</span>
    </div>
  ))
}

export function Picture({ lanes, days, chosen, choose, show }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null)
  const plot = useRef<HTMLDivElement>(null)
  const clip = useId()
  const times = useTimes()
  const whole = useWidth(frame)
  const beside = whole >= WIDE
  const width = Math.max(0, whole - (beside ? NAMES : 0))
  const laneHeight = beside ? 32 : 48
  const height = AXIS + lanes.length * laneHeight
  const { from, to } = days
  const scale = useMemo(() => scaleOf(from, to, width), [from, to, width])
  const drawn = useMemo(
    () => lanes.map((lane) => marksOf(lane.placed, [from, to], (at) => scale(at), GAP)),
    [lanes, from, to, scale],
  )
  const [opened, setOpened] = useState<Opened | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told belongs to the picture as it was
  useEffect(() => setOpened(null), [from, to, lanes])
  useGestures(plot, days)
  const holds = ({ placed }: Drawn): boolean => placed.some(({ row }) => row.id === chosen)
  const tab = drawn.flat().find(holds) ?? drawn.flat()[0]
  return (
    <div ref={frame} className="relative" style={{ height }}>
      <Names lanes={lanes} height={laneHeight} beside={beside} />
      <div ref={plot} className="absolute inset-y-0 right-0 touch-pan-y overflow-hidden select-none" style={{ width }}>
        {/* biome-ignore lint/a11y/useSemanticElements: a picture of buttons, and no field set */}
        <svg
          role="group"
          aria-label="Happenings over time; the list below holds the same"
          width={width}
          height={height}
          onKeyDown={walkMarks}
          className="block"
        >
          <clipPath id={clip}>
            <rect y={0} width={width} height={height} />
          </clipPath>
          <Axis scale={scale} width={width} height={height} />
          {lanes.map((lane, k) => (
            <path key={lane.id} d={`M0 ${AXIS + k * laneHeight + 0.5}H${width}`} stroke="var(--line)" />
          ))}
          <TimesLines scale={scale} width={width} height={height} times={times} />
          {drawn.map((marks, k) =>
            marks.map((mark) => (
              <Mark
                key={`${lanes[k]!.id} ${mark.placed[0].row.id}`}
                of={mark}
                lane={lanes[k]!.id}
                y={AXIS + (k + (beside ? 0.5 : 0.7)) * laneHeight}
                chosen={holds(mark)}
                tabbable={mark === tab}
                open={() => {
                  if (mark.placed.length === 1) choose(mark.placed[0].row.id)
                  setOpened({ lane: lanes[k]!.id, mark, y: AXIS + (k + (beside ? 0.5 : 0.7)) * laneHeight })
                }}
              />
            )),
          )}
        </svg>
      </div>
      {opened && (
        <Told
          of={opened.mark}
          left={whole - width + Math.max(0, Math.min(width, opened.mark.x))}
          top={opened.y}
          days={days}
          choose={choose}
          show={show}
          close={() => {
            setOpened(null)
            const selector = `[data-mark="${opened.mark.placed[0].row.id}"][data-lane="${opened.lane}"]`
            plot.current?.querySelector<SVGGElement>(selector)?.focus()
          }}
        />
      )}
    </div>
  )
}
