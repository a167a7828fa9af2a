import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Web } from '../../../../src/6-answer/index.ts'
import { useKeys } from '../../shell/keys.tsx'
import { browserMeasure, layOut, type Placed } from './layout.ts'
import { EdgeMark, NodeBox } from './marks.tsx'
import { reach } from './web.ts'

/** Words are measured again once their fonts are here. */
function useFonts(): number {
  const [loaded, setLoaded] = useState(0)
  useEffect(() => {
    let live = true
    void document.fonts.ready.then(() => live && setLoaded(1))
    return () => {
      live = false
    }
  }, [])
  return loaded
}

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/** Left and right go along an edge, up and down to the nearest box in that direction. */
function neighbour(placed: Placed, id: string, arrow: Arrow): string | null {
  const at = placed.nodes.find((one) => one.node.id === id)
  if (!at) return null
  const along = (from: 'from' | 'to', to: 'from' | 'to'): readonly string[] =>
    placed.edges.filter(({ edge }) => edge[from] === id).map(({ edge }) => edge[to])
  const near =
    arrow === 'ArrowLeft' || arrow === 'ArrowRight'
      ? placed.nodes.filter((one) =>
          (arrow === 'ArrowRight' ? along('from', 'to') : along('to', 'from')).includes(one.node.id),
        )
      : placed.nodes.filter((one) => (arrow === 'ArrowDown' ? one.y > at.y : one.y < at.y))
  const far = (one: (typeof near)[number]): number => Math.abs(one.y - at.y) + Math.abs(one.x - at.x)
  return [...near].sort((a, b) => far(a) - far(b))[0]?.node.id ?? null
}

/** Fitted into a page, words are never smaller than this part of their size: what is wider is scrolled. */
const READABLE = 0.65

export interface PictureProps {
  readonly web: Web
  readonly chosen: string | undefined
  readonly choose: (id: string | undefined) => void
  /** 1: as large as it is drawn; null: fitted into the width. */
  readonly zoom: number | null
  readonly svg: React.RefObject<SVGSVGElement | null>
}

const ARROWS: readonly { readonly keys: Arrow; readonly does: string }[] = [
  { keys: 'ArrowLeft', does: 'To what it waits for' },
  { keys: 'ArrowRight', does: 'To what it opens' },
  { keys: 'ArrowUp', does: 'To the box above' },
  { keys: 'ArrowDown', does: 'To the box below' },
]

export function Picture({ web, chosen, choose, zoom, svg }: PictureProps) {
  const fonts = useFonts()
  // biome-ignore lint/correctness/useExhaustiveDependencies: text is as wide as its font, once that is loaded
  const placed = useMemo(() => layOut(web, browserMeasure()), [web, fonts])
  const [inside, setInside] = useState(false)
  const boxes = useRef<HTMLElement>(null)
  const lit = useMemo(
    () =>
      chosen === undefined
        ? null
        : new Set([chosen, ...reach(web, chosen, 'upstream'), ...reach(web, chosen, 'downstream')]),
    [web, chosen],
  )
  const walk = (arrow: Arrow): void => {
    const next = chosen === undefined ? null : neighbour(placed, chosen, arrow)
    if (next === null) return
    choose(next)
    boxes.current?.querySelector<SVGGElement>(`[data-node="${CSS.escape(next)}"]`)?.focus()
  }
  useKeys(
    'The picture',
    inside
      ? [
          ...ARROWS.map(({ keys, does }) => ({ keys, does, run: () => walk(keys) })),
          { keys: 'Escape', does: 'Choose nothing', run: () => choose(undefined) },
        ]
      : [],
  )
  const onKey = (event: KeyboardEvent, id: string): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose(id === chosen ? undefined : id)
  }
  const isLit = (id: string): boolean => lit === null || lit.has(id)
  const order = new Map(web.order.map((id, k) => [id, k]))
  return (
    <section
      ref={boxes}
      aria-label="The web as a picture"
      tabIndex={zoom === null ? undefined : 0}
      className="overflow-auto"
      onFocus={() => setInside(true)}
      onBlur={() => setInside(false)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a picture of buttons, no part of a form */}
      <svg
        ref={svg}
        role="group"
        aria-label={`${web.nodes.length} boxes from left to right, each after what it waits for`}
        viewBox={`0 0 ${placed.width} ${placed.height}`}
        width={placed.width * (zoom ?? 1)}
        height={zoom === null ? undefined : placed.height * zoom}
        style={zoom === null ? { minWidth: placed.width * READABLE } : undefined}
        className={zoom === null ? 'block h-auto max-w-full' : 'block max-w-none'}
      >
        {placed.edges.map((one) => (
          <EdgeMark key={one.key} of={one} lit={isLit(one.edge.from) && isLit(one.edge.to)} />
        ))}
        {[...placed.nodes]
          .sort((a, b) => order.get(a.node.id)! - order.get(b.node.id)!)
          .map((one) => (
            <NodeBox
              key={one.node.id}
              of={one}
              lit={isLit(one.node.id)}
              chosen={one.node.id === chosen}
              onChoose={() => choose(one.node.id === chosen ? undefined : one.node.id)}
              onFocus={() => choose(one.node.id)}
              onKey={(event) => onKey(event, one.node.id)}
            />
          ))}
      </svg>
    </section>
  )
}
