/** What the network sees of a word: the same as train/parser/features.py; one table of words holds both to it. */

const SAME: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '`': "'",
  '–': '-',
  '—': '-',
  '…': '.',
  '\u00a0': ' ',
}
const VARIANTS = /[“”„«»‘’`–—…\u00a0]/g

/** Typographic variants to the plain sign the treebanks mostly use; `` and '' to the double quote. */
export function normalise(word: string): string {
  const plain = word.replace(VARIANTS, (sign) => SAME[sign]!)
  return plain === "''" ? '"' : plain
}

const UPPER = /^\p{Lu}$/u
const LOWER = /^\p{Ll}$/u
const DIGIT = /^\p{Nd}$/u
const DIGITS = /\p{Nd}/gu
const SHAPE_SIGNS = 8
const SHAPE_RUN = 2

function signOf(character: string): string {
  if (character >= 'a' && character <= 'z') return 'x'
  if (UPPER.test(character)) return 'X'
  if (LOWER.test(character)) return 'x'
  return DIGIT.test(character) ? 'd' : character
}

/** Letters to X or x, digits to d, runs cut at two, at most eight signs: 'U.S.-led' -> 'X.X.-xx'. */
export function shape(word: string): string {
  let out = ''
  let signs = 0
  let last = ''
  let run = 0
  for (const character of word) {
    const sign = signOf(character)
    run = sign === last ? run + 1 : 1
    last = sign
    if (run > SHAPE_RUN) continue
    out += sign
    if (++signs >= SHAPE_SIGNS) break
  }
  return out
}

/** Key of the learned embedding: digits all alike, so that unseen numbers share one row. */
export const learnedKey = (lower: string): string => lower.replace(DIGITS, '0')

/** No affix reaches further; what is longer costs no more. */
const REACH = 4

function ends(lower: string): { first: string[]; last: string[] } {
  // A character is at most two code units: cut before taking characters apart, so that a huge word costs no more.
  const first = Array.from(lower.slice(0, 2 * REACH))
  const tail = lower.slice(-2 * REACH - 1)
  return { first, last: Array.from(tail).slice(-REACH) }
}

/** Keys of the affix tables, in their order: last three characters, last two, first three, shape, last four. */
export function affixes(normal: string, lower: string): readonly [string, string, string, string, string] {
  const { first, last } = ends(lower)
  return [last.slice(-3).join(''), last.slice(-2).join(''), first.slice(0, 3).join(''), shape(normal), last.join('')]
}
