/** How the training texts write each word within sentences: small, capitalised, in capitals. */
import { isCapital, wordKey } from '../../src/2-analyse/names/word.ts'
import type { Text } from './corpora.ts'
import type { WordCases } from './lists.ts'

/** Sentences of which more words than this share are capitalised show nothing. */
const TELLING = 0.6

export function countCases(texts: readonly Text[]): WordCases {
  const cases = new Map<string, [number, number, number]>()
  for (const { words } of texts.flat()) {
    const letters = words.filter((word) => word.toLowerCase() !== word.toUpperCase())
    if (letters.filter(isCapital).length > TELLING * letters.length) continue
    words.slice(1).forEach((word) => {
      const counts = cases.get(wordKey(word)) ?? [0, 0, 0]
      counts[caseOf(word)] += 1
      cases.set(wordKey(word), counts)
    })
  }
  return cases
}

function caseOf(word: string): 0 | 1 | 2 {
  if (!isCapital(word)) return 0
  return word.length > 1 && word === word.toUpperCase() ? 2 : 1
}
