import { describe, expect, it } from 'vitest'
import type { Token } from '../../model/analysis.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { bearers } from './bearers.ts'
import type { RepairContext } from './repair.ts'

const vocabulary = loadVocabulary('en')

/** A sentence as "word/upos/head/deprel", heads from 0, and the person's name in it. */
function hung(tree: string, first: number, last: number): string {
  const tokens = tree.split(' ').map((part, index): Token => {
    const [text = '', upos = '', head = '', deprel = ''] = part.split('/')
    return { index, sentence: 0, start: 0, end: 0, text, lemma: text, upos, xpos: '', head: Number(head), deprel }
  })
  const entities = [{ type: 'person', first, last, start: 0, end: 0 } as const]
  const context: RepairContext = { tokens, parsed: tokens, sentences: [], entities, times: [], vocabulary }
  bearers.repair(context)
  return tokens.map(({ text, upos, head, deprel }) => `${text}/${upos}/${head}/${deprel}`).join(' ')
}

// What the parse has, the name's first and last token, what is made of it.
const TABLE: readonly (readonly [string, number, number, string])[] = [
  [
    'The/DET/1/det leader/NOUN/4/nsubj Omar/PROPN/1/flat Hadi/PROPN/2/flat left/VERB/-1/root',
    2,
    3,
    'The/DET/1/det leader/NOUN/2/nmod:desc Omar/PROPN/4/nsubj Hadi/PROPN/2/flat left/VERB/-1/root',
  ],
  [
    'with/ADP/1/case envoy/NOUN/-1/root Omar/PROPN/1/appos',
    2,
    2,
    'with/ADP/2/case envoy/NOUN/2/nmod:desc Omar/PROPN/-1/root',
  ],
  [
    'negotiator/NOUN/2/nsubj Omar/PROPN/2/nsubj left/VERB/-1/root',
    1,
    1,
    'negotiator/NOUN/1/nmod:desc Omar/PROPN/2/nsubj left/VERB/-1/root',
  ],
  [
    'Secretary/PROPN/5/nsubj of/ADP/4/case the/DET/4/det Treasury/PROPN/4/nmod:desc Ann/PROPN/0/nmod left/VERB/-1/root',
    4,
    4,
    'Secretary/PROPN/4/nmod:desc of/ADP/3/case the/DET/3/det Treasury/PROPN/0/nmod Ann/PROPN/5/nsubj left/VERB/-1/root',
  ],
]

const UNTOUCHED: readonly (readonly [string, number, number])[] = [
  ['meeting/NOUN/-1/root with/ADP/3/case President/PROPN/3/nmod:desc Omar/PROPN/0/nmod', 3, 3],
  ['leader/NOUN/3/nsubj ,/PUNCT/2/punct Omar/PROPN/0/appos left/VERB/-1/root', 2, 2],
  ['met/VERB/-1/root Omar/PROPN/0/obj', 1, 1],
]

describe('descriptions hang on the names of their bearers', () => {
  it.each(TABLE)('%s', (tree, first, last, expected) => expect(hung(tree, first, last)).toBe(expected))
  it.each(UNTOUCHED)('leaves %s', (tree, first, last) => expect(hung(tree, first, last)).toBe(tree))
  it('leaves every tree a tree', () => {
    for (const [tree, first, last] of TABLE) {
      const heads = hung(tree, first, last)
        .split(' ')
        .map((part) => Number(part.split('/').at(-2)))
      for (let at = 0; at < heads.length; at++) {
        let steps = 0
        for (let up = at; up >= 0; up = heads[up]!) expect(++steps).toBeLessThanOrEqual(heads.length)
      }
    }
  })
})
