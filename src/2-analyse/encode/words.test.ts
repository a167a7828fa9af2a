import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadEncoderModel } from '../../vocabulary/encoder-model.ts'
import { openData } from '../../vocabulary/source.ts'
import { MOST_PIECES, normalise, shape, wordPieces } from './words.ts'

interface Row {
  readonly word: string
  readonly pieces: readonly string[]
  readonly shape: number
}
/** Written by train/encoder/word_table.py from what the encoder was trained with. */
const table: Row[] = JSON.parse(readFileSync('test/encoder-words/table.json', 'utf8'))
const { pieces } = loadEncoderModel(openData())

describe('what the encoder sees', () => {
  it.each(table.map((row) => [JSON.stringify(row.word), row] as const))('of %s is what it learned', (_, row) => {
    const found: Row = { word: row.word, pieces: wordPieces(row.word, pieces), shape: shape(normalise(row.word)) }
    expect(found).toEqual(row)
  })

  it('is known pieces, at least one and not too many, of any word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (word) => {
        const found = wordPieces(word, pieces)
        expect(found.length).toBeGreaterThan(0)
        expect(found.length).toBeLessThanOrEqual(MOST_PIECES)
        for (const piece of found) expect(pieces.has(piece)).toBe(true)
        expect(shape(word)).toBeGreaterThan(0)
      }),
      { seed: 3 },
    )
  })

  it('takes no longer for a word without end', () => {
    const endless = 'a'.repeat(5_000_000)
    expect(wordPieces(endless, pieces)).toEqual(['[UNK]'])
    expect(shape(endless)).toBe(8)
  })
})
