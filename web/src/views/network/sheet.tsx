import { useEffect, useRef, useState } from 'react'
import Sigma from 'sigma'
import { useIsDark } from '../../shell/theme.ts'
import { drawNames, type NamesLook } from './draw-names.ts'
import type { EdgeLooks, Net, NodeLooks } from './graph.ts'
import { LINES } from './lines.ts'

interface Ink {
  readonly ink: string
  readonly soft: string
  readonly line: string
  readonly strong: string
  readonly paper: string
  readonly raised: string
  readonly accent: string
  readonly friendly: string
  readonly hostile: string
}

/** WebGL takes colours as numbers: the tokens as they are now. */
function inkNow(): Ink {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: of('ink'),
    soft: of('soft'),
    line: of('line'),
    strong: of('line-strong'),
    paper: of('paper'),
    raised: of('raised'),
    accent: of('accent'),
    friendly: of('good'),
    hostile: of('stop'),
  }
}

/** Asked before sigma is: it would complain on the console. */
export function hasWebGl(): boolean {
  try {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}

interface Lit {
  /** The actor under the pointer, else the chosen one. */
  readonly actor: string | undefined
  /** The tie of the row that is chosen. */
  readonly tie: string | undefined
}

/** Who and what is lit; null: everything. */
function litOf(net: Net, { actor, tie }: Lit): { readonly nodes: Set<string>; readonly edges: Set<string> } | null {
  if (actor !== undefined && net.hasNode(actor))
    return { nodes: new Set([actor, ...net.neighbors(actor)]), edges: new Set(net.edges(actor)) }
  const edges = tie === undefined ? [] : net.filterEdges((_, { ties }) => ties.includes(tie))
  return edges.length > 0
    ? { nodes: new Set(edges.flatMap((edge) => net.extremities(edge))), edges: new Set(edges) }
    : null
}

type Picture = Sigma<NodeLooks, EdgeLooks>

/** Gives what belongs to the names. */
function dress(picture: Picture, net: Net, lit: Lit): Omit<NamesLook, 'pointed'> {
  const ink = inkNow()
  const seen = litOf(net, lit)
  picture.setSetting('edgeLabelColor', { color: ink.soft })
  picture.setSetting('nodeReducer', (id, looks) => {
    const on = seen === null || seen.nodes.has(id)
    const chosen = id === lit.actor
    return {
      ...looks,
      color: !on ? ink.line : chosen ? ink.accent : ink.ink,
      zIndex: on ? 1 : 0,
    }
  })
  picture.setSetting('edgeReducer', (id, looks) => {
    const on = seen === null || seen.edges.has(id)
    const color = looks.tone === 'plain' ? ink.strong : ink[looks.tone]
    return {
      ...looks,
      color: on ? color : ink.line,
      label: seen !== null && on ? looks.label : '',
      forceLabel: on && seen !== null,
      zIndex: on ? 1 : 0,
    }
  })
  picture.setSetting('defaultDrawNodeHover', (context, data) => {
    context.font = '600 13px Inter, sans-serif'
    const width = context.measureText(data.label ?? '').width
    context.fillStyle = ink.raised
    context.strokeStyle = ink.strong
    context.beginPath()
    context.roundRect(data.x - data.size - 4, data.y - 14, data.size * 2 + width + 20, 28, 4)
    context.fill()
    context.stroke()
    context.fillStyle = ink.ink
    context.fillText(data.label ?? '', data.x + data.size + 4, data.y + 5)
  })
  return { of: seen?.nodes ?? null, chosen: lit.actor, ink: ink.ink, accent: ink.accent, paper: ink.paper }
}

export interface SheetProps {
  readonly net: Net
  readonly actor: string | undefined
  readonly tie: string | undefined
  readonly choose: (actor: string | undefined) => void
  readonly open: (actor: string) => void
  readonly failed: () => void
  /** Told how the camera is moved, for keys and buttons. */
  readonly camera: (camera: { zoom: (factor: number) => void; fit: () => void } | null) => void
}

/** The picture of the network. What it shows stands in the list too. */
export function Sheet({ net, actor, tie, choose, open, failed, camera }: SheetProps) {
  const frame = useRef<HTMLDivElement>(null)
  const picture = useRef<Picture>(null)
  const names = useRef<NamesLook>(null)
  const dark = useIsDark()
  const [pointed, setPointed] = useState<string>()
  const latest = useRef({ choose, open, failed, camera })
  latest.current = { choose, open, failed, camera }
  useEffect(() => {
    if (!frame.current) return
    let sigma: Picture
    try {
      sigma = new Sigma<NodeLooks, EdgeLooks>(net, frame.current, {
        edgeProgramClasses: LINES,
        defaultEdgeType: 'line',
        renderEdgeLabels: true,
        // Names are placed by their rank, and none on another: see drawNames.
        renderLabels: false,
        edgeLabelFont: 'Inter, sans-serif',
        edgeLabelSize: 12,
        stagePadding: 48,
        zIndex: true,
        allowInvalidContainer: true,
      })
    } catch {
      latest.current.failed()
      return
    }
    picture.current = sigma
    sigma.on('afterRender', () => names.current && drawNames(sigma, names.current))
    sigma.on('enterNode', ({ node }) => setPointed(node))
    sigma.on('leaveNode', () => setPointed(undefined))
    sigma.on('clickNode', ({ node }) => latest.current.choose(node))
    sigma.on('clickStage', () => latest.current.choose(undefined))
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault()
      latest.current.open(node)
    })
    const { camera: moves } = { camera: sigma.getCamera() }
    latest.current.camera({
      zoom: (factor) => moves.setState({ ratio: moves.getBoundedRatio(moves.ratio * factor) }),
      fit: () => moves.setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    })
    return () => {
      latest.current.camera(null)
      picture.current = null
      sigma.kill()
    }
  }, [net])
  // The page scrolls under the wheel; with Ctrl or ⌘ the picture zooms.
  useEffect(() => {
    const element = frame.current
    const pass = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    }
    element?.addEventListener('wheel', pass, { capture: true })
    return () => element?.removeEventListener('wheel', pass, { capture: true })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `dark` stands for the tokens, which are read anew
  useEffect(() => {
    if (!picture.current) return
    names.current = { ...dress(picture.current, net, { actor: pointed ?? actor, tie }), pointed }
    picture.current.refresh({ skipIndexation: true })
  }, [net, actor, tie, pointed, dark])
  return (
    <div
      ref={frame}
      role="img"
      aria-label={`Network of ${net.order} actors; the list holds the same`}
      className="size-full"
    />
  )
}
