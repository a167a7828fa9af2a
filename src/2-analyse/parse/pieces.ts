/** Memory and time grow with the square of a sentence: what is longer is cut. */
export const LONGEST_SENTENCE = 200

/** A cut is made after one of these, where there is one in reach. */
const BREAKS: readonly RegExp[] = [/^[.;:!?]$/, /^[,–—)-]$/]
const REACH = 80

/** Where to end a piece that begins at `start`: the best break before the limit, else the limit. */
function endOf(texts: readonly string[], start: number): number {
  const limit = start + LONGEST_SENTENCE
  if (texts.length <= limit) return texts.length
  for (const sign of BREAKS)
    for (let end = limit; end > limit - REACH; end--) if (sign.test(texts[end - 1]!)) return end
  return limit
}

/** The places at which a sentence is taken apart, its end the last: [12] for twelve tokens. */
export function pieceEnds(texts: readonly string[]): number[] {
  const ends: number[] = []
  while ((ends.at(-1) ?? 0) < texts.length) ends.push(endOf(texts, ends.at(-1) ?? 0))
  return ends
}
