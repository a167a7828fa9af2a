import { useCallback, useMemo, useState } from 'react'
import { useResting } from '../../address/use-resting.ts'
import { DAY_MS } from '../../parts/days.ts'
import type { Placed } from './lanes.ts'

/** The time in sight, in milliseconds, and how it is changed. */
export interface Days {
  readonly from: number
  readonly to: number
  /** Larger than 1: more days. `at`: what stays where it is, from 0 (left) to 1 (right). */
  readonly zoom: (factor: number, at?: number) => void
  /** By a part of what is in sight; positive: to later days. */
  readonly move: (part: number) => void
  /** All days with a happening. */
  readonly fit: () => void
  readonly fitted: boolean
  /** Just these days, with some room around. */
  readonly show: (from: number, to: number) => void
}

type Span = readonly [from: number, to: number]

const FEWEST = 4 * DAY_MS
const TEXT = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/

/** Room at either side for a mark of several, on a narrow screen too; and a fortnight at least. */
function allOf(placed: readonly Placed[]): Span {
  const first = placed[0]?.at ?? Date.now()
  const last = placed.reduce((latest, one) => Math.max(latest, one.until), first)
  const room = Math.max(1.5 * DAY_MS, (last - first) / 20, (14 * DAY_MS - (last - first)) / 2)
  return [first - room, last + room]
}

const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
const write = ([from, to]: Span): string => `${dayAt(from)}..${dayAt(to - 1)}`

function read(text: string | undefined): Span | null {
  const found = TEXT.exec(text ?? '')
  if (!found) return null
  const [from, to] = [Date.parse(found[1]!), Date.parse(found[2]!) + DAY_MS]
  return to - from >= FEWEST - DAY_MS ? [from, to] : null
}

/** The days in sight stand in the address as `days=2025-05-20..2025-06-30`, both inclusive; absent: all. */
export function useDays(placed: readonly Placed[]): Days {
  const [text, setText] = useResting('days')
  // A gesture goes finer than by days: what it came to stands until the address says something else.
  const [live, setLive] = useState<{ readonly text: string; readonly span: Span } | null>(null)
  const all = useMemo(() => allOf(placed), [placed])
  const given = useMemo(() => read(text), [text])
  const [from, to] = live !== null && live.text === text ? live.span : (given ?? all)
  const set = useCallback(
    (nextFrom: number, nextTo: number) => {
      const widest = Math.max((all[1] - all[0]) * 1.5, FEWEST)
      const half = Math.min(Math.max(nextTo - nextFrom, FEWEST), widest) / 2
      const middle = Math.min(Math.max((nextFrom + nextTo) / 2, all[0]), all[1])
      const span: Span = [middle - half, middle + half]
      setLive({ text: write(span), span })
      setText(write(span))
    },
    [all, setText],
  )
  return {
    from,
    to,
    zoom: (factor, at = 0.5) => {
      const [middle, span] = [from + (to - from) * at, (to - from) * factor]
      set(middle - span * at, middle + span * (1 - at))
    },
    move: (part) => set(from + part * (to - from), to + part * (to - from)),
    fit: () => setText(undefined),
    fitted: text === undefined,
    show: (first, last) => {
      const room = Math.max(DAY_MS, (last - first) / 8)
      set(first - room, last + room)
    },
  }
}
