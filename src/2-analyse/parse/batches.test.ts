import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBatches } from './batches.ts'

describe('toBatches', () => {
  it('puts sentences of like length together, longest first', () => {
    const [first, second] = toBatches([2, 5, 3], 8)
    expect(first).toEqual({ sentences: [1, 2], lengths: [5, 3], tokens: 8, starts: [0, 2, 4, 6, 7, 8] })
    expect(second).toEqual({ sentences: [0], lengths: [2], tokens: 2, starts: [0, 1, 2] })
  })

  it('has every sentence once, and a row of its own for every token', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), (lengths) => {
        const batches = toBatches(lengths, 64)
        expect(batches.flatMap((b) => b.sentences).sort((a, b) => a - b)).toEqual(lengths.map((_, s) => s))
        for (const batch of batches) {
          expect(batch.tokens).toBeLessThanOrEqual(64)
          const rows = batch.lengths.flatMap((n, s) => Array.from({ length: n }, (_, t) => batch.starts[t]! + s))
          expect(rows.sort((a, b) => a - b)).toEqual(Array.from({ length: batch.tokens }, (_, row) => row))
        }
      }),
      { seed: 7 },
    )
  })
})
