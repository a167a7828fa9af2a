import type { Atom } from './atoms.ts'

/** A number read from atoms: its value and the index after its last atom. */
export interface Numeral {
  readonly value: number
  readonly next: number
  /** "fourth", "4th" */
  readonly ordinal: boolean
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ORDINAL_ONES =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )

const CARDINALS = new Map<string, number>([
  ...ONES.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
])
const ORDINALS = new Map<string, number>([
  ...ORDINAL_ONES.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [`${word.slice(0, -1)}ieth`, 20 + 10 * index] as const),
  ['hundredth', 100],
  ['thousandth', 1000],
  ['millionth', 1e6],
])
const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
/** Letters written against figures: "$1.2bn", "30k". */
const GLUED_SCALES = new Map<string, number>([
  ['k', 1000],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['b', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
])
const FRACTIONS = new Map<string, number>([
  ['half', 1 / 2],
  ['quarter', 1 / 4],
  ['third', 1 / 3],
])
const VULGAR = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
])
const ORDINAL_SUFFIXES = new Set(['st', 'nd', 'rd', 'th'])
/** No written number has more words; a longer run of number words is read as several. */
const MOST_ATOMS = 16

/** Decimal products such as 1.2 × 1,000,000 rounded to the whole that was meant. */
const times = (a: number, b: number): number => {
  const product = a * b
  const whole = Math.round(product)
  return Math.abs(product - whole) < 1e-6 * b ? whole : product
}

class Sum {
  private total = 0
  private group = 0
  private lastScale = Number.POSITIVE_INFINITY
  add(value: number): void {
    this.group += value
  }
  /** "hundred" multiplies its group; "thousand" and above close it. False where scales do not fall: "thousand million". */
  scale(by: number): boolean {
    if (by === 100) {
      if (this.group >= 100) return false
      this.group = times(this.group || 1, 100)
      return true
    }
    if (by >= this.lastScale) return false
    this.total += times(this.group || 1, by)
    this.group = 0
    this.lastScale = by
    return true
  }
  get value(): number {
    return this.total + this.group
  }
}

const isHyphen = (atom: Atom | undefined): boolean => atom?.text === '-' || atom?.text === '‐' || atom?.text === '–'

/** A cardinal or an ordinal in figures, words or both that starts at `at`; null where none does. */
export function readNumeral(atoms: readonly Atom[], at: number): Numeral | null {
  const first = atoms[at]
  if (!first) return null
  if (first.value !== undefined) return readFigures(atoms, at, first.value)
  return readRound(atoms, at) ?? withDozen(atoms, readWords(atoms, at))
}

/** "A hundred", "a hundred thousand", "half a million", "a dozen". */
function readRound(atoms: readonly Atom[], at: number): Numeral | null {
  const half = atoms[at]!.text === 'half'
  const article = half ? at + 1 : at
  const { text } = atoms[article] ?? { text: '' }
  if (text !== 'a' && text !== 'an') return null
  const scale = scaleAt(atoms, article + 1)
  if (scale === null) return null
  const more = scaleAt(atoms, article + 2)
  const value = (half ? scale / 2 : scale) * (more ?? 1)
  return { value, next: article + (more === null ? 2 : 3), ordinal: false }
}

const DOZEN = 12
const scaleAt = (atoms: readonly Atom[], at: number): number | null => {
  const { text } = atoms[at] ?? { text: '' }
  return text === 'dozen' ? DOZEN : (SCALES.get(text) ?? null)
}

/** "Two dozen". */
const withDozen = (atoms: readonly Atom[], numeral: Numeral | null): Numeral | null =>
  numeral && !numeral.ordinal && atoms[numeral.next]?.text === 'dozen'
    ? { value: numeral.value * DOZEN, next: numeral.next + 1, ordinal: false }
    : numeral

function readFigures(atoms: readonly Atom[], at: number, figures: number): Numeral {
  let value = figures
  let next = at + 1
  const suffix = atoms[next]
  if (suffix?.glued && ORDINAL_SUFFIXES.has(suffix.text)) return { value, next: next + 1, ordinal: true }
  const fraction = readWrittenFraction(atoms, next)
  if (fraction) {
    value += fraction.value
    next = fraction.next
  }
  const scale =
    SCALES.get(atoms[next]?.text ?? '') ?? (atoms[next]?.glued ? GLUED_SCALES.get(atoms[next]!.text) : undefined)
  if (scale !== undefined) return { value: times(value, scale), next: next + 1, ordinal: false }
  // "2-million": a hyphen between figures and a scale
  const hyphened = isHyphen(atoms[next]) ? SCALES.get(atoms[next + 1]?.text ?? '') : undefined
  if (hyphened !== undefined) return { value: times(value, hyphened), next: next + 2, ordinal: false }
  return { value, next, ordinal: false }
}

