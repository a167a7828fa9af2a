import { useMemo, useRef } from 'react'
import type { Pact } from '../../../../src/6-answer/index.ts'
import { useTimes } from '../../address/use-address.ts'
import { useWidth } from '../../parts/use-width.ts'
import { useExtent } from '../../shell/use-extent.ts'
import { layTrack, type Mark, type Stretch } from './lay-track.ts'
import { type Meaning, meaningOf, statusColour } from './status.tsx'

const LINE = 12
const LABEL = 44
const STROKES: Readonly<Record<Meaning, string>> = {
  good: 'var(--good)',
  wait: 'var(--wait)',
  stop: 'var(--stop)',
  plain: 'var(--ink)',
}

/** The last day that the track shows: the day asked about, else the last of which the ledger tells. */
function useUntil(): string | null {
  const { asOf, known } = useTimes()
  const extent = useExtent()
  return asOf ?? known?.slice(0, 10) ?? extent?.published.at(-1) ?? null
}

function Dot({ of: { x, step, doubts } }: { readonly of: Mark }) {
  const stroke = STROKES[meaningOf(step.status)]
  const hollow = doubts.length > 0
  return (
    <circle
      cx={x}
      cy={LINE}
      r={hollow ? 5 : step.when.dated ? 6 : 4}
      fill={hollow ? 'var(--paper)' : stroke}
      stroke={stroke}
      strokeWidth={2}
      strokeDasharray={hollow ? '3 2' : undefined}
    />
  )
}

function Line({ stretches, width }: { readonly stretches: readonly Stretch[]; readonly width: number }) {
  return (
    <>
      <path d={`M0 ${LINE}H${width}`} stroke="var(--line-strong)" strokeWidth={1} />
      {stretches.map(({ from, to, status }) => (
        <path
          key={`${from} ${status}`}
          d={`M${from} ${LINE}H${Math.max(from, to)}`}
          stroke={STROKES[meaningOf(status)]}
          strokeWidth={4}
        />
      ))}
    </>
  )
}

/** Status by status over time: solid where it is told as a fact, hollow where it is planned, denied or doubted. */
export function Track({ of }: { readonly of: Pact }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const until = useUntil()
  const { marks, stretches, levels } = useMemo(() => layTrack(of, width, until), [of, width, until])
  const height = LINE * 2 + Math.max(1, levels) * LABEL
  return (
    <div ref={box} className="relative" style={{ height }}>
      <svg aria-hidden="true" className="absolute inset-0" width={width} height={height}>
        <Line stretches={stretches} width={width} />
        {marks.map(({ key, x, level }) => (
          <path key={key} d={`M${x} ${LINE}V${LINE * 2 + level * LABEL}`} stroke="var(--line-strong)" />
        ))}
        {marks.map((mark) => (
          <Dot key={mark.key} of={mark} />
        ))}
      </svg>
      <ol aria-label={`${of.name}: status over time`}>
        {marks.map(({ key, left, level, label, when, doubts, step }) => (
          <li
            key={key}
            className="absolute bg-paper text-s whitespace-nowrap"
            style={{ left, top: LINE * 2 + level * LABEL }}
          >
            <span className={`block font-semibold ${statusColour(step.status)}`}>{label}</span>
            <span className="block text-soft">{[when, ...doubts].join(', ')}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
