import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { RECORD_KINDS, type RecordKind } from '../../../../src/model/index.ts'
import { useMany, useOne } from '../../address/use-address.ts'
import { useKeys } from '../../shell/keys.tsx'
import { Byline } from './byline.tsx'
import type { Extras } from './card.tsx'
import { KindChips } from './kind-chips.tsx'
import { RecordList } from './list.tsx'
import { groupsOf, type Readable } from './readable.ts'
import { Sheet } from './sheet.tsx'
import { stationsOf, timeSpan } from './stations.ts'
import { MarkedText } from './text.tsx'
import { type Marked, Thread } from './thread.tsx'
import { useJoined, useLit } from './use-joined.ts'
import { useWide } from './use-wide.ts'

/** The record that the address names, and how to choose another; the same once more lets it go. */
function useChosen() {
  const [chosen, set] = useOne('record')
  const now = useRef(chosen)
  now.current = chosen
  const choose = useCallback((id: string) => set(id === now.current ? undefined : id), [set])
  return { chosen, choose, set }
}

/** Brings the chosen record's words and its card into sight, each where it is not. */
function useInSight(
  frame: React.RefObject<HTMLElement | null>,
  chosen: string | undefined,
  ready: boolean,
  wide: boolean,
): void {
  useEffect(() => {
    if (!chosen || !ready) return
    const id = CSS.escape(chosen)
    const words = frame.current?.querySelector(`[data-records~="${id}"]`)
    const card = frame.current?.querySelector(`[data-pane] [data-record="${id}"]`)
    card?.scrollIntoView({ block: 'nearest' })
    const { top, bottom } = words?.getBoundingClientRect() ?? { top: 200, bottom: 200 }
    // On a narrow screen the lower half is the chosen record's.
    const room = window.innerHeight * (wide ? 0.85 : 0.5)
    if (top < 150 || bottom > room) words?.scrollIntoView({ block: wide ? 'center' : 'start' })
  }, [frame, chosen, ready, wide])
}

/** The text of a report with its marks, and its records beside it: one lights the other. */
export function Panes({
  readable,
  extras = {},
  note,
  stale = false,
}: {
  readonly readable: Readable
  readonly extras?: Extras
  /** What stands over the records. */
  readonly note?: ReactNode
  readonly stale?: boolean
}) {
  const { reading, voice } = readable
  const [kinds, setKinds] = useMany<RecordKind>('kinds')
  const { chosen, choose, set } = useChosen()
  const [frame, box, text] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)]
  const wide = useWide()
  const shown = useMemo(
    () => (kinds.length === 0 ? reading.records : reading.records.filter(({ kind }) => kinds.includes(kind))),
    [reading, kinds],
  )
  const record = shown.find(({ id }) => id === chosen)
  const marked = useMemo(
    (): Marked | null =>
      record
        ? {
            kind: record.kind,
            stations: stationsOf(reading, voice, record),
            cues: record.cues,
            time: timeSpan(reading, record),
          }
        : null,
    [reading, voice, record],
  )
  const { hovered } = useJoined(frame, chosen, choose)
  const lit = useMemo(() => new Set(hovered), [hovered])
  const marks = useMemo(() => new Set([...hovered, ...(chosen ? [chosen] : [])]), [hovered, chosen])
  useLit(text, marks, shown)
  useInSight(frame, chosen, record !== undefined, wide)
  const order = useMemo(() => groupsOf(shown).flatMap(({ records }) => records.map(({ id }) => id)), [shown])
  const walk = (by: number): void => {
    const at = chosen === undefined ? -1 : order.indexOf(chosen)
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + by))]
    if (next === undefined) return
    set(next)
    const focus = (): void =>
      frame.current?.querySelector<HTMLElement>(`[data-choose="${CSS.escape(next)}"]`)?.focus({ preventScroll: true })
    requestAnimationFrame(() => requestAnimationFrame(focus))
  }
  useKeys('Records', [
    { keys: 'j', does: 'Next record', run: () => walk(1) },
    { keys: 'k', does: 'Record before', run: () => walk(-1) },
    { keys: 'Escape', does: 'Let the record go', run: () => set(undefined) },
  ])
  const present = RECORD_KINDS.filter((kind) => reading.records.some((r) => r.kind === kind))
  return (
    <div
      ref={frame}
      aria-busy={stale}
      className={`grid items-start gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] ${stale ? 'opacity-60' : ''}`}
    >
      <section aria-label="The text" className="min-w-0">
        <Byline reading={reading} voice={voice} stations={marked?.stations ?? null} />
        <div ref={box} className="relative max-w-[76ch] pt-3 pl-6">
          <MarkedText ref={text} reading={reading} shown={shown} />
          {marked && <Thread frame={box} text={text} marked={marked} />}
        </div>
      </section>
      <section
        aria-label="Its records"
        data-pane
        className="min-w-0 lg:sticky lg:top-[124px] lg:max-h-[calc(100dvh-132px)] lg:overflow-y-auto lg:pr-1"
      >
        {note}
        <KindChips records={reading.records} present={present} values={kinds} onChange={setKinds} />
        <RecordList {...{ readable, shown, lit, extras, choose }} chosen={wide ? chosen : undefined} />
        {reading.records.length === 0 && <p className="text-soft">Nothing in this text is a record.</p>}
      </section>
      {!wide && record && <Sheet {...{ record, readable, extras }} walk={walk} close={() => set(undefined)} />}
    </div>
  )
}
