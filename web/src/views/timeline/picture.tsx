import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTimes } from '../../address/use-address.ts'
import { ActorLink } from '../../parts/links.tsx'
import { useGestures } from '../../parts/use-gestures.ts'
import { useWidth } from '../../parts/use-width.ts'
import { formatCount } from '../../parts/words.ts'
import { AXIS, Axis, TimesLines } from './axis.tsx'
import { type Mark as Drawn, inSight, type Lane, marksOf, scaleOf, stepOf } from './lanes.ts'
import { Mark } from './mark.tsx'
import { Told } from './told.tsx'
import type { Days } from './use-days.ts'

/** From this width on, the names of lanes stand beside them; below, over them. */
const WIDE = 720
const NAMES = 176
/** Pixels from which on it is to be seen that something lasted. */
const SEEN = 6

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

/** The marks lie on one sheet that is moved as a whole; only zooming draws them anew. */
function Marks({
  lanes,
  days,
  width,
  middles,
  chosen,
  open,
}: {
  readonly lanes: readonly Lane[]
  readonly days: Days
  readonly width: number
  /** Where each lane's marks stand. */
  readonly middles: readonly number[]
  readonly chosen: string | undefined
  readonly open: (lane: string, mark: Drawn, y: number) => void
}) {
  const { from, to } = days
  // Rounded, so that moving, which leaves the span as it is but for a rounding, makes no new marks.
  const msPerPixel = Math.round((to - from) / Math.max(1, width))
  const step = stepOf(msPerPixel)
  const marks = useMemo(() => lanes.map((lane) => marksOf(lane.placed, step)), [lanes, step])
  const origin = useMemo(() => Math.min(...lanes.flatMap((lane) => lane.placed[0]?.at ?? [])), [lanes])
  const seen = marks.map((those) => inSight(those, from, to))
  const holds = ({ placed }: Drawn): boolean => chosen !== undefined && placed.some(({ row }) => row.id === chosen)
  const tab = seen.flat().find(holds) ?? seen.flat()[0]
  return (
    <g transform={`translate(${(origin - from) / msPerPixel} 0)`}>
      {lanes.map((lane, k) =>
        seen[k]!.map((mark) => (
          <g
            key={`${lane.id} ${mark.placed[0].row.id}`}
            transform={`translate(${(mark.at - origin) / msPerPixel} ${middles[k]})`}
          >
            <Mark
              of={mark}
              lane={lane.id}
              wide={mark.until - mark.at > SEEN * msPerPixel ? (mark.until - mark.at) / msPerPixel : 0}
              y={middles[k]!}
              chosen={holds(mark)}
              tabbable={mark === tab}
              open={open}
            />
          </g>
        )),
      )}
    </g>
  )
}

export function Picture({ lanes, days, chosen, choose, show }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null)
  const plot = useRef<HTMLDivElement>(null)
  const times = useTimes()
  const whole = useWidth(frame)
  const beside = whole >= WIDE
  const width = Math.max(0, whole - (beside ? NAMES : 0))
  const laneHeight = beside ? 32 : 48
  const height = AXIS + lanes.length * laneHeight
  const middles = lanes.map((_, k) => AXIS + (k + (beside ? 0.5 : 0.7)) * laneHeight)
  const { from, to } = days
  const scale = useMemo(() => scaleOf(from, to, width), [from, to, width])
  const [opened, setOpened] = useState<Opened | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told belongs to the picture as it was
  useEffect(() => setOpened(null), [from, to, lanes])
  useGestures(plot, { zoom: (factor, { x }) => days.zoom(factor, x), move: ({ x }) => days.move(x) })
  const open = useCallback(
    (lane: string, mark: Drawn, y: number) => {
      if (mark.placed.length === 1) choose(mark.placed[0].row.id)
      setOpened({ lane, mark, y })
    },
    [choose],
  )
  const close = (): void => {
    if (!opened) return
    setOpened(null)
    const selector = `[data-mark="${opened.mark.placed[0].row.id}"][data-lane="${opened.lane}"]`
    plot.current?.querySelector<SVGGElement>(selector)?.focus()
  }
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
          <Axis scale={scale} width={width} height={height} />
          {lanes.map((lane, k) => (
            <path key={lane.id} d={`M0 ${AXIS + k * laneHeight + 0.5}H${width}`} stroke="var(--line)" />
          ))}
          <TimesLines scale={scale} width={width} height={height} times={times} />
          {width > 0 && <Marks lanes={lanes} days={days} width={width} middles={middles} chosen={chosen} open={open} />}
        </svg>
      </div>
      {opened && (
        <Told
          of={opened.mark}
          left={whole - width + Math.max(0, Math.min(width, scale(opened.mark.at)))}
          top={opened.y}
          days={days}
          choose={choose}
          show={show}
          close={close}
        />
      )}
    </div>
  )
}
