import { type RefObject, useLayoutEffect, useState } from 'react'
import type { RecordKind, Span } from '../../../../src/model/index.ts'
import { kindColour } from '../../parts/kind.tsx'
import { arrowOn, type Box, waysOf } from './route.ts'
import type { Station } from './stations.ts'

interface Drawn {
  readonly ways: readonly string[]
  readonly arrows: readonly string[]
  readonly who: readonly Box[]
  readonly cues: readonly Box[]
  readonly time: readonly Box[]
  readonly width: number
  readonly height: number
}

/** The range of a stretch of the text inside the element that shows it. */
function rangeOf(element: HTMLElement, { start, end }: Span): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  let at = 0
  let begun = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = at + (node.nodeValue?.length ?? 0)
    if (!begun && start < after) {
      range.setStart(node, start - at)
      begun = true
    }
    if (begun && end <= after) {
      range.setEnd(node, end - at)
      return range
    }
    at = after
  }
  return null
}

/** The stretches of lines that a span covers, in pixels of the element's box. */
function boxesOf(element: HTMLElement, frame: DOMRect, span: Span | null): Box[] {
  const range = span && rangeOf(element, span)
  if (!range) return []
  return [...range.getClientRects()]
    .filter((rect) => rect.width > 1)
    .map((rect) => ({
      left: rect.left - frame.left,
      top: rect.top - frame.top + 1,
      width: rect.width,
      height: rect.height - 2,
    }))
}

function draw(frameOf: HTMLElement, text: HTMLElement, marked: Marked): Drawn {
  const frame = frameOf.getBoundingClientRect()
  const margin = text.getBoundingClientRect().left - frame.left
  const boxes = (span: Span | null): Box[] => boxesOf(text, frame, span)
  const stops = marked.stations.flatMap(({ span }) => boxes(span).slice(0, 1))
  const of = (kind: Station['kind']): Box[] =>
    marked.stations.flatMap((station) => (station.kind === kind ? boxes(station.span) : []))
  return {
    ways: waysOf(stops, margin),
    arrows: stops.map(arrowOn),
    who: of('who'),
    cues: [...of('cue'), ...marked.cues.flatMap(boxes)],
    time: boxes(marked.time),
    width: frame.width,
    height: frame.height,
  }
}

export interface Marked {
  readonly kind: RecordKind
  readonly stations: readonly Station[]
  readonly cues: readonly Span[]
  readonly time: Span | null
}

const ring = (box: Box, k: number, dashes?: string) => (
  <rect
    key={`${k} ${box.left} ${box.top}`}
    x={box.left - 1}
    y={box.top}
    width={box.width + 2}
    height={box.height}
    rx="4"
    strokeDasharray={dashes}
  />
)

/**
 * What one record stands on, drawn over the text: the way from the report through who tells it and by which word, to the
 * words. Whole rings: who; broken rings: words that decided; a dotted ring: the time. The strip above says the same in words.
 */
export function Thread({
  frame,
  text,
  marked,
}: {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly text: RefObject<HTMLDivElement | null>
  readonly marked: Marked
}) {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useLayoutEffect(() => {
    const [around, inside] = [frame.current, text.current]
    if (!around || !inside) return
    const again = (): void => setDrawn(draw(around, inside, marked))
    again()
    // Lines break anew when the width changes or a font arrives.
    const sizes = new ResizeObserver(again)
    sizes.observe(around)
    void document.fonts.ready.then(again)
    return () => sizes.disconnect()
  }, [frame, text, marked])
  if (!drawn) return null
  return (
    <svg
      aria-hidden="true"
      data-thread
      className={`pointer-events-none absolute inset-0 ${kindColour(marked.kind)}`}
      width={drawn.width}
      height={drawn.height}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {drawn.ways.map((way) => (
        <path key={way} d={way} strokeOpacity="0.85" />
      ))}
      {drawn.arrows.map((arrow) => (
        <path key={arrow} d={arrow} strokeLinejoin="round" strokeLinecap="round" />
      ))}
      {drawn.who.map((box, k) => ring(box, k))}
      {drawn.cues.map((box, k) => ring(box, k, '4 3'))}
      {drawn.time.map((box, k) => ring(box, k, '1 3'))}
    </svg>
  )
}
