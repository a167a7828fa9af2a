import * as Plot from '@observablehq/plot'
import { useEffect, useMemo, useRef } from 'react'
import type { Series } from '../../../../src/6-answer/index.ts'
import { showDay } from '../../parts/days.ts'
import { useWidth } from '../../parts/use-width.ts'
import { formatCount } from '../../parts/words.ts'
import './chart.css'
import { figureWords, measureWords, toldOn } from './figure-words.ts'
import { ARROW, HEIGHT, type Layout, layChart, MARGIN, type Spot } from './lay-chart.ts'
import { symbolOf } from './shapes.tsx'

const COLOUR = 'var(--estimate)'
/** How near a click must be, in pixels. */
const NEAR = 20

const place = { x: 'day', y: 'value' } as const

function ranges(spots: readonly Spot[], perPixel: number): Plot.Markish[] {
  const both = spots.filter(({ figure: { low, high } }) => low !== null && high !== null && low !== high)
  const open = spots.filter(({ figure: { low, high } }) => low === null || high === null)
  return [
    Plot.ruleX(both, {
      x: 'day',
      y1: (spot: Spot) => spot.figure.low,
      y2: (spot: Spot) => spot.figure.high,
      stroke: COLOUR,
      strokeWidth: 4,
    }),
    Plot.arrow(open, {
      x1: 'day',
      x2: 'day',
      y1: 'value',
      y2: ({ figure, value }: Spot) => value + (figure.low === null ? -1 : 1) * ARROW * perPixel,
      insetStart: 6,
      headLength: 8,
      stroke: COLOUR,
      strokeWidth: 2,
    }),
  ]
}

/** From the figure that was given up to the one that took its place. */
function revisions(spots: readonly Spot[]): Plot.Markish {
  const pairs = spots.flatMap((later) =>
    spots
      .filter(({ figure }) => later.figure.revises.includes(figure.record))
      .map((earlier) => ({ x1: earlier.day, y1: earlier.value, x2: later.day, y2: later.value })),
  )
  return Plot.arrow(pairs, {
    x1: 'x1',
    y1: 'y1',
    x2: 'x2',
    y2: 'y2',
    inset: 9,
    headLength: 8,
    stroke: 'var(--ink)',
    strokeWidth: 1.5,
    strokeDasharray: '4 3',
  })
}

const titleOf = ({ figure }: Spot): string => {
  const day = toldOn(figure)
  return [figure.source, figureWords(figure), day && showDay(day)].filter(Boolean).join(', ')
}

function dots(spots: readonly Spot[], chosen: string | undefined): Plot.Markish[] {
  const sources = [...new Set(spots.map(({ source }) => source))]
  return [
    Plot.dot(
      spots.filter(({ figure }) => figure.record === chosen),
      { ...place, r: 11, stroke: 'var(--accent)', strokeWidth: 2 },
    ),
    ...sources.flatMap((source) =>
      [true, false].map((approximate) =>
        Plot.dot(
          spots.filter((spot) => spot.source === source && spot.figure.approximate === approximate),
          {
            ...place,
            r: 5.5,
            symbol: symbolOf(source),
            fill: approximate ? 'var(--paper)' : COLOUR,
            stroke: COLOUR,
            strokeWidth: 2,
            title: titleOf,
          },
        ),
      ),
    ),
  ]
}

function draw(layout: Layout, width: number, name: string, chosen: string | undefined): Element {
  const { spots, labels, days, most, ticks, perPixel, dayAt, valueAt } = layout
  const texts = labels.map(({ text, anchor, x, y }) => ({ text, anchor, x: dayAt(x), y: valueAt(y) }))
  const svg = Plot.plot({
    width,
    height: HEIGHT,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    className: 'estimate-plot',
    ariaLabel: `${name}: ${spots.length} figures over time; the table below says the same`,
    x: {
      type: 'utc',
      domain: days,
      label: null,
      ticks: ticks.map(({ date }) => date),
      tickFormat: (_: Date, k: number) => ticks[k]?.label ?? '',
      tickSize: 4,
    },
    y: { domain: [0, most], label: null, ticks: 5, tickSize: 0, tickFormat: (n: number) => formatCount(n) },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
      ...ranges(spots, perPixel),
      revisions(spots),
      ...dots(spots, chosen),
      ...(['start', 'end'] as const).map((textAnchor) =>
        Plot.text(
          texts.filter(({ anchor }) => anchor === textAnchor),
          { x: 'x', y: 'y', text: 'text', textAnchor, fill: 'var(--ink)', fontSize: 13 },
        ),
      ),
    ],
  })
  svg.querySelector('style')?.remove()
  // One picture with one name: its parts have none.
  svg.setAttribute('role', 'img')
  for (const part of svg.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label')
  return svg
}

/** Ranges by source over time. A click on a mark chooses its figure in the table, where its words are. */
export function Chart({
  of,
  chosen,
  choose,
}: {
  readonly of: Series
  readonly chosen: string | undefined
  readonly choose: (record: string) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const layout = useMemo(() => (width > 0 ? layChart(of.figures, width) : null), [of, width])
  const name = [of.of?.name, measureWords(of).toLowerCase()].filter(Boolean).join(', ')
  useEffect(() => {
    if (layout) box.current?.replaceChildren(draw(layout, width, name, chosen))
  }, [layout, width, name, chosen])
  const onClick = (event: React.MouseEvent): void => {
    if (!layout || !box.current) return
    const { left, top } = box.current.getBoundingClientRect()
    const far = ({ x, y }: Spot): number => Math.hypot(x - (event.clientX - left), y - (event.clientY - top))
    const [nearest] = [...layout.spots].sort((a, b) => far(a) - far(b))
    if (nearest && far(nearest) <= NEAR) choose(nearest.figure.record)
  }
  // biome-ignore lint/a11y/noStaticElementInteractions: the table below is the same by keyboard
  // biome-ignore lint/a11y/useKeyWithClickEvents: the table below is the same by keyboard
  return <div ref={box} className="min-h-[280px] cursor-default" onClick={onClick} />
}
