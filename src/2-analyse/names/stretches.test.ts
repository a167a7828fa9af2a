import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../../test/names.ts'
import { findStretches } from './stretches.ts'
import { makeWord } from './word.ts'

const stretchesOf = (text: string) =>
  findStretches(text.split(' ').map((form) => makeWord(form, vocabulary().names.model.lists)))

describe('findStretches', () => {
  it('joins runs of capitalised words over small links', () => {
    const stretches = stretchesOf('they saw the Bank of the South today')
    expect(stretches[3]).toEqual({ first: 3, last: 3, outerFirst: 3, outerLast: 6 })
    expect(stretches[4]).toEqual({ first: 3, last: 6, outerFirst: 3, outerLast: 6 })
    expect(stretches[0]).toBeNull()
    expect(stretches[7]).toBeNull()
  })
  it('does not join over three small words', () => {
    expect(stretchesOf('Velmar of the of Harn')[0]).toEqual({ first: 0, last: 0, outerFirst: 0, outerLast: 0 })
  })
})
