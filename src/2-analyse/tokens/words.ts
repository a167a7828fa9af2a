import type { Segmentation } from '../../vocabulary/segmentation.ts'
import { isWordKind, kindAt } from './characters.ts'
import { CORE, INITIALS, take } from './patterns.ts'
import { belongsToWord, endingOf } from './stops.ts'

/** Marks that may stand inside a word. */
const JOINTS = new Set("'’ʼ‘-&$/")
const APOSTROPHE = /['’ʼ‘]/
const LETTER = /\p{L}/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const CAPITALS = /^\p{Lu}+$/u
const CURRENCY_LETTERS = /^[A-Z]{1,2}$/
const LONGEST_ABBREVIATION = 12

/** Letters and digits from `start`; most are ASCII, for which the pattern is not needed. */
function takeCore(text: string, start: number): number {
  let end = start
  while (text.charCodeAt(end) < 0x80 && isWordKind(kindAt(text, end))) end++
  return text.charCodeAt(end) >= 0x80 ? take(CORE, text, start) : end
}

/** How far a word goes over the marks inside it: "O'Brien", "non-military", "R&D", "w/o", "US$". */
function extend(text: string, start: number, end: number, segmentation: Segmentation): number {
  const mark = text[end]
  if (mark === undefined || !JOINTS.has(mark)) return end
  const after = text[end + 1] ?? ''
  if (APOSTROPHE.test(mark) && LETTER.test(after)) return take(CORE, text, end + 1)
  const word = text.slice(start, Math.min(end, start + 40))
  if (mark === '-' && LETTER_OR_DIGIT.test(after) && text[start - 1] !== '-')
    return joinsHyphen(text, word, end, segmentation) ? take(CORE, text, end + 1) : end
  if (mark === '&' && CAPITALS.test(word) && /\p{Lu}/u.test(after)) return take(CORE, text, end + 1)
  if (mark === '$' && CURRENCY_LETTERS.test(word)) return end + 1
  if (mark === '/' && LETTER.test(after)) {
    const longer = take(CORE, text, end + 1)
    return segmentation.whole.has(text.slice(start, longer).toLowerCase()) ? longer : end
  }
  return end
}

/** Whether the hyphen at `at` joins what stands before it to what follows: "non-military", "Min-jae". */
function joinsHyphen(text: string, word: string, at: number, { prefixes, syllables }: Segmentation): boolean {
  const lower = word.toLowerCase()
  if (prefixes.has(lower)) return true
  if (!syllables.has(lower) || !/^\p{Lu}/u.test(word)) return false
  return syllables.has(text.slice(at + 1, Math.min(take(CORE, text, at + 1), at + 12)).toLowerCase())
}

/** A word that begins with a letter, with the full stop of an abbreviation. Clitics are still joined to it. */
export function takeWord(text: string, start: number, segmentation: Segmentation): number {
  const initials = text[start + 1] === '.' ? take(INITIALS, text, start) : -1
  let end = initials > 0 ? initials : takeCore(text, start)
  if (initials < 0) {
    const inner = Math.max(takeFile(text, end, segmentation), takeDotted(text, start, end, segmentation))
    if (inner > 0) return inner
    for (let next = extend(text, start, end, segmentation); next > end; next = extend(text, start, end, segmentation))
      end = next
  }
  if (text[end] !== '.' || text.startsWith('..', end + 1) || end - start > LONGEST_ABBREVIATION * 2) return end
  if (text[end + 1] === '.' && !endingOf(text.slice(start, end), segmentation)) return end
  return belongsToWord(text, text.slice(start, end), end, segmentation) ? end + 1 : end
}

/** The name of a file: "plan.pdf". `end` is where the word before the full stop ends. */
function takeFile(text: string, end: number, { files }: Segmentation): number {
  if (text[end] !== '.') return -1
  const whole = Math.min(take(CORE, text, end + 1), end + 1 + LONGEST_ABBREVIATION)
  return whole > 0 && files.has(text.slice(end + 1, whole).toLowerCase()) ? whole : -1
}

/** An abbreviation with a full stop inside: "Ph.D." */
function takeDotted(text: string, start: number, end: number, { abbreviations }: Segmentation): number {
  if (text[end] !== '.' || end - start > 4 || !LETTER.test(text[end + 1] ?? '')) return -1
  const whole = take(CORE, text, end + 1)
  if (whole - start > LONGEST_ABBREVIATION || !abbreviations.has(text.slice(start, whole))) return -1
  return text[whole] === '.' ? whole + 1 : whole
}
