import type { Parsed } from '../src/2-analyse/steps.ts'
import { tokenise } from '../src/2-analyse/tokens/index.ts'
import type { Token } from '../src/model/analysis.ts'
import type { Segmentation } from '../src/vocabulary/segmentation.ts'

const BARE = { lemma: '', upos: 'X', xpos: 'FW', head: -1, deprel: 'dep' }

/** Sentences and tokens without a parse, for the steps that need no more. */
export function divide(text: string, vocabulary: { readonly segmentation: Segmentation }): Parsed {
  const tokens: Token[] = []
  const sentences = tokenise(text, vocabulary).map(({ start, end, paragraph, tokens: spans }, index) => {
    const first = tokens.length
    for (const span of spans)
      tokens.push({ ...BARE, ...span, index: tokens.length, sentence: index, text: text.slice(span.start, span.end) })
    return { start, end, index, paragraph, first, last: tokens.length - 1 }
  })
  return { document: { id: '', language: 'en', text }, tokens, sentences }
}
