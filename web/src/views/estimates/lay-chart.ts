import { scaleLinear, scaleUtc } from 'd3-scale'
import type { Figure } from '../../../../src/6-answer/index.ts'
import { addDays } from '../../parts/days.ts'
import { dayTicks, type Tick } from '../../parts/ticks.ts'
import { toldOn } from './figure-words.ts'

export const HEIGHT = 280
export const MARGIN = { top: 16, right: 24, bottom: 32, left: 64 } as const
const RADIUS = 6
const APART = 18
const LETTER = 6.8
const LINE = 18
/** Length of the arrow of an open end. */
export const ARROW = 26
const STEPS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

/** A figure in the picture, in pixels and in the units of the axes. */
export interface Spot {
  readonly figure: Figure
  /** Which source, counted in the order in which they first spoke. */
  readonly source: number
  readonly day: Date
  /** Where the mark stands: the middle of a range, the end that is told of an open one. */
  readonly value: number
  readonly x: number
  readonly y: number
}

export interface Label {
  readonly text: string
  /** Whether it begins or ends at `x`; `y` is its middle. */
  readonly anchor: 'start' | 'end'
  readonly x: number
  readonly y: number
}

export interface Layout {
  readonly days: readonly [Date, Date]
  readonly most: number
  readonly ticks: readonly Tick[]
  readonly spots: readonly Spot[]
  /** Labels in pixels; where there is no room, the shape must do. */
  readonly labels: readonly Label[]
  /** What a number of pixels is worth on the axis of numbers. */
  readonly perPixel: number
  readonly dayAt: (x: number) => Date
  readonly valueAt: (y: number) => number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const middle = ({ low, high }: Figure): number =>
  low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0)

export const sourcesOf = (figures: readonly Figure[]): readonly string[] => [...new Set(figures.map((f) => f.source))]

const around = (x: number, y: number, radius: number): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
})

/** What labels must not lie on: marks, the arrows of open ends, and the lines of revisions. */
function drawnBoxes(spots: readonly Spot[]): Box[] {
  const arrows = spots.flatMap(({ figure: { low, high }, x, y }) => {
    if (low !== null && high !== null) return []
    return [around(x, y + (low === null ? ARROW : -ARROW) / 2, ARROW / 2)]
  })
  const lines = spots.flatMap((later) =>
    spots
      .filter(({ figure }) => later.figure.revises.includes(figure.record))
      .flatMap((former) =>
        STEPS.map((k) => around(former.x + (later.x - former.x) * k, former.y + (later.y - former.y) * k, 3)),
      ),
  )
  return [...spots.map(({ x, y }) => around(x, y, RADIUS)), ...arrows, ...lines]
}

/** Beside its mark, else on its other side, over or under it; left out where it would lie on something. */
function placeLabels(spots: readonly Spot[], width: number): Label[] {
  const taken = drawnBoxes(spots)
  return spots.flatMap(({ x, y, figure }, k) => {
    const size = figure.source.length * LETTER
    const places = [
      { anchor: 'start' as const, x: x + RADIUS + 6, y },
      { anchor: 'end' as const, x: x - RADIUS - 6, y },
      { anchor: 'start' as const, x: x + RADIUS, y: y - LINE },
      { anchor: 'start' as const, x: x + RADIUS, y: y + LINE },
      { anchor: 'end' as const, x, y: y - LINE },
      { anchor: 'end' as const, x, y: y + LINE },
    ]
    for (const place of places) {
      const left = place.anchor === 'start' ? place.x : place.x - size
      const box = { left, right: left + size, top: place.y - LINE / 2, bottom: place.y + LINE / 2 }
      const inside =
        box.left >= MARGIN.left && box.right <= width && box.top >= 0 && box.bottom <= HEIGHT - MARGIN.bottom
      if (!inside || taken.some((other, j) => j !== k && touch(box, other))) continue
      taken.push(box)
      return [{ text: figure.source, ...place }]
    }
    return []
  })
}

/** Lays the figures of a series that have a day out over time; those of one day stand beside each other. */
export function layChart(figures: readonly Figure[], width: number): Layout | null {
  const told = figures.flatMap((figure) => {
    const day = toldOn(figure)
    return day === null || (figure.low === null && figure.high === null) ? [] : [{ figure, day: day.slice(0, 10) }]
  })
  const days = told.map(({ day }) => day).sort()
  if (days.length === 0) return null
  const domain: [Date, Date] = [new Date(addDays(days[0]!, -2)), new Date(addDays(days.at(-1)!, 2))]
  const numbers = told.flatMap(({ figure }) => [figure.low ?? 0, figure.high ?? 0])
  const most = Math.max(1, ...numbers) * 1.15
  const x = scaleUtc()
    .domain(domain)
    .range([MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)])
  const y = scaleLinear()
    .domain([0, most])
    .range([HEIGHT - MARGIN.bottom, MARGIN.top])
  const sources = sourcesOf(figures)
  const before = new Map<string, number>()
  const spots = told.map(({ figure, day }): Spot => {
    const nth = before.get(day) ?? 0
    before.set(day, nth + 1)
    const same = days.filter((other) => other === day).length
    const at = x(new Date(day)) + (nth - (same - 1) / 2) * APART
    const value = middle(figure)
    return { figure, source: sources.indexOf(figure.source), day: x.invert(at), value, x: at, y: y(value) }
  })
  return {
    days: domain,
    most,
    ticks: dayTicks(x, Math.max(2, Math.floor(width / 160))),
    spots,
    labels: placeLabels(spots, width),
    perPixel: most / (HEIGHT - MARGIN.bottom - MARGIN.top),
    dayAt: (pixels) => x.invert(pixels),
    valueAt: (pixels) => y.invert(pixels),
  }
}
