/** Tags the corpora with the product's own tagger, as names will meet its tags. */

import type { TaggedToken } from '../../src/2-analyse/names/recognise.ts'
import { parse } from '../../src/2-analyse/parse/index.ts'
import type { Vocabulary } from '../../src/vocabulary/index.ts'
import type { Text } from './corpora.ts'

/** The parser's part of the vocabulary: names need not have been trained before. */
export type Tagger = Pick<Vocabulary, 'parser' | 'lemmas'>

export function tagText(text: Text, tagger: Tagger): TaggedToken[][] {
  let whole = ''
  const sentences = text.map(({ words }) => {
    const start = whole.length
    const tokens = words.map((word) => {
      const at = whole.length
      whole += `${word} `
      return { start: at, end: at + word.length }
    })
    return { start, end: whole.length - 1, paragraph: 0, tokens }
  })
  const parsed = parse({ id: '', language: 'en', text: whole }, sentences, tagger as Vocabulary)
  return parsed.sentences.map(({ first, last }) => parsed.tokens.slice(first, last + 1))
}
