import { type RefObject, useEffect, useRef } from 'react'

/** A point of the picture: both from 0 (left, top) to 1 (right, bottom). */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Moves {
  /** Larger than 1: farther away. `at` stays where it is. */
  readonly zoom: (factor: number, at: Point) => void
  /** By a part of what is in sight; positive: to the right, and down. */
  readonly move: (by: Point) => void
}

type Latest = { readonly current: Moves }

/** A pointer that went no farther than this many pixels has clicked. */
const CLICK = 4

const pointOf = (element: HTMLElement, { clientX, clientY }: MouseEvent): Point => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}

const apart = (a: Point, b: Point): number => Math.max(0.02, Math.hypot(a.x - b.x, a.y - b.y))

/** Wheel with Ctrl or ⌘, and the pinch of a touchpad, which comes as that, zoom; a wheel sideways moves. */
function onWheel(element: HTMLElement, moves: Latest, event: WheelEvent): void {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    const by = Math.max(-60, Math.min(60, event.deltaY))
    moves.current.zoom(Math.exp(by / 200), pointOf(element, event))
  } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault()
    moves.current.move({ x: event.deltaX / element.clientWidth, y: 0 })
  }
}

/** One pointer drags the picture along, two bring it nearer or farther. */
function followPointers(element: HTMLElement, moves: Latest, signal: AbortSignal): void {
  const pointers = new Map<number, Point>()
  let begun = { x: 0, y: 0 }
  let moved = false
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    if (pointers.size === 0) moved = false
    pointers.set(event.pointerId, pointOf(element, event))
    begun = { x: event.clientX, y: event.clientY }
  }
  const onMove = (event: PointerEvent): void => {
    const was = pointers.get(event.pointerId)
    if (was === undefined) return
    if (!moved && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < CLICK) return
    if (!moved) element.setPointerCapture(event.pointerId)
    moved = true
    const now = pointOf(element, event)
    const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
    pointers.set(event.pointerId, now)
    if (other === undefined) moves.current.move({ x: was.x - now.x, y: was.y - now.y })
    else {
      const between = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
      moves.current.zoom(apart(was, other) / apart(now, other), between)
    }
  }
  const onUp = (event: PointerEvent): void => void pointers.delete(event.pointerId)
  const onClick = (event: MouseEvent): void => {
    if (moved) event.stopPropagation()
    moved = false
  }
  element.addEventListener('pointerdown', onDown, { signal })
  element.addEventListener('pointermove', onMove, { signal })
  element.addEventListener('pointerup', onUp, { signal })
  element.addEventListener('pointercancel', onUp, { signal })
  element.addEventListener('click', onClick, { capture: true, signal })
}

/** Wheel, drag and pinch on a picture; the page still scrolls under a plain wheel. */
export function useGestures(picture: RefObject<HTMLElement | null>, moves: Moves): void {
  const latest = useRef(moves)
  latest.current = moves
  useEffect(() => {
    const element = picture.current
    if (!element) return
    const ended = new AbortController()
    const wheel = (event: WheelEvent): void => onWheel(element, latest, event)
    element.addEventListener('wheel', wheel, { passive: false, signal: ended.signal })
    followPointers(element, latest, ended.signal)
    return () => ended.abort()
  }, [picture])
}
