import { DAY_MS, showDay } from '../../parts/days.ts'
import type { scaleOf } from './lanes.ts'

/** Pixels that a label of the axis needs. */
const ROOM = 64

/** Whole days, as many as there is room for; the year stands at the first and where it changes. */
export function ticksOf(scale: ReturnType<typeof scaleOf>, width: number) {
  let most = Math.max(2, Math.floor(width / ROOM))
  while (most > 2 && scale.ticks(most).length * ROOM > width) most--
  const ticks = scale.ticks(most).filter((at) => at.getTime() % DAY_MS === 0)
  let year = ''
  return ticks.map((at) => {
    const [day, month, itsYear] = showDay(at.toISOString()).split(' ') as [string, string, string]
    const first = itsYear !== year
    year = itsYear
    return { at, x: scale(at), label: day === '1' ? month : `${day} ${month}`, year: first ? itsYear : null }
  })
}

export const AXIS = 40
/** The widest label, "30 Sep", and the gap before it: one that would be cut at the edge is left out. */
const LABEL = 52

export function Axis({
  scale,
  width,
  height,
}: {
  readonly scale: ReturnType<typeof scaleOf>
  readonly width: number
  readonly height: number
}) {
  return (
    <g>
      {ticksOf(scale, width).map(({ at, x, label, year }) => (
        <g key={at.getTime()} transform={`translate(${x} 0)`}>
          <path d={`M0 ${AXIS - 6}V${height}`} stroke="var(--line)" opacity="0.6" />
          {x + LABEL <= width && (
            <text x={4} y={AXIS - 8} fontSize={13} fill="var(--soft)">
              {label}
            </text>
          )}
          {year && (
            <text x={4} y={AXIS - 26} fontSize={13} fontWeight={600} fill="var(--soft)">
              {year}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** The two times of the bar, where they are in sight. */
export function TimesLines({
  scale,
  width,
  height,
  times,
}: {
  readonly scale: ReturnType<typeof scaleOf>
  readonly width: number
  readonly height: number
  readonly times: { readonly asOf?: string; readonly known?: string }
}) {
  const lines = [
    { name: 'as of', day: times.asOf },
    { name: 'as known', day: times.known },
  ].flatMap(({ name, day }) => (day ? [{ name, x: scale(new Date(`${day.slice(0, 10)}T12:00:00Z`)) }] : []))
  return lines
    .filter(({ x }) => x >= 0 && x <= width)
    .map(({ name, x }) => (
      <g key={name} transform={`translate(${x} 0)`}>
        <path d={`M0 ${AXIS - 24}V${height}`} stroke="var(--accent)" strokeWidth="1.5" />
        <text
          x={x > width - 80 ? -4 : 4}
          textAnchor={x > width - 80 ? 'end' : 'start'}
          y={AXIS - 26}
          fontSize={13}
          fontWeight={600}
          fill="var(--accent)"
        >
          {name}
        </text>
      </g>
    ))
}
