import type { Span } from '../model/index.ts'

const ENDS = /[.!?]["”’']*(?=\s)|\n{2,}/gu
const MOST = 2
/** Of a sentence that is longer, the letters around what was found. */
const LONGEST = 320
const BEFORE = 120

/** The first sentences that hold what was found, as exact words of the text. */
export function sentencesOf(text: string, hits: readonly Span[]): (Span & { readonly words: string })[] {
  const ends = [...text.matchAll(ENDS)].map((match) => match.index + match[0].length)
  const found: Span[] = []
  for (const hit of hits) {
    if (found.length === MOST) break
    if (hit.start < (found.at(-1)?.end ?? 0)) continue
    const from = ends.findLast((end) => end <= hit.start) ?? 0
    const to = ends.find((end) => end >= hit.end) ?? text.length
    found.push(
      trimmed(text, to - from <= LONGEST ? { start: from, end: to } : around(text, { start: from, end: to }, hit)),
    )
  }
  return found.map(({ start, end }) => ({ start, end, words: text.slice(start, end) }))
}

/** Whole words around a hit in a long sentence. */
function around(text: string, sentence: Span, hit: Span): Span {
  const start = Math.max(sentence.start, hit.start - BEFORE)
  const end = Math.min(sentence.end, Math.max(hit.end, start + LONGEST))
  const first = start === sentence.start ? start : Math.min(text.indexOf(' ', start) + 1 || start, hit.start)
  const last = end === sentence.end ? end : Math.max(text.lastIndexOf(' ', end), hit.end)
  return { start: first, end: last }
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}
