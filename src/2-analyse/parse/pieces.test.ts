import { describe, expect, it } from 'vitest'
import { LONGEST_SENTENCE, pieceEnds } from './pieces.ts'

const words = (n: number) => new Array<string>(n).fill('word')

describe('pieceEnds', () => {
  it('leaves a sentence of the greatest length whole', () => {
    expect(pieceEnds(words(LONGEST_SENTENCE))).toEqual([LONGEST_SENTENCE])
    expect(pieceEnds([])).toEqual([])
  })

  it('cuts after the last strong sign in reach, else after a comma, else anywhere', () => {
    expect(pieceEnds(words(250).with(150, ';').with(160, ','))).toEqual([151, 250])
    expect(pieceEnds(words(250).with(160, ','))).toEqual([161, 250])
    expect(pieceEnds(words(250).with(20, ';'))).toEqual([200, 250])
  })

  it('never makes a piece that is too long or empty', () => {
    const ends = pieceEnds(words(100_001).map((word, i) => (i % 37 === 0 ? ',' : word)))
    expect(ends.at(-1)).toBe(100_001)
    ends.forEach((end, i) => {
      const size = end - (ends[i - 1] ?? 0)
      expect(size > 0 && size <= LONGEST_SENTENCE).toBe(true)
    })
  })
})