/** The "1/2" of "2 1/2", "½", "-1/2". */
function readWrittenFraction(atoms: readonly Atom[], at: number): { value: number; next: number } | null {
  const from = isHyphen(atoms[at]) ? at + 1 : at
  const vulgar = VULGAR.get(atoms[from]?.text ?? '')
  if (vulgar !== undefined) return { value: vulgar, next: from + 1 }
  const [over, slash, under] = [atoms[from], atoms[from + 1], atoms[from + 2]]
  if (slash?.text !== '/' || !slash.glued || !under?.glued || over?.value === undefined || under.value === undefined)
    return null
  const proper = over.value >= 1 && over.value < under.value && under.value <= 16
  return proper ? { value: over.value / under.value, next: from + 3 } : null
}

function readWords(atoms: readonly Atom[], at: number): Numeral | null {
  const sum = new Sum()
  let next = at
  let room: 'any' | 'ones' | 'none' = 'any'
  for (let index = at; index < atoms.length && index < at + MOST_ATOMS; index++) {
    const { text } = atoms[index]!
    const joined = index > at && (isHyphen(atoms[index]) || (text === 'and' && next > at && sum.value >= 100))
    if (joined) continue
    const scale = SCALES.get(text)
    const ordinal = ORDINALS.get(text)
    const value = CARDINALS.get(text)
    if (scale !== undefined && next > at) {
      if (!sum.scale(scale)) break
      room = 'any'
    } else if (ordinal !== undefined && fits(ordinal, room)) {
      if (ordinal >= 100) sum.scale(ordinal)
      else sum.add(ordinal)
      return { value: sum.value, next: index + 1, ordinal: true }
    } else if (value !== undefined && fits(value, room)) {
      sum.add(value)
      room = value >= 20 ? 'ones' : 'none'
    } else break
    next = index + 1
  }
  return next > at ? withFraction(atoms, { value: sum.value, next, ordinal: false }) : null
}

const fits = (value: number, room: 'any' | 'ones' | 'none'): boolean =>
  room === 'any' || (room === 'ones' && value >= 1 && value <= 9)

/** "three-and-a-half", "two and a half million". */
function withFraction(atoms: readonly Atom[], numeral: Numeral): Numeral {
  let at = numeral.next
  if (isHyphen(atoms[at])) at += 1
  if (atoms[at]?.text !== 'and') return numeral
  at += 1
  if (isHyphen(atoms[at])) at += 1
  if (atoms[at]?.text !== 'a' && atoms[at]?.text !== 'one') return numeral
  at += 1
  if (isHyphen(atoms[at])) at += 1
  const fraction = FRACTIONS.get(atoms[at]?.text ?? '')
  if (fraction === undefined) return numeral
  at += 1
  const scale = SCALES.get(atoms[isHyphen(atoms[at]) ? at + 1 : at]?.text ?? '')
  const value = numeral.value + fraction
  if (scale === undefined) return { value, next: at, ordinal: false }
  return { value: times(value, scale), next: (isHyphen(atoms[at]) ? at + 1 : at) + 1, ordinal: false }
}

/** A year in figures (four of them, without a comma) or in two pairs of words: "1989", "nineteen eighty-nine". */
export function readYear(atoms: readonly Atom[], at: number): { value: number; next: number } | null {
  const first = atoms[at]
  if (!first) return null
  if (first.figures !== undefined) {
    const plausible =
      first.figures.length === 4 && !first.figures.includes('.') && first.value! >= 1000 && first.value! < 2200
    const after = atoms[at + 1]
    const glued = after?.glued && /^(\p{L}|[%/:])/u.test(after.text) && after.text !== "'s"
    return plausible && !glued ? { value: first.value!, next: at + 1 } : null
  }
  const century = CARDINALS.get(first.text)
  if (century === undefined || century < 16 || century > 20) return null
  const rest = readWords(atoms, isHyphen(atoms[at + 1]) ? at + 2 : at + 1)
  if (!rest || rest.ordinal || rest.value < 10 || rest.value > 99 || (century === 20 && rest.value > 60)) return null
  return { value: century * 100 + rest.value, next: rest.next }
}

/** Whether a word is "hundred", "million" … */
export const isScale = (word: string): boolean => SCALES.has(word)

/** The words that a number can begin with. */
export const numeralWords: ReadonlySet<string> = new Set([...CARDINALS.keys(), ...ORDINALS.keys(), 'a', 'an', 'half'])
