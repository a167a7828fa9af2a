/** Tags the corpora with the product's own tagger, as names will meet its tags. */
import { parse } from '../../src/2-analyse/parse/index.ts'
import type { TaggedToken } from '../../src/2-analyse/names/recognise.ts'
import type { Vocabulary } from '../../src/vocabulary/index.ts'
import type { Text } from './corpora.ts'

export function tagText(text: Text, vocabulary: Vocabulary): TaggedToken[][] {
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
  const parsed = parse({ id: '', language: 'en', text: whole }, sentences, vocabulary)
  return parsed.sentences.map(({ first, last }) => parsed.tokens.slice(first, last + 1))
}
