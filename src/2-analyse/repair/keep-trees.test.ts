import { expect, it } from 'vitest'
import type { Token } from '../../model/analysis.ts'
import { keepTrees } from './keep-trees.ts'

const sentence = (...heads: number[]): Token[] =>
  heads.map((head, index) => ({ index, head, deprel: head < 0 ? 'root' : 'dep' }) as Token)
const SENTENCES = [
  { first: 0, last: 2 },
  { first: 3, last: 4 },
] as never

it.each([
  ['a ring', [1, 2, 0, -1, 3], [-1, 0, 0, -1, 3]],
  ['a word that hangs on itself', [-1, 1, 0, -1, 3], [-1, 0, 0, -1, 3]],
  ['a ring in the second', [2, -1, 1, 4, 3], [2, -1, 1, -1, 3]],
  ['none', [2, -1, 1, 4, -1], [2, -1, 1, 4, -1]],
])('puts back the sentence of %s, and no other', (_name, mended, expected) => {
  const tokens = sentence(...mended)
  keepTrees({ tokens, parsed: sentence(-1, 0, 0, -1, 3), sentences: SENTENCES })
  expect(tokens.map(({ head }) => head)).toEqual(expected)
})
