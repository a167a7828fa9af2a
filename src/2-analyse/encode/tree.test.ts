import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTree, isTree } from './tree.ts'

const total = (scores: readonly number[], heads: ArrayLike<number>) =>
  Array.from(heads).reduce((sum, head, d) => sum + scores[d * (heads.length + 1) + head]!, 0)

/** Every choice of heads that is a tree, tried out. */
function greatestByTrial(scores: readonly number[], n: number): number {
  let best = Number.NEGATIVE_INFINITY
  const heads = new Array<number>(n).fill(0)
  for (let code = 0; code < (n + 1) ** n; code++) {
    let rest = code
    for (let d = 0; d < n; d++) {
      heads[d] = rest % (n + 1)
      rest = Math.floor(rest / (n + 1))
    }
    if (isTree(heads)) best = Math.max(best, total(scores, heads))
  }
  return best
}

describe('isTree', () => {
  it.each([
    [[0], true],
    [[2, 0, 2], true],
    [[0, 0], false],
    [[2, 1], false],
    [[0, 3, 2], false],
    [[2, 3, 1], false],
    [[1, 0], false],
  ])('%j: %s', (heads, expected) => expect(isTree(heads)).toBe(expected))
})

describe('bestTree', () => {
  const graph = fc
    .integer({ min: 1, max: 5 })
    .chain((n) =>
      fc.tuple(
        fc.constant(n),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n * (n + 1), maxLength: n * (n + 1) }),
      ),
    )

  it('is as good as the best of all trees', () => {
    fc.assert(
      fc.property(graph, ([n, scores]) => {
        const heads = bestTree(scores, n)
        expect(isTree(heads)).toBe(true)
        expect(total(scores, heads)).toBe(greatestByTrial(scores, n))
      }),
      { seed: 7, numRuns: 150 },
    )
  })

  it('is one rooted tree at any length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer(), (n, seed) => {
        let state = seed >>> 0
        const next = () => {
          state = (state * 1664525 + 1013904223) >>> 0
          return state / 2 ** 32
        }
        expect(isTree(bestTree(Float64Array.from({ length: n * (n + 1) }, next), n))).toBe(true)
      }),
      { seed: 7, numRuns: 30 },
    )
  })

  it('costs the square of the length even where ring holds ring', () => {
    const n = 1000
    const scores = new Float64Array(n * (n + 1))
    for (let d = 1; d <= n; d++) for (let h = 1; h <= n; h++) scores[(d - 1) * (n + 1) + h] = -Math.abs(d - h)
    const started = process.cpuUsage()
    expect(isTree(bestTree(scores, n))).toBe(true)
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3)
  })

  it('comes to an end where every token would hang on its neighbour', () => {
    const n = 200
    const scores = new Float64Array(n * (n + 1))
    for (let d = 0; d < n; d++) scores[d * (n + 1) + (d % 2 === 0 ? d + 2 : d)] = 1
    expect(isTree(bestTree(scores, n))).toBe(true)
  })
})
