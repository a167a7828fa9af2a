import type { Quantities } from '../../vocabulary/quantities.ts'
import type { ClassReader, PhraseClass, PhraseClasses } from '../shared/match.ts'
import { numeralWords, readNumeral } from '../shared/numerals.ts'
import { phraseClass } from '../shared/word-class.ts'

const wordy = (read: ClassReader): PhraseClass => ({ read, words: numeralWords, figures: true })

const cardinal: ClassReader = (atoms, at) => {
  const numeral = readNumeral(atoms, at)
  return numeral && !numeral.ordinal ? numeral : null
}

/** "First", "second" and "third" order a text more often than things; from the fourth on an ordinal counts. */
const LEAST_ORDINAL = 4
const ordinal: ClassReader = (atoms, at) => {
  const numeral = readNumeral(atoms, at)
  return numeral?.ordinal && (numeral.value >= LEAST_ORDINAL || atoms[at]!.value !== undefined) ? numeral : null
}

const PARTS = new Map(
  'half third quarter fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, index) => [word, index + 2] as const),
)

/** "Two-thirds", "a third of", "half of"; with one part only before "of", for "a third attack" is none. */
const fraction: ClassReader = (atoms, at) => {
  if (atoms[at]!.text === 'half') return atoms[at + 1]?.text === 'of' ? { value: 0.5, next: at + 1 } : null
  const article = atoms[at]!.text === 'a' || atoms[at]!.text === 'an'
  const numeral = article ? { value: 1, next: at + 1, ordinal: false } : readNumeral(atoms, at)
  if (!numeral || numeral.ordinal || atoms[at]!.value !== undefined) return null
  const from = atoms[numeral.next]?.text === '-' ? numeral.next + 1 : numeral.next
  const { text } = atoms[from] ?? { text: '' }
  const under = PARTS.get(numeral.value > 1 && text.endsWith('s') ? text.slice(0, -1) : text)
  if (under === undefined || numeral.value >= under) return null
  if (numeral.value === 1 && atoms[from + 1]?.text !== 'of') return null
  return { value: Math.round((numeral.value / under) * 10_000) / 10_000, next: from + 1 }
}

/** All that `<…>` can be in a rule over quantities. */
export function quantityClasses(quantities: Quantities): PhraseClasses {
  const words = [...quantities.classes.values()].map((row) => [row.id, phraseClass(row)] as const)
  return new Map([['n', wordy(cardinal)], ['ordinal', wordy(ordinal)], ['fraction', wordy(fraction)], ...words])
}
