import type { Axis, Bar } from './lay-intervals.ts'

const MIDDLE = 12
const HEIGHT = 24
const TAIL = 14

/** A place on the axis from which paths are drawn in pixels. */
const From = ({ at, d, dotted = false }: { readonly at: number; readonly d: string; readonly dotted?: boolean }) => (
  <svg x={`${at}%`} overflow="visible" width="1" height={HEIGHT} aria-hidden="true">
    <path
      d={d}
      fill="none"
      stroke="var(--relation)"
      strokeWidth="2"
      strokeLinecap="round"
      strokeDasharray={dotted ? '1 5' : undefined}
    />
  </svg>
)

function Stretches({ of: { solid, dotted } }: { readonly of: Bar }) {
  return (
    <>
      {dotted && dotted[0] !== dotted[1] && (
        <line
          x1={`${dotted[0]}%`}
          x2={`${dotted[1]}%`}
          y1={MIDDLE}
          y2={MIDDLE}
          stroke="var(--relation)"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray="0.1 8"
        />
      )}
      {dotted && <circle cx={`${dotted[0]}%`} cy={MIDDLE} r="3" fill="var(--relation)" />}
      {dotted && <circle cx={`${dotted[1]}%`} cy={MIDDLE} r="3" fill="var(--relation)" />}
      {solid && solid[0] !== solid[1] && (
        <line
          x1={`${solid[0]}%`}
          x2={`${solid[1]}%`}
          y1={MIDDLE}
          y2={MIDDLE}
          stroke="var(--relation)"
          strokeWidth="8"
        />
      )}
      {solid && <From at={solid[0]} d={`M0 ${MIDDLE - 5}v10`} />}
    </>
  )
}

function Ends({ of: { openLeft, openRight, ended, endedBy } }: { readonly of: Bar }) {
  return (
    <>
      {openLeft !== null && <From at={openLeft} d={`M-5 ${MIDDLE}h-${TAIL - 5}`} dotted />}
      {openRight !== null && <From at={openRight} d={`M5 ${MIDDLE}h${TAIL}m-4 -4l4 4l-4 4`} />}
      {ended !== null && <From at={ended} d={`M0 ${MIDDLE - 7}v14`} />}
      {endedBy !== null && (
        <circle cx={`${endedBy}%`} cy={MIDDLE} r="5" fill="var(--paper)" stroke="var(--relation)" strokeWidth="2" />
      )}
    </>
  )
}

export interface MarkedDay {
  readonly label: string
  readonly day: string
}

/** One interval on the axis, with the ticks and the two times. What it shows is said in words beside it. */
export function IntervalBar({
  bar,
  axis,
  marked,
}: {
  readonly bar: Bar | null
  readonly axis: Axis
  readonly marked: readonly MarkedDay[]
}) {
  return (
    <svg aria-hidden="true" className="block w-full overflow-visible" height={HEIGHT}>
      {axis.ticks.map(({ at }) => (
        <line key={at} x1={`${at}%`} x2={`${at}%`} y1="-8" y2={HEIGHT + 8} stroke="var(--line)" />
      ))}
      {marked.map(({ day, label }) => (
        <line
          key={label}
          x1={`${axis.at(day)}%`}
          x2={`${axis.at(day)}%`}
          y1="-8"
          y2={HEIGHT + 8}
          stroke="var(--accent)"
          strokeWidth="1.5"
        />
      ))}
      {bar && <Stretches of={bar} />}
      {bar && <Ends of={bar} />}
    </svg>
  )
}
