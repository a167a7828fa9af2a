/** Reads the corpora with the product's own encoder, as names will meet its tags and scores. */

import { type EncoderData, encode } from '../../src/2-analyse/encode/index.ts'
import type { TaggedToken } from '../../src/2-analyse/names/recognise.ts'
import type { Text } from './corpora.ts'

/** A text's tokens by sentence, and the encoder's scores of the labels of names, [token][label]. */
export interface Tagged {
  readonly sentences: TaggedToken[][]
  readonly scores: Float32Array
}

export function tagText(text: Text, data: EncoderData): Tagged {
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
  const { parsed, evidence } = encode({ id: '', language: 'en', text: whole }, sentences, data)
  return {
    sentences: parsed.sentences.map(({ first, last }) => parsed.tokens.slice(first, last + 1)),
    scores: evidence.names,
  }
}
