import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestPath, labelGrammar } from './viterbi.ts'

const LABELS = ['O', 'B-person', 'I-person', 'L-person', 'U-person', 'B-place', 'I-place', 'L-place', 'U-place']
const grammar = labelGrammar(LABELS)

const follows = (from: number, to: number): boolean => grammar.follows[to]!.includes(from)
const isAllowed = (path: readonly number[]): boolean =>
  grammar.starts[path[0]!]! &&
  grammar.ends[path.at(-1)!]! &&
  path.every((to, k) => k === 0 || follows(path[k - 1]!, to))

function score(path: readonly number[], emissions: Int32Array, transitions: Int32Array): number {
  const count = LABELS.length
  return path.reduce(
    (sum, to, k) => sum + emissions[k * count + to]! + transitions[(k === 0 ? count : path[k - 1]!) * count + to]!,
    0,
  )
}

function* paths(length: number): Generator<number[]> {
  if (length === 0) yield []
  else for (const path of paths(length - 1)) for (let label = 0; label < LABELS.length; label++) yield [...path, label]
}

describe('bestPath', () => {
  it('lets a name go on only in its own type, and end', () => {
    expect(follows(1, 3)).toBe(true)
    expect(follows(1, 7)).toBe(false)
    expect(follows(1, 0)).toBe(false)
    expect(follows(0, 2)).toBe(false)
    expect(grammar.starts[3]).toBe(false)
    expect(grammar.ends[1]).toBe(false)
  })

  it('finds the allowed sequence with the highest score', () => {
    const numbers = (length: number) =>
      fc.array(fc.integer({ min: -20, max: 20 }), { minLength: length, maxLength: length })
    fc.assert(
      fc.property(numbers(3 * LABELS.length), numbers((LABELS.length + 1) * LABELS.length), (some, others) => {
        const [emissions, transitions] = [Int32Array.from(some), Int32Array.from(others)]
        const best = bestPath(emissions, transitions, grammar)
        expect(isAllowed(best)).toBe(true)
        const highest = Math.max(...[...paths(3)].filter(isAllowed).map((path) => score(path, emissions, transitions)))
        expect(score(best, emissions, transitions)).toBe(highest)
      }),
      { seed: 3, numRuns: 40 },
    )
  })

  it('has nothing to say of an empty sentence', () => {
    expect(bestPath(new Int32Array(0), new Int32Array(0), grammar)).toEqual([])
  })
})
