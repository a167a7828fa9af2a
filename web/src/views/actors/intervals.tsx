import { useMemo, useRef } from 'react'
import type { Relationship } from '../../../../src/6-answer/index.ts'
import { useTimes } from '../../address/use-address.ts'
import { showDay } from '../../parts/days.ts'
import { useWidth } from '../../parts/use-width.ts'
import { useExtent } from '../../shell/use-extent.ts'
import { IntervalBar, type MarkedDay } from './interval-bar.tsx'
import { type Axis, axisOf, everyNth, layInterval } from './lay-intervals.ts'
import { Tie } from './tie.tsx'

/** What the strokes mean, drawn as they are. */
function Legend() {
  const sample = (d: string, dotted = false) => (
    <svg aria-hidden="true" width="24" height="12" className="mr-2 inline-block align-middle">
      <path
        d={d}
        fill="none"
        stroke="var(--relation)"
        strokeWidth={dotted ? 4 : 2}
        strokeLinecap="round"
        strokeDasharray={dotted ? '0.1 8' : undefined}
      />
    </svg>
  )
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 text-s text-soft">
      <span>
        <svg aria-hidden="true" width="24" height="12" className="mr-2 inline-block align-middle">
          <path d="M1 6h22" stroke="var(--relation)" strokeWidth="8" />
        </svg>
        days are told
      </span>
      <span>{sample('M3 6h18', true)}told to hold, from the first to the last report</span>
      <span>{sample('M3 6h16m-4 -4l4 4l-4 4')}no end is told</span>
    </p>
  )
}

function Head({ axis, marked }: { readonly axis: Axis; readonly marked: readonly MarkedDay[] }) {
  const labels = useRef<HTMLDivElement>(null)
  const width = useWidth(labels)
  return (
    <div aria-hidden="true" className="grid gap-x-6 text-s md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="md:col-start-2">
        {marked.map(({ label, day }) => (
          <div key={label} className="relative h-5">
            <span
              className={`absolute font-semibold whitespace-nowrap text-accent ${axis.at(day) > 50 ? '-translate-x-full' : ''}`}
              style={{ left: `${axis.at(day)}%` }}
            >
              {label} {showDay(day)}
            </span>
          </div>
        ))}
        <div ref={labels} className="relative h-6 text-soft">
          {everyNth(axis.ticks, width).map(({ at, label }) => (
            <span key={at} className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${at}%` }}>
              {label}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

function useMarked(): readonly MarkedDay[] {
  const { asOf, known } = useTimes()
  return useMemo(
    () => [
      ...(asOf ? [{ label: 'as of', day: asOf }] : []),
      ...(known ? [{ label: 'known on', day: known.slice(0, 10) }] : []),
    ],
    [asOf, known],
  )
}

interface Group {
  readonly name: string
  readonly ties: readonly Relationship[]
}

/** Offices and memberships on one axis of time: what reports date, and between which reports each is told to hold. */
export function Intervals({ groups, self }: { readonly groups: readonly Group[]; readonly self: string }) {
  const extent = useExtent()
  const marked = useMarked()
  const told = groups.filter(({ ties }) => ties.length > 0)
  const last = extent?.published.at(-1)
  const axis = axisOf(
    told.flatMap(({ ties }) => ties.map(({ interval }) => interval)),
    marked.length > 0 ? marked.map(({ day }) => day) : [last],
  )
  return (
    <div>
      {axis && <Head axis={axis} marked={marked} />}
      {told.map(({ name, ties }) => (
        <section key={name} aria-label={name} className="mb-4">
          {told.length > 1 && <h3 className="label">{name}</h3>}
          <ul aria-label={name}>
            {ties.map((tie) => (
              <Tie
                key={tie.id}
                of={tie}
                self={self}
                aside={axis && <IntervalBar bar={layInterval(tie.interval, axis)} axis={axis} marked={marked} />}
              />
            ))}
          </ul>
        </section>
      ))}
      <Legend />
    </div>
  )
}
