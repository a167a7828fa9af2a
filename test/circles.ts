/**
 * The circles of a graph, as sets of the nodes from which one comes back to the same node: Tarjan's strongly connected
 * components of more than one node. Of each circle the nodes in order; edges to unknown nodes count for nothing.
 */
export function circlesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const close = (node: string): void => {
    const circle = open.splice(open.indexOf(node))
    for (const one of circle) lowest.set(one, Number.POSITIVE_INFINITY)
    if (circle.length > 1) circles.push(circle.sort())
  }
  const visit = (node: string): number => {
    order.set(node, order.size)
    open.push(node)
    let low = order.get(node)!
    lowest.set(node, low)
    for (const next of edges.get(node) ?? []) if (edges.has(next)) low = Math.min(low, lowest.get(next) ?? visit(next))
    lowest.set(node, low)
    if (low === order.get(node)) close(node)
    return low
  }
  for (const node of edges.keys()) if (!order.has(node)) visit(node)
  return circles
}
