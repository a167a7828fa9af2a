import dagre from '@dagrejs/dagre'
import type { Edge, Node, Web } from '../../../../src/6-answer/index.ts'
import { isQuoted, relationWords } from './web.ts'

export const NODE_WIDTH = 248
export const PADDING = 12
export const LINE = 22
export const SMALL_LINE = 18
export const WORDS_FONT = "15px 'Source Serif 4', Georgia, serif"
export const NAME_FONT = '600 15px Inter, system-ui, sans-serif'
export const SMALL_FONT = '12px Inter, system-ui, sans-serif'

export interface PlacedNode {
  readonly node: Node
  readonly quoted: boolean
  readonly lines: readonly string[]
  readonly who: string
  /** Of the upper left corner. */
  readonly x: number
  readonly y: number
  readonly height: number
}

export type Points = readonly { readonly x: number; readonly y: number }[]

export interface PlacedEdge {
  readonly edge: Edge
  readonly key: string
  readonly points: Points
  readonly label: { readonly x: number; readonly y: number; readonly width: number; readonly lines: readonly string[] }
}

export interface Placed {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  readonly width: number
  readonly height: number
}

export type Measure = (text: string, font: string) => number

/** Widths of text as the browser draws them. */
export function browserMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')
  return (text, font) => {
    if (!context) return text.length * 8
    context.font = font
    return context.measureText(text).width
  }
}

/** Lines of at most that width; a word that is wider stands alone. */
export function wrap(text: string, font: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.replace(/\s+/gu, ' ').trim().split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer, font) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function shorten(text: string, font: string, width: number, measure: Measure): string {
  if (measure(text, font) <= width) return text
  let end = text.length
  while (end > 1 && measure(`${text.slice(0, end)} …`, font) > width) end--
  return `${text.slice(0, end).trimEnd()} …`
}

const LABEL_WIDTH = 116

/** A line comes level into its label and level out of it. */
function aroundLabel(points: Points, x: number, y: number, width: number): Points {
  const way = Math.sign((points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0)) || 1
  const [enter, leave] = [x - (way * width) / 2, x + (way * width) / 2]
  return [
    ...points.filter((point) => (enter - point.x) * way > 0),
    { x: enter, y },
    { x: leave, y },
    ...points.filter((point) => (point.x - leave) * way > 0),
  ]
}

/** A web from left to right: what comes first at the left. */
export function layOut(web: Web, measure: Measure): Placed {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 28, ranksep: 56, edgesep: 16, marginx: 4, marginy: 4 })
  const inner = NODE_WIDTH - 2 * PADDING
  const drafts = web.nodes.map((node) => {
    const quoted = isQuoted(node, web)
    const font = quoted ? WORDS_FONT : NAME_FONT
    const lines = wrap(quoted ? `“${node.text}”` : node.text, font, inner, measure)
    const names = [...new Set(node.actors.map((actor) => actor.name))]
    const who = shorten(names.join(', '), SMALL_FONT, inner, measure)
    const height = 2 * PADDING + SMALL_LINE + lines.length * LINE + (who ? SMALL_LINE + 4 : 0)
    graph.setNode(node.id, { width: NODE_WIDTH, height })
    return { node, quoted, lines, who, height }
  })
  const labels = web.edges.map((edge, k) => {
    const lines = wrap(relationWords(edge), SMALL_FONT, LABEL_WIDTH, measure)
    const width = Math.max(...lines.map((line) => measure(line, SMALL_FONT))) + 12
    const key = String(k)
    const size = { width, height: lines.length * SMALL_LINE + 4, labelpos: 'c' }
    graph.setEdge(edge.from, edge.to, size, key)
    return { edge, key, lines, width }
  })
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width,
    height,
    nodes: drafts.map((draft) => {
      const { x, y } = graph.node(draft.node.id) as { x: number; y: number }
      return { ...draft, x: x - NODE_WIDTH / 2, y: y - draft.height / 2 }
    }),
    edges: labels.map(({ edge, key, lines, width: wide }) => {
      const { points, x, y } = graph.edge(edge.from, edge.to, key) as {
        points: { x: number; y: number }[]
        x: number
        y: number
      }
      return { edge, key, points: aroundLabel(points, x, y, wide), label: { x, y, width: wide, lines } }
    }),
  }
}

/** A smooth line through all points, level at each of them. */
export function pathOf([first, ...rest]: Points): string {
  if (!first) return ''
  let [path, at] = [`M${round(first.x)} ${round(first.y)}`, first]
  for (const next of rest) {
    const half = (next.x - at.x) / 2
    path += `C${round(at.x + half)} ${round(at.y)} ${round(next.x - half)} ${round(next.y)} ${round(next.x)} ${round(next.y)}`
    at = next
  }
  return path
}

const round = (n: number): number => Math.round(n * 10) / 10
