import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { innermost } from './nesting.ts'

const span = (start: number, end: number) => ({ start, end })

describe('innermost', () => {
  it('gives the shortest cover of each position', () => {
    const covers = [{ spans: [span(0, 100)] }, { spans: [span(10, 40)] }, { spans: [span(20, 30)] }]
    expect(innermost(covers, [5, 10, 25, 30, 50, 100])).toEqual([0, 1, 2, 1, 0, -1])
  })

  it('counts the whole length of a cover in several pieces', () => {
    const covers = [{ spans: [span(0, 10), span(50, 90)] }, { spans: [span(0, 20)] }]
    expect(innermost(covers, [5, 60])).toEqual([1, 0])
  })

  it('agrees with a search through all covers', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), (lists) => {
        const covers = lists.map((list) => ({ spans: list.map(([start, length]) => span(start, start + length)) }))
        const positions = Array.from({ length: 60 }, (_, k) => k)
        const length = covers.map(({ spans }) => spans.reduce((n, s) => n + s.end - s.start, 0))
        const found = innermost(covers, positions)
        for (const [k, position] of positions.entries()) {
          const holding = covers.flatMap(({ spans }, i) =>
            spans.some((s) => s.start <= position && position < s.end) ? [length[i]!] : [],
          )
          expect(found[k] === -1 ? undefined : length[found[k]!]).toBe(
            holding.length > 0 ? Math.min(...holding) : undefined,
          )
        }
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
