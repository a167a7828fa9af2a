import { describe, expect, it } from 'vitest'
import { LONGEST_PIECES, LONGEST_SENTENCE, partEnds } from './cut.ts'

const words = (n: number) => new Array<string>(n).fill('word')
const ends = (texts: readonly string[], each = 1) => partEnds(texts, new Array<number>(texts.length).fill(each))

describe('partEnds', () => {
  it('leaves a sentence of the greatest length whole', () => {
    expect(ends(words(LONGEST_SENTENCE))).toEqual([LONGEST_SENTENCE])
    expect(ends([])).toEqual([])
  })

  it('cuts after the last strong sign in reach, else after a comma, else anywhere', () => {
    expect(ends(words(250).with(150, ';').with(160, ','))).toEqual([151, 250])
    expect(ends(words(250).with(160, ','))).toEqual([161, 250])
    expect(ends(words(250).with(20, ';'))).toEqual([200, 250])
  })

  it('never makes a part that is empty or has too many words or pieces', () => {
    for (const each of [1, 2, 5, 12]) {
      const found = ends(
        words(20_001).map((word, i) => (i % 37 === 0 ? ',' : word)),
        each,
      )
      expect(found.at(-1)).toBe(20_001)
      found.forEach((end, i) => {
        const size = end - (found[i - 1] ?? 0)
        expect(size > 0 && size <= LONGEST_SENTENCE && size * each <= LONGEST_PIECES - 2).toBe(true)
      })
    }
  })
})
