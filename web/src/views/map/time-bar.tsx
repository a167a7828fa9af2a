import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { PlaceOnMap } from '../../../../src/6-answer/index.ts'
import { useOne, useSetAddress } from '../../address/use-address.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { addDays, daysBetween, showSpan } from '../../parts/days.ts'
import { BackIcon, NextIcon, PauseIcon, PlayIcon } from '../../parts/icons.tsx'
import { plural } from '../../parts/words.ts'
import { useKeys } from '../../shell/keys.tsx'
import { type Bar, barsOf, type Span } from './time.ts'

const HEIGHT = 56
/** A step of the player. */
const STEP_MS = 900
const LENGTHS = [
  { value: '1', label: 'A day' },
  { value: '7', label: 'A week' },
  { value: '30', label: '30 days' },
] as const

interface BarsProps {
  readonly bars: readonly Bar[]
  readonly width: number
  readonly span: Partial<Span>
  readonly choose: (span: Span) => void
}

/** How many on which days; dragging over them chooses days. The fields Since and Until do the same. */
function Bars({ bars, width, span: { since, until }, choose }: BarsProps) {
  const [drawn, setDrawn] = useState<readonly [number, number] | null>(null)
  const most = Math.max(...bars.map(({ count }) => count))
  const each = width / bars.length
  const at = (event: PointerEvent<SVGSVGElement>): number => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    return Math.max(0, Math.min(bars.length - 1, Math.floor(x / each)))
  }
  const [low, high] = drawn ? [Math.min(...drawn), Math.max(...drawn)] : [-1, -1]
  const isOn = (bar: Bar, k: number): boolean =>
    drawn ? k >= low && k <= high : (!since || bar.until >= since) && (!until || bar.since <= until)
  return (
    <svg
      role="img"
      aria-label={`Happenings by day, ${showSpan(bars[0]!.since, bars.at(-1)!.until)}`}
      width={width}
      height={HEIGHT}
      className="block cursor-col-resize touch-pan-y border-b border-line-strong"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrawn([at(event), at(event)])
      }}
      onPointerMove={(event) => drawn && setDrawn([drawn[0], at(event)])}
      onPointerCancel={() => setDrawn(null)}
      onPointerUp={() => {
        if (drawn) choose({ since: bars[low]!.since, until: bars[high]!.until })
        setDrawn(null)
      }}
    >
      {bars.map((bar, k) => (
        <g key={bar.since} opacity={isOn(bar, k) ? 1 : 0.3}>
          <rect
            x={k * each}
            width={each}
            height={HEIGHT}
            fill={(drawn || since || until) && isOn(bar, k) ? 'var(--accent-soft)' : 'transparent'}
          />
          {bar.count > 0 && (
            <rect
              x={k * each + Math.min(1, each / 4)}
              width={Math.max(1.5, Math.min(12, each - 2))}
              y={HEIGHT - 4 - (bar.count / most) * (HEIGHT - 12)}
              height={4 + (bar.count / most) * (HEIGHT - 12)}
              fill="var(--event)"
            />
          )}
        </g>
      ))}
    </svg>
  )
}

/** The next days of the same length, or the first ones. */
function stepFrom(all: Span, span: Partial<Span>, days: number, by: number): Span {
  if (!span.since && !span.until) {
    const since = by > 0 ? all.since : addDays(all.until, 1 - days)
    return { since, until: addDays(since, days - 1) }
  }
  const since = span.since ?? all.since
  const length = Math.max(1, daysBetween(since, span.until ?? all.until) + 1)
  const next = addDays(since, by * length)
  return { since: next, until: addDays(next, length - 1) }
}

function usePlayer(step: (by: number) => void, atEnd: boolean) {
  const [playing, setPlaying] = useState(false)
  const latest = useRef(step)
  latest.current = step
  useEffect(() => {
    if (!playing) return
    if (atEnd) return setPlaying(false)
    const timer = setInterval(() => latest.current(1), STEP_MS)
    return () => clearInterval(timer)
  }, [playing, atEnd])
  return [playing, setPlaying] as const
}

/** Chooses the days of the map: over the bars, step by step, or by itself. */
export function TimeBar({
  places,
  width,
  shown,
}: {
  readonly places: readonly PlaceOnMap[]
  readonly width: number
  readonly shown: number
}) {
  const [since] = useOne('since')
  const [until] = useOne('until')
  const [length = '7', setLength] = useOne<(typeof LENGTHS)[number]['value']>('step')
  const set = useSetAddress()
  const bars = useMemo(() => barsOf(places, Math.max(20, Math.floor(width / 5))), [places, width])
  const [first, last] = [bars[0], bars.at(-1)]
  const all = { since: first?.since ?? '', until: last?.until ?? '' }
  const span = { ...(since ? { since } : {}), ...(until ? { until } : {}) }
  const choose = (next: Span): void => set({ since: next.since, until: next.until })
  const step = (by: number): void => choose(stepFrom(all, span, Number(length), by))
  const atEnd = until !== undefined && until >= all.until
  const [playing, setPlaying] = usePlayer(step, atEnd)
  const play = (): void => {
    // What has come to its end begins anew; what was not begun starts with the first days.
    if (!playing && (atEnd || (!since && !until))) choose(stepFrom(all, {}, Number(length), 1))
    setPlaying(!playing)
  }
  useKeys('Days of the map', [
    { keys: 'p', does: 'Play, or stop', run: play },
    { keys: ',', does: 'Days before', run: () => step(-1) },
    { keys: '.', does: 'Days after', run: () => step(1) },
  ])
  if (!first || !last) return null
  const days = showSpan(since ?? all.since, until ?? all.until)
  return (
    <section aria-label="Days of the map" className="mt-3">
      <div className="mb-2 flex flex-wrap items-center gap-1">
        <IconButton look="plain" label={playing ? 'Stop' : 'Play the days one after the other'} onClick={play}>
          {playing ? <PauseIcon /> : <PlayIcon />}
        </IconButton>
        <IconButton
          look="plain"
          label="Days before"
          onClick={() => step(-1)}
          disabled={since !== undefined && since <= all.since}
        >
          <BackIcon />
        </IconButton>
        <IconButton look="plain" label="Days after" onClick={() => step(1)} disabled={atEnd}>
          <NextIcon />
        </IconButton>
        <Choice
          label="Days of a step"
          options={LENGTHS}
          value={length}
          onChange={(next) => {
            set({ since: undefined, until: undefined })
            setLength(next === '7' ? undefined : next)
          }}
        />
        <Button disabled={!since && !until} onClick={() => set({ since: undefined, until: undefined })}>
          All days
        </Button>
        <output className="ml-auto text-s">
          {plural(shown, 'happening')}, {days}
        </output>
      </div>
      <Bars bars={bars} width={width} span={span} choose={choose} />
    </section>
  )
}
