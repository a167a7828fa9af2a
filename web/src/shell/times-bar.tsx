import { useEffect, useId, useRef, useState } from 'react'
import { useSetAddress, useTimes } from '../address/use-address.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { addDays, daysBetween, showDay, showMoment } from '../parts/days.ts'
import { BackIcon, NextIcon } from '../parts/icons.tsx'
import { useKeys } from './keys.tsx'
import { type Extent, useExtent } from './use-extent.ts'

/** Rows ask again when the slider rests for this long, not at every day it passes. */
const REST_MS = 120

interface TimeProps {
  readonly label: string
  readonly meaning: string
  readonly value: string | undefined
  readonly extent: Extent
  /** Days that are marked over the slider: of reports, of recordings. */
  readonly marks: readonly string[]
  readonly set: (value: string | undefined) => void
}

function Marks({
  days,
  first,
  span,
}: {
  readonly days: readonly string[]
  readonly first: string
  readonly span: number
}) {
  return (
    <svg
      aria-hidden="true"
      className="absolute inset-x-2 top-0 h-2 w-[calc(100%-16px)]"
      preserveAspectRatio="none"
      viewBox={`0 0 ${span} 8`}
    >
      {days.map((day) => (
        <path
          key={day}
          d={`M${daysBetween(first, day)} 2v6`}
          stroke="var(--line-strong)"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

/** The day that is chosen, to be typed over: on a long slider single days lie too close. */
function TypedDay({
  label,
  day,
  shown,
  extent,
  set,
}: {
  readonly label: string
  /** Undefined: now. */
  readonly day: string | undefined
  readonly shown: string
  readonly extent: Extent
  readonly set: (day: string | undefined) => void
}) {
  const [typing, setTyping] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const keep = (): void => {
    const typed = field.current?.value
    setTyping(false)
    if (typed && typed !== day) set(typed > extent.last ? undefined : typed < extent.first ? extent.first : typed)
  }
  if (!typing)
    return (
      <button
        type="button"
        aria-label={`${label} ${shown}: type a day`}
        title="Type a day"
        onClick={() => setTyping(true)}
        className="min-h-6 min-w-[92px] text-left text-s font-semibold whitespace-nowrap underline decoration-line-strong decoration-dotted underline-offset-4 hover:decoration-ink"
      >
        {shown}
      </button>
    )
  return (
    <input
      ref={field}
      type="date"
      // biome-ignore lint/a11y/noAutofocus: it was just asked for
      autoFocus
      aria-label={`${label}: a day`}
      defaultValue={day ?? ''}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        // What was typed is left as it was, also by the leaving that follows.
        event.currentTarget.value = ''
        setTyping(false)
      }}
      className="min-h-6 w-[124px] rounded-s border border-line-strong bg-paper px-1 text-s"
    />
  )
}

/** One of the two times: a day on a slider whose right end is now. */
function Time({ label, meaning, value, extent, marks, set }: TimeProps) {
  // The bar stands in the page twice where the window is narrow.
  const id = useId()
  const span = daysBetween(extent.first, extent.last) + 1
  const at = value === undefined ? span : Math.max(0, Math.min(span, daysBetween(extent.first, value)))
  const [held, setHeld] = useState(at)
  useEffect(() => setHeld(at), [at])
  useEffect(() => {
    if (held === at) return
    const timer = setTimeout(() => set(held >= span ? undefined : addDays(extent.first, held)), REST_MS)
    return () => clearTimeout(timer)
  }, [held, at, span, set, extent.first])
  const shown = held >= span ? 'now' : showDay(addDays(extent.first, held))
  const step = (by: number): void => setHeld(Math.max(0, Math.min(span, held + by)))
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <label htmlFor={id} className="shrink-0 text-s text-soft" title={meaning}>
        {label}
      </label>
      <TypedDay
        label={label}
        day={value?.slice(0, 10)}
        shown={value !== undefined && value.length > 10 && held === at ? showMoment(value) : shown}
        extent={extent}
        set={set}
      />
      <IconButton label={`${label}: a day earlier`} onClick={() => step(-1)} disabled={held <= 0}>
        <BackIcon />
      </IconButton>
      <span className="relative block min-w-0 flex-1 pt-1">
        <Marks days={marks} first={extent.first} span={span} />
        <input
          id={id}
          type="range"
          min={0}
          max={span}
          value={held}
          aria-valuetext={`${shown}: ${meaning}`}
          onChange={(event) => setHeld(Number(event.target.value))}
          className="time-slider block w-full"
        />
      </span>
      <IconButton label={`${label}: a day later`} onClick={() => step(1)} disabled={held >= span}>
        <NextIcon />
      </IconButton>
    </div>
  )
}

/** The bar that every view follows: what held on a day, as it was known on a day. */
export function TimesBar() {
  const { asOf, known } = useTimes()
  const set = useSetAddress()
  const extent = useExtent()
  const step = (name: 'asOf' | 'known', by: number): void => {
    if (!extent) return
    const next = addDays({ asOf, known }[name] ?? addDays(extent.last, 1), by)
    set({ [name]: next > extent.last ? undefined : next < extent.first ? extent.first : next })
  }
  useKeys('Both times', [
    { keys: '[', does: 'As of: a day earlier', run: () => step('asOf', -1) },
    { keys: ']', does: 'As of: a day later', run: () => step('asOf', 1) },
    { keys: '{', does: 'As known on: a day earlier', run: () => step('known', -1) },
    { keys: '}', does: 'As known on: a day later', run: () => step('known', 1) },
    { keys: '0', does: 'Both times: now', run: () => set({ asOf: undefined, known: undefined }) },
  ])
  if (!extent) return <div className="h-8" />
  const past = asOf !== undefined || known !== undefined
  return (
    <section aria-label="Both times" className="flex flex-col gap-x-6 gap-y-1 lg:flex-row lg:items-center">
      <Time
        label="As of"
        meaning="what held on that day"
        value={asOf}
        extent={extent}
        marks={extent.published}
        set={(day) => set({ asOf: day })}
      />
      <Time
        label="As known on"
        meaning="what the ledger knew at the end of that day"
        value={known}
        extent={extent}
        marks={extent.recorded}
        set={(day) => set({ known: day })}
      />
      <Button
        look={past ? 'primary' : 'quiet'}
        disabled={!past}
        onClick={() => set({ asOf: undefined, known: undefined })}
        className="self-start lg:self-auto"
      >
        Back to now
      </Button>
    </section>
  )
}

/** What the two times say, in a sentence; null: now. */
export function timesInWords({ asOf, known }: { readonly asOf?: string; readonly known?: string }): string | null {
  if (!asOf && !known) return null
  const held = asOf ? `what held on ${showDay(asOf)}` : 'all that is told'
  return known ? `${held}, as it was known on ${showMoment(known)}` : held
}
