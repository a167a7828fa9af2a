import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  memo,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useKeys } from '../shell/keys.tsx'

export interface RowsProps<Row> {
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  readonly children: (row: Row, index: number) => ReactNode
  /** What the list holds, for those who hear it: "Happenings". */
  readonly name: string
  /** Rows of the whole list, where not all are here yet. */
  readonly total?: number
  readonly more?: (() => void) | null
  /** Likely height of a row, in pixels; of each, where they differ much. */
  readonly height?: number | ((row: Row) => number)
  /** Enter on the row that is chosen. */
  readonly open?: (row: Row) => void
  /** Told when another row is chosen by `j`, `k` or focus. */
  readonly choose?: (row: Row) => void
  /** The row that is chosen elsewhere, in a picture of the same rows. */
  readonly chosen?: string | undefined
  readonly handle?: Ref<RowsHandle>
}

export interface RowsHandle {
  /** Brings a row into sight and gives it the focus. */
  readonly show: (id: string) => void
}

interface ContentProps {
  readonly row: unknown
  readonly index: number
  readonly render: (row: never, index: number) => ReactNode
}

/** A row is drawn anew when it or the list changes, and not at each step of a scroll. */
const Content = memo(function Content({ row, index, render }: ContentProps) {
  return render(row as never, index)
})

/**
 * A list of any length: only what is seen is drawn. `j` and `k` walk it, Enter opens. The window is what scrolls, so that
 * the browser finds, prints and restores as everywhere.
 */
export function Rows<Row>({
  rows,
  idOf,
  children,
  name,
  total = rows.length,
  more = null,
  height = 112,
  open,
  choose,
  chosen,
  handle,
}: RowsProps<Row>) {
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(-1)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = (): void =>
      setTop(list.current ? Math.round(list.current.getBoundingClientRect().top + window.scrollY) : 0)
    measure()
    // What stands above the list may grow or shrink.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  const reading = useRef(idOf)
  reading.current = idOf
  // A new function would have every row of the list measured again at each step of a scroll.
  const getItemKey = useCallback((index: number) => reading.current(rows[index]!), [rows])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (typeof height === 'number' ? height : height(rows[index]!)),
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: 128,
    getItemKey,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (more && last >= rows.length - 10) more()
  }, [more, last, rows.length])
  // biome-ignore lint/correctness/useExhaustiveDependencies: how an id is read of a row does not change
  const chosenAt = useMemo(() => rows.findIndex((row) => idOf(row) === chosen), [rows, chosen])
  useEffect(() => {
    if (chosenAt >= 0) setAt(chosenAt)
  }, [chosenAt])
  const goTo = useCallback(
    (next: number, align: 'auto' | 'center') => {
      virtual.scrollToIndex(next, { align })
      const focus = (): void =>
        list.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true })
      requestAnimationFrame(() => requestAnimationFrame(focus))
    },
    [virtual],
  )
  const walk = (by: number): void => {
    if (rows.length === 0) return
    const next = Math.max(0, Math.min(rows.length - 1, at + by))
    setAt(next)
    choose?.(rows[next]!)
    goTo(next, 'auto')
  }
  useImperativeHandle(handle, () => ({
    show: (id) => {
      const index = rows.findIndex((row) => idOf(row) === id)
      if (index >= 0) goTo(index, 'center')
    },
  }))
  useKeys(name, [
    { keys: 'j', does: 'Next row', run: () => walk(1) },
    { keys: 'k', does: 'Row before', run: () => walk(-1) },
    ...(open ? [{ keys: 'o', does: 'Open the row', run: () => rows[at] && open(rows[at]) }] : []),
  ])
  return (
    <ul ref={list} aria-label={name} className="relative" style={{ height: virtual.getTotalSize() }}>
      {items.map(({ index, key, start }) => (
        <li
          key={key}
          data-index={index}
          ref={virtual.measureElement}
          tabIndex={-1}
          aria-setsize={total}
          aria-posinset={index + 1}
          aria-current={index === at || undefined}
          onFocus={() => {
            if (index === at) return
            setAt(index)
            choose?.(rows[index]!)
          }}
          style={{ transform: `translateY(${start - top}px)` }}
          className="absolute inset-x-0 top-0 border-b border-line py-4 outline-none before:absolute before:inset-y-0 before:-left-3 before:w-0.5 aria-[current]:before:bg-accent"
        >
          <Content row={rows[index]} index={index} render={children} />
        </li>
      ))}
    </ul>
  )
}
