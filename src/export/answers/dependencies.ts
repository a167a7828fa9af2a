import type { Answer, Edge, Node, NodeState, Web } from '../../6-answer/index.ts'
import { oneLine } from '../describe.ts'
import { type Style, shorten } from '../paint.ts'
import { citations, entry, type Look, names, type Page, render, showStanding } from './layout.ts'

const STATES: Readonly<Record<NodeState, { readonly mark: string; readonly style: Style }>> = {
  fulfilled: { mark: '✓', style: 'green' },
  pending: { mark: '…', style: 'yellow' },
  blocked: { mark: '✗', style: 'red' },
  unknown: { mark: '?', style: 'dim' },
}

const VERBS: Readonly<Record<Edge['relation'], string>> = {
  requires: 'comes before',
  enables: 'opens the way to',
  obstructs: 'stands in the way of',
  causes: 'leads to',
  answers: 'is answered by',
  aims: 'is done in order to',
}

function edges(web: Web, node: Node, numbers: ReadonlyMap<string, number>, page: Page): string[] {
  return web.edges
    .filter((e) => e.from === node.id)
    .flatMap((e) => {
      const to = web.nodes.find((n) => n.id === e.to)!
      const denied = e.polarity === 'denied' ? 'not: ' : ''
      const line = `${denied}${VERBS[e.relation]} ${numbers.get(e.to)}. ${oneLine(to.text)}`
      return [...entry('', 'dim', line, [showStanding(e)], page), ...citations(e.citations, { ...page, citations: 1 })]
    })
}

/** The nodes in the order in which they must come, each with what hangs on it. */
function web(row: Web, page: Page): string[] {
  const numbers = new Map(row.order.map((id, i) => [id, i + 1]))
  return row.order.flatMap((id) => {
    const node = row.nodes.find((n) => n.id === id)!
    const { mark, style } = STATES[node.state]
    const circle = row.circular.includes(id) ? 'waits for itself: these conditions go round in a circle' : ''
    const because =
      node.shownBy && node.state !== 'unknown'
        ? node.shownBy.quotes
            .slice(0, 1)
            .map((q) => `${node.state}: “${shorten(oneLine(q.words), 160)}”, ${node.shownBy!.publisher ?? 'a report'}`)
        : []
    const title = entry(
      `${mark} ${node.state}`,
      style,
      `${numbers.get(id)}. ${oneLine(node.text)}`,
      [names(node.actors), ...because, circle],
      page,
    )
    return [...title, ...edges(row, node, numbers, page)]
  })
}

export const renderDependencies = (answer: Answer<Web>, look: Look = {}): string => render(answer, look, web)
