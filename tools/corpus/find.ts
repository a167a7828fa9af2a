// Where words occur in a text.
import type { SpanPair } from './form.ts'

export function occurrences(text: string, words: string): SpanPair[] {
  const found: SpanPair[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push([at, at + words.length])
  return found
}

const LETTER = /[\p{L}\p{N}\p{M}]/u

/** Whether a span begins and ends with whole words: "Iran" in "Iranian" does not. */
export function isWhole(text: string, [start, end]: SpanPair): boolean {
  const cuts = (at: number): boolean => LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at] ?? '')
  return !cuts(start) && !cuts(end)
}

const distance = (a: SpanPair, b: SpanPair): number => Math.max(0, b[0] - a[1], a[0] - b[1])

/** The occurrence nearest to some spans: one inside them if there is one, and the first of several that are equally near. */
export function nearest(found: readonly SpanPair[], to: readonly SpanPair[]): SpanPair | undefined {
  const away = found.map((span) => Math.min(...to.map((other) => distance(span, other))))
  return found[away.indexOf(Math.min(...away))]
}

const FOLDED: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-' }

/** The same text, character by character, without accents and with plain quotation marks and dashes. */
const fold = (text: string): string =>
  [...text].map((c) => FOLDED[c] ?? (c.length === 1 ? c.normalize('NFKD')[0]! : c)).join('')
const otherCase = (words: string): string => {
  const first = words[0]!
  const upper = first.toUpperCase()
  return (first === upper ? first.toLowerCase() : upper) + words.slice(1)
}

/**
 * Occurrences of words that the text writes a little differently: with another initial ("the coalition" at the head of a
 * sentence), other quotation marks, other accents, or without the article. The scorer takes both forms for the same.
 */
export function looseOccurrences(text: string, words: string): SpanPair[] {
  const folded = fold(text)
  const plain = fold(words)
  const bare = plain.replace(/^(?:the|a|an) /i, '')
  for (const form of [plain, otherCase(plain), bare, otherCase(bare)]) {
    const found = occurrences(folded, form).filter((span) => isWhole(text, span))
    if (found.length > 0) return found
  }
  return []
}
