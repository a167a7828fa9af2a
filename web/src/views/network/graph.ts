import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { Named } from '../../../../src/6-answer/index.ts'
import { pairsOf, type Tie, type Tone } from './ties.ts'

export interface NodeLooks {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly label: string
}

export interface EdgeLooks {
  readonly tone: Tone
  readonly size: number
  readonly label: string
  readonly type: string
  /** The ties that lie on this line. */
  readonly ties: readonly string[]
}

export type Net = Graph<NodeLooks, EdgeLooks>

interface Line {
  readonly from: Named
  readonly to: Named
  bothWays: boolean
  readonly ties: Tie[]
}

/** All ties of two are one line, whichever of them it goes out from. */
function linesOf(ties: readonly Tie[]): Line[] {
  const lines = new Map<string, Line>()
  for (const tie of ties)
    for (const { from, to, joint } of pairsOf(tie)) {
      const key = [from.id, to.id].sort().join(' ')
      const line = lines.get(key) ?? { from, to, bothWays: joint, ties: [] }
      if (joint || line.from.id !== from.id) line.bothWays = true
      line.ties.push(tie)
      lines.set(key, line)
    }
  return [...lines.values()]
}

/** Friends or foes where all that says something of it says the same. */
function toneOf(ties: readonly Tie[]): Tone {
  const tones = new Set(ties.map(({ tone }) => tone).filter((tone) => tone !== 'plain'))
  return tones.size === 1 ? [...tones][0]! : 'plain'
}

/** "Assault ×3, Reject": the most frequent first, two at most. */
function labelOf(ties: readonly Tie[]): string {
  const counts = new Map<string, number>()
  for (const { what, polarity } of ties) {
    const word = polarity === 'denied' ? `${what} (denied)` : what
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words = [...counts].sort((a, b) => b[1] - a[1]).map(([word, count]) => (count > 1 ? `${word} ×${count}` : word))
  return words.length > 2 ? `${words.slice(0, 2).join(', ')} …` : words.join(', ')
}

const ITERATIONS = 400
/** A sum of steps over all nodes, so that a large network does not hold up the page. */
const MOST_STEPS = 400_000

/** The network of ties, laid out; the same ties always give the same picture. */
export function netOf(ties: readonly Tie[]): Net {
  const net: Net = new Graph({ type: 'undirected', multi: false })
  const lines = linesOf(ties)
  const reports = new Map<string, number>()
  const names = new Map<string, string>()
  for (const { from, to, ties: those } of lines)
    for (const { id, name } of [from, to]) {
      names.set(id, name)
      reports.set(
        id,
        those.reduce((sum, { support }) => sum + support.reports, reports.get(id) ?? 0),
      )
    }
  // Started on a circle in the order of their names: the layout has no chance in it.
  const ids = [...names.keys()].sort((a, b) =>
    names.get(a)! < names.get(b)! ? -1 : names.get(a) === names.get(b) ? (a < b ? -1 : 1) : 1,
  )
  for (const [k, id] of ids.entries()) {
    const angle = (2 * Math.PI * k) / ids.length
    const size = 4 + Math.min(12, Math.sqrt(reports.get(id)!) * 1.6)
    net.addNode(id, { x: Math.cos(angle) * 10, y: Math.sin(angle) * 10, size, label: names.get(id)! })
  }
  for (const { from, to, bothWays, ties: those } of lines) {
    const tone = toneOf(those)
    net.addEdgeWithKey(`${from.id} ${to.id}`, from.id, to.id, {
      tone,
      size: 2.5 + Math.min(4, Math.sqrt(those.length) - 1),
      label: labelOf(those),
      type: `${tone === 'hostile' ? 'dashed' : 'line'}${bothWays ? '' : 'Arrow'}`,
      ties: those.map(({ id }) => id),
    })
  }
  if (net.order > 1)
    forceAtlas2.assign(net, {
      iterations: Math.max(30, Math.min(ITERATIONS, Math.floor(MOST_STEPS / net.order))),
      // Gravity that grows with the distance holds those who know nobody else near the others.
      settings: {
        gravity: 0.4,
        strongGravityMode: true,
        scalingRatio: 30,
        slowDown: 4,
        barnesHutOptimize: net.order > 400,
      },
    })
  return net
}
