/** Memory and time grow with the square of a sentence: what is longer, in words or in word pieces, is cut. */
export const LONGEST_SENTENCE = 200
/** The encoder has learned as many places as this; two are for the signs at both ends. */
export const LONGEST_PIECES = 256
const MOST_PIECES = LONGEST_PIECES - 2

/** A cut is made after one of these, where there is one in reach. */
const BREAKS: readonly RegExp[] = [/^[.;:!?]$/, /^[,–—)-]$/]
const REACH = 80

/** The first word that a part beginning at `start` has no room for. */
function limitOf(pieces: readonly number[], start: number): number {
  let end = start
  for (let sum = 0; end < pieces.length && end - start < LONGEST_SENTENCE; end++) {
    sum += pieces[end]!
    if (sum > MOST_PIECES) break
  }
  return end
}

/** Where to end a part that begins at `start`: the best break before the limit, else the limit. */
function endOf(texts: readonly string[], pieces: readonly number[], start: number): number {
  const limit = limitOf(pieces, start)
  if (limit === texts.length) return limit
  const least = Math.max(start + 1, limit - REACH)
  for (const sign of BREAKS) for (let end = limit; end > least; end--) if (sign.test(texts[end - 1]!)) return end
  return limit
}

/** The places at which a sentence is taken apart, its end the last: [12] for twelve words. `pieces`: how many each has. */
export function partEnds(texts: readonly string[], pieces: readonly number[]): number[] {
  const ends: number[] = []
  while ((ends.at(-1) ?? 0) < texts.length) ends.push(endOf(texts, pieces, ends.at(-1) ?? 0))
  return ends
}
