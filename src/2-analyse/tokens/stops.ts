import type { Ending, Segmentation } from '../../vocabulary/segmentation.ts'

const INITIALS = /^(?:\p{L}\.)+\p{L}$/u
const INITIAL = /^\p{Lu}$/u
const NUMBER_NEXT = /^\s+[#§]?\d/
const NEXT_WORD = /^\s+["'“‘«(]*(\p{L}[\p{L}\p{M}'’]{0,30})/u
/** How far ahead a full stop looks for the word that follows it. */
const AHEAD = 48

/** What kind of abbreviation a word is when a full stop follows it, if any. `word` is without that stop. */
export function endingOf(word: string, { abbreviations }: Segmentation): Ending | undefined {
  // "P." is an initial, "p." a page.
  const lower = word.length > 1 ? abbreviations.get(word.toLowerCase()) : undefined
  return abbreviations.get(word) ?? lower ?? (INITIALS.test(word) ? 'rarely' : undefined)
}

/** Whether the full stop at `at` belongs to the word before it: "Gen.", "U.S.", "J. Reis", "No. 5". */
export function belongsToWord(text: string, word: string, at: number, segmentation: Segmentation): boolean {
  const ending = endingOf(word, segmentation)
  if (ending && ending !== 'number') return true
  const ahead = text.slice(at + 1, at + 1 + AHEAD)
  if (ending === 'number') return NUMBER_NEXT.test(ahead)
  if (!INITIAL.test(word)) return false
  const next = NEXT_WORD.exec(ahead)?.[1]
  return next !== undefined && /^\p{Lu}/u.test(next) && !segmentation.openers.has(next.toLowerCase())
}
