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

/** A ring of the best heads that became one token: what was in each of its members, and each one's best edge. */
interface Ring {
  readonly tokens: readonly (readonly number[])[]
  readonly edges: readonly number[]
}

/**
 * Chu-Liu and Edmonds' search for the best tree, on a square of scores that is worked over in place, so that a sentence
 * costs the square of its length: each token takes its best head; a ring of such heads becomes one token, for which the
 * best head is sought that breaks the ring; and so on until no ring is left.
 */
class Search {
  readonly #side: number
  /** Score of [dependent][head], and the edge between tokens of the sentence that it stands for. */
  readonly #scores: Float64Array
  readonly #edges: Int32Array
  readonly #best: Int32Array
  #active: number[]
  readonly #tokens: number[][]
  readonly #rings: Ring[] = []

  constructor(scores: ArrayLike<number>, n: number) {
    this.#side = n + 1
    this.#scores = new Float64Array(this.#side * this.#side)
    for (let i = 0; i < n * this.#side; i++) this.#scores[this.#side + i] = scores[i]!
    this.#edges = Int32Array.from(this.#scores, (_, i) => i)
    this.#active = Array.from({ length: this.#side }, (_, i) => i)
    this.#tokens = this.#active.map((token) => [token])
    this.#best = new Int32Array(this.#side)
    for (const d of this.#active) if (d !== 0) this.#best[d] = this.#bestHead(d)
  }

  run(): Heads {
    const best = this.#best.subarray(1)
    for (let ring = findRing(best); ring !== undefined; ring = findRing(best)) this.#contract(ring)
    return this.#expand()
  }

  #bestHead(d: number): number {
    let best = 0
    for (const h of this.#active)
      if (h !== d && this.#scores[d * this.#side + h]! > this.#scores[d * this.#side + best]!) best = h
    return best
  }

  #contract(ring: readonly number[]): void {
    const side = this.#side
    const [scores, edges, best] = [this.#scores, this.#edges, this.#best]
    const kept = ring.map((v) => scores[v * side + best[v]!]!)
    this.#rings.push({ tokens: ring.map((v) => this.#tokens[v]!), edges: ring.map((v) => edges[v * side + best[v]!]!) })
    const inRing = new Set(ring)
    const one = ring[0]!
    this.#active = this.#active.filter((u) => u === one || !inRing.has(u))
    for (const u of this.#active) {
      if (u === one) continue
      let [entry, exit] = [0, 0]
      ring.forEach((v, i) => {
        const gain = scores[v * side + u]! - kept[i]!
        if (gain > scores[ring[entry]! * side + u]! - kept[entry]!) entry = i
        if (scores[u * side + v]! > scores[u * side + ring[exit]!]!) exit = i
      })
      edges[one * side + u] = edges[ring[entry]! * side + u]!
      scores[one * side + u] = scores[ring[entry]! * side + u]! - kept[entry]!
      edges[u * side + one] = edges[u * side + ring[exit]!]!
      scores[u * side + one] = scores[u * side + ring[exit]!]!
      if (inRing.has(best[u]!)) best[u] = one
    }
    for (const v of ring.slice(1)) best[v] = 0 // no longer there, and so in no ring
    this.#tokens[one] = ring.flatMap((v) => this.#tokens[v]!)
    best[one] = this.#bestHead(one)
  }

  /** Rings in the order in which they were last made: all members but the one that is entered keep their best edge. */
  #expand(): Heads {
    const heads = new Int32Array(this.#side - 1).fill(-1)
    const take = (edge: number) => {
      heads[Math.floor(edge / this.#side) - 1] = edge % this.#side
    }
    for (const d of this.#active) if (d !== 0) take(this.#edges[d * this.#side + this.#best[d]!]!)
    for (const { tokens, edges } of this.#rings.reverse())
      tokens.forEach((member, i) => {
        if (member.every((token) => heads[token - 1] === -1)) take(edges[i]!)
      })
    return heads
  }
}

/** More than any tree can gain by a second root. */
const ROOT_COST = 1e7

/** The tree of the greatest sum of scores ([n x (n + 1)], head 0 the root) in which one token hangs on the root. */
export function bestTree(given: ArrayLike<number>, n: number): Heads {
  const scores = Float64Array.from(given)
  for (let d = 0; d < n; d++) scores[d * (n + 1)]! -= ROOT_COST
  return new Search(scores, n).run()
}
