import type { Edge, Node, Web } from '../../../../src/6-answer/index.ts'
import type { DependencyRelation } from '../../../../src/model/index.ts'
import { STATES, standingWords } from '../../parts/words.ts'

/** What an edge says, read from what comes first to what follows. */
export const RELATIONS: Readonly<Record<DependencyRelation, string>> = {
  requires: 'is needed for',
  enables: 'opens the way to',
  obstructs: 'stands in the way of',
  causes: 'leads to',
  answers: 'is answered by',
  aims: 'is done in order to',
}

/** A state is a mark and a word, never a colour alone. */
export const MARKS: Readonly<Record<Node['state'], string>> = {
  fulfilled: '✓',
  pending: '…',
  blocked: '✗',
  unknown: '?',
}
export const STATE_COLOURS: Readonly<Record<Node['state'], string>> = {
  fulfilled: 'text-good',
  pending: 'text-wait',
  blocked: 'text-stop',
  unknown: 'text-soft',
}
export const stateWords = (state: Node['state']): string => STATES[state]

/** "is needed for (denied, probable)": planned is told by the dashes of the line as well. */
export function relationWords(edge: Edge): string {
  const standing = standingWords(edge)
  return standing.length === 0 ? RELATIONS[edge.relation] : `${RELATIONS[edge.relation]} (${standing.join(', ')})`
}

export const isFirm = ({ realis, polarity }: Edge): boolean => realis === 'actual' && polarity === 'affirmed'

/** Whether a node's text stands so in a report; else it is a name of the ledger. */
export const isQuoted = ({ id, text }: Node, { edges }: Web): boolean =>
  edges
    .filter((edge) => edge.from === id || edge.to === id)
    .some((edge) => edge.citations.some((cited) => cited.quotes.some((quote) => quote.words.includes(text))))

/** All that a node waits for, or all that it opens, however many steps away. */
export function reach(web: Web, id: string, way: 'upstream' | 'downstream'): ReadonlySet<string> {
  const [here, there] = way === 'upstream' ? (['to', 'from'] as const) : (['from', 'to'] as const)
  const found = new Set<string>()
  const open = [id]
  while (open.length > 0) {
    const at = open.pop()
    for (const edge of web.edges)
      if (edge[here] === at && !found.has(edge[there]) && edge[there] !== id) {
        found.add(edge[there])
        open.push(edge[there])
      }
  }
  return found
}

/** The node on which most hangs: a web is called by it. */
export function middleOf({ nodes, edges }: Web): Node {
  const count = ({ id }: Node): number => edges.filter((edge) => edge.from === id || edge.to === id).length
  return nodes.reduce((most, node) => (count(node) > count(most) ? node : most))
}

export const isSingle = ({ edges }: Web): boolean => edges.length === 1
