import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashPhrase, hashText, mix } from './hash.ts'
import { makeHashTable } from './hash-table.ts'

describe('makeHashTable', () => {
  it('finds each key at its place and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 200 }), fc.integer(), (keys, other) => {
        const table = makeHashTable(Int32Array.from(keys))
        keys.forEach((key, place) => {
          expect(table.find(key)).toBe(place)
        })
        expect(table.find(other)).toBe(keys.indexOf(other))
      }),
      { seed: 1 },
    )
  })
})

describe('hashes', () => {
  it('stay the same for ever: models and lists hold them', () => {
    expect(hashText('Arendia')).toBe(hashText('Aren' + 'dia'))
    expect([hashText(''), hashText('Arendia'), mix(1, 2)]).toMatchInlineSnapshot(`
      [
        1572119809,
        -1449546024,
        1285651844,
      ]
    `)
  })
  it('take a phrase without case, spaces, hyphens and apostrophes', () => {
    expect(hashPhrase("al-Qa'ida")).toBe(hashPhrase('Al Qaida'))
    expect(hashPhrase('U.S.')).not.toBe(hashPhrase('us'))
  })
})
