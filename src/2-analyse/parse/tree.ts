/** Heads of a sentence: for each token the token that it hangs on, counted from 1; 0 is the root. */
export type Heads = Int32Array

/** A token on the way up from which one comes back to it, and the others of the ring; undefined where there is none. */
function findRing(heads: ArrayLike<number>): number[] | undefined {
  const seenFrom = new Int32Array(heads.length + 1)
  for (let token = 1; token <= heads.length; token++) {
    let at = token
    while (at !== 0 && seenFrom[at] === 0) {
      seenFrom[at] = token
      at = heads[at - 1]!
    }
    if (at === 0 || seenFrom[at] !== token) continue
    const ring = [at]
    for (let next = heads[at - 1]!; next !== at; next = heads[next - 1]!) ring.push(next)
    return ring
  }
  return undefined
}

/** Whether exactly one token hangs on the root, and all others in the end on it. */
export function isTree(heads: ArrayLike<number>): boolean {
  let roots = 0
  for (let i = 0; i < heads.length; i++) if (heads[i] === 0) roots++
  return roots === 1 && findRing(heads) === undefined
}

/** Scores of n tokens under n + 1 heads, row by row. */
interface Graph {
  readonly n: number
  readonly scores: Float64Array
}

function bestHeads({ n, scores }: Graph): Heads {
  const heads = new Int32Array(n)
  for (let d = 1; d <= n; d++) {
    let best = -1
    for (let h = 0; h <= n; h++)
      if (h !== d && (best < 0 || scores[(d - 1) * (n + 1) + h]! > scores[(d - 1) * (n + 1) + best]!)) best = h
    heads[d - 1] = best
  }
  return heads
}

/** The graph with a ring made one token (its last), and for each edge into or out of it the token of the ring that it stands for. */
interface Contracted extends Graph {
  readonly outside: readonly number[]
  /** By head outside: the token of the ring at which that head would break it. */
  readonly entry: Int32Array
  /** By dependent outside: the token of the ring that would be its head. */
  readonly exit: Int32Array
}

function contract({ n, scores }: Graph, heads: Heads, ring: readonly number[]): Contracted {
  const score = (d: number, h: number) => scores[(d - 1) * (n + 1) + h]!
  const inRing = new Set(ring)
  const outside = [0]
  for (let t = 1; t <= n; t++) if (!inRing.has(t)) outside.push(t)
  const size = outside.length // tokens outside, and the ring as the last
  const small = new Float64Array(size * (size + 1)).fill(Number.NEGATIVE_INFINITY)
  const entry = new Int32Array(size)
  const exit = new Int32Array(size)
  outside.forEach((u, i) => {
    for (const v of ring) {
      const gain = score(v, u) - score(v, heads[v - 1]!)
      const into = (size - 1) * (size + 1) + i
      if (entry[i] === 0 || gain > small[into]!) [small[into], entry[i]] = [gain, v]
      if (u === 0) continue
      const outOf = (i - 1) * (size + 1) + size
      if (exit[i] === 0 || score(u, v) > small[outOf]!) [small[outOf], exit[i]] = [score(u, v), v]
    }
    if (u !== 0)
      outside.forEach((w, j) => {
        small[(i - 1) * (size + 1) + j] = score(u, w)
      })
  })
  return { n: size, scores: small, outside, entry, exit }
}

/** Chu-Liu and Edmonds: the best heads; while they have a ring, the ring becomes one token and the question smaller. */
function maximum(graph: Graph): Heads {
  const heads = bestHeads(graph)
  const ring = findRing(heads)
  if (ring === undefined) return heads
  const small = contract(graph, heads, ring)
  const found = maximum(small)
  for (let i = 1; i < small.outside.length; i++) {
    const head = found[i - 1]!
    heads[small.outside[i]! - 1] = head === small.n ? small.exit[i]! : small.outside[head]!
  }
  const breaker = found[small.n - 1]!
  heads[small.entry[breaker]! - 1] = small.outside[breaker]!
  return heads
}

/** More than any tree can gain by a second root. */
const ROOT_COST = 1e7

/** The tree of the greatest sum of scores ([n x (n + 1)], head 0 the root) in which one token hangs on the root. */
export function bestTree(given: ArrayLike<number>, n: number): Heads {
  const scores = Float64Array.from(given)
  for (let d = 0; d < n; d++) scores[d * (n + 1)]! -= ROOT_COST
  return maximum({ n, scores })
}
