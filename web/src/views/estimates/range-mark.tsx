import { scaleLinear } from 'd3-scale'
import type { Figure } from '../../../../src/6-answer/index.ts'

const MIDDLE = 10
const EDGE = 6

/** Per cent of the width at which numbers stand, for all figures of a series alike. */
export function rangeScale(figures: readonly Pick<Figure, 'low' | 'high'>[]): (number: number) => number {
  const numbers = figures.flatMap(({ low, high }) => [low, high]).filter((n): n is number => n !== null)
  return scaleLinear()
    .domain([0, Math.max(1, ...numbers)])
    .range([EDGE, 100 - EDGE])
}

/** A figure as a stretch of a line from nought; open ends are arrows, what is only about so much is hollow. */
export function RangeMark({ of, at }: { readonly of: Figure; readonly at: (number: number) => number }) {
  const { low, high, approximate } = of
  const ends = [...new Set([low, high])].filter((n): n is number => n !== null)
  if (ends.length === 0) return null
  return (
    <svg aria-hidden="true" className="block w-full overflow-visible" height={MIDDLE * 2}>
      <line x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} stroke="var(--line)" />
      {low !== null && high !== null && low !== high && (
        <line x1={`${at(low)}%`} x2={`${at(high)}%`} y1={MIDDLE} y2={MIDDLE} stroke="var(--estimate)" strokeWidth="4" />
      )}
      {ends.map((number) => (
        <circle
          key={number}
          cx={`${at(number)}%`}
          cy={MIDDLE}
          r="4"
          fill={approximate ? 'var(--paper)' : 'var(--estimate)'}
          stroke="var(--estimate)"
          strokeWidth="2"
        />
      ))}
      {(low === null || high === null) && (
        <svg x={`${at(ends[0]!)}%`} overflow="visible" aria-hidden="true">
          <path
            d={low === null ? `M-6 ${MIDDLE}h-14m4 -4l-4 4l4 4` : `M6 ${MIDDLE}h14m-4 -4l4 4l-4 4`}
            fill="none"
            stroke="var(--estimate)"
            strokeWidth="2"
          />
        </svg>
      )}
    </svg>
  )
}
