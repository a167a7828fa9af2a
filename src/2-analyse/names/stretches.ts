import type { Word } from './word.ts'

/** A run of capitalised words, and the longer one that small linking words make of it ("Bank of the South"). */
export interface Stretch {
  readonly first: number
  readonly last: number
  readonly outerFirst: number
  readonly outerLast: number
}

const LINK = /^(?:of|the|for|and|in|on|de|del|la|le|du|des|van|von|der|al|el|bin|&|-|'s|’s|'|’)$/
/** Most small words between two capitalised ones. */
const LINKS = 2
const LONGEST = 12

/** The stretch of each token; capitalised words, and the small words inside the longer run, have one. */
export function findStretches(words: readonly Word[]): (Stretch | null)[] {
  const stretches: (Stretch | null)[] = words.map(() => null)
  for (let start = 0; start < words.length; start++) {
    if (!words[start]!.capital) continue
    const runs = linkedRuns(words, start)
    const outerFirst = runs[0]!.first
    const outerLast = runs.at(-1)!.last
    for (let k = outerFirst; k <= outerLast; k++)
      stretches[k] = { first: outerFirst, last: outerLast, outerFirst, outerLast }
    for (const { first, last } of runs)
      for (let k = first; k <= last; k++) stretches[k] = { first, last, outerFirst, outerLast }
    start = outerLast
  }
  return stretches
}

function linkedRuns(words: readonly Word[], start: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = []
  for (let first = start; first >= 0 && first - start < LONGEST; ) {
    let last = first
    while (words[last + 1]?.capital === true) last++
    runs.push({ first, last })
    let next = last + 1
    while (next - last <= LINKS && words[next] !== undefined && LINK.test(words[next]!.form)) next++
    first = next > last + 1 && words[next]?.capital === true ? next : -1
  }
  return runs
}
