import { readEnd } from '../../model/document.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { RawSentence } from '../steps.ts'
import { findBlocks } from './blocks.ts'
import { findTokens } from './lexer.ts'
import { findSentenceStarts } from './sentences.ts'

/**
 * Divides a text into sentences and tokens after UD's English treebanks, in time linear in its length. A text too long
 * to be read is divided as far as it is read.
 */
export function tokenise(text: string, { segmentation }: Pick<Vocabulary, 'segmentation'>): RawSentence[] {
  return findBlocks(text.slice(0, readEnd(text)), segmentation).flatMap((block) => {
    const tokens = findTokens(text, block, segmentation)
    const starts = findSentenceStarts(text, tokens, segmentation)
    return starts.map((first, i) => {
      const words = tokens.slice(first, starts[i + 1] ?? tokens.length)
      return { start: words[0]!.start, end: words.at(-1)!.end, paragraph: block.paragraph, tokens: words }
    })
  })
}
