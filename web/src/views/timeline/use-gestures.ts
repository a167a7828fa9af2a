import { type RefObject, useEffect, useRef } from 'react'
import type { Days } from './use-days.ts'

/** A pointer that went no farther than this many pixels has clicked. */
const CLICK = 4

type Latest = { readonly current: Days }

const partOf = (element: HTMLElement, clientX: number): number => {
  const { left, width } = element.getBoundingClientRect()
  return (clientX - left) / width
}

/** Wheel with Ctrl or ⌘, and the pinch of a touchpad, which comes as that, zoom; a wheel sideways moves. */
function onWheel(element: HTMLElement, days: Latest, event: WheelEvent): void {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    const by = Math.max(-60, Math.min(60, event.deltaY))
    days.current.zoom(Math.exp(by / 200), partOf(element, event.clientX))
  } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault()
    days.current.move(event.deltaX / element.clientWidth)
  }
}

/** One pointer drags the days along, two bring them together or apart. */
function followPointers(element: HTMLElement, days: Latest, signal: AbortSignal): void {
  const pointers = new Map<number, number>()
  let begun = 0
  let moved = false
  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    if (pointers.size === 0) moved = false
    pointers.set(event.pointerId, partOf(element, event.clientX))
    begun = event.clientX
  }
  const onMove = (event: PointerEvent): void => {
    const was = pointers.get(event.pointerId)
    if (was === undefined || (!moved && Math.abs(event.clientX - begun) < CLICK)) return
    if (!moved) element.setPointerCapture(event.pointerId)
    moved = true
    const now = partOf(element, event.clientX)
    const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
    pointers.set(event.pointerId, now)
    if (other === undefined) days.current.move(was - now)
    else days.current.zoom(Math.abs(was - other) / Math.max(0.02, Math.abs(now - other)), (now + other) / 2)
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

export function useGestures(picture: RefObject<HTMLElement | null>, days: Days): void {
  const latest = useRef(days)
  latest.current = days
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
