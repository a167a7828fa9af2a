import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBatches } from './batches.ts'

describe('toBatches', () => {
  it('fills each batch in order', () => {
    expect(toBatches([2, 5, 3, 8, 1], 8)).toEqual([[0, 1], [2], [3], [4]])
    expect(toBatches([], 8)).toEqual([])
  })

  it('has every sentence once, in order, and no batch that is too large', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 64 }), { maxLength: 60 }), (lengths) => {
        const batches = toBatches(lengths, 64)
        expect(batches.flat()).toEqual(lengths.map((_, s) => s))
        for (const batch of batches) expect(batch.reduce((sum, s) => sum + lengths[s]!, 0)).toBeLessThanOrEqual(64)
      }),
      { seed: 7 },
    )
  })
})
