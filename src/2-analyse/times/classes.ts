import type { Times } from '../../vocabulary/times.ts'
import type { Atom } from '../shared/atoms.ts'
import type { ClassReader, PhraseClass, PhraseClasses } from '../shared/match.ts'
import { numeralWords, readNumeral, readYear } from '../shared/numerals.ts'
import { phraseClass } from '../shared/word-class.ts'
import { isoDay, parseDay } from './calendar.ts'

const wordy = (read: ClassReader): PhraseClass => ({ read, words: numeralWords, figures: true })
const figures = (read: ClassReader): PhraseClass => ({ read, words: [], figures: true })

const isFigures = (atom: Atom | undefined, ...lengths: number[]): atom is Atom & { figures: string; value: number } =>
  atom?.figures !== undefined && /^\d+$/.test(atom.figures) && lengths.includes(atom.figures.length)

const gluedSign = (atom: Atom | undefined, sign: string): boolean => atom?.text === sign && atom.glued

const cardinal: ClassReader = (atoms, at) => {
  const numeral = readNumeral(atoms, at)
  return numeral && !numeral.ordinal && !gluedSign(atoms[at - 1], '$') ? numeral : null
}

const ordinal: ClassReader = (atoms, at) => {
  const numeral = readNumeral(atoms, at)
  return numeral?.ordinal ? numeral : null
}

/** Day of a month: "5", "5th", "fifth". */
const dayOfMonth: ClassReader = (atoms, at) => {
  const atom = atoms[at]
  if (atom?.value !== undefined && !isFigures(atom, 1, 2)) return null
  const numeral = readNumeral(atoms, at)
  if (!numeral || numeral.value < 1 || numeral.value > 31 || !Number.isInteger(numeral.value)) return null
  const after = atoms[numeral.next]
  const figuresAfter = atoms[numeral.next + 1]?.glued === true && atoms[numeral.next + 1]?.value !== undefined
  const continues = after?.glued && (after.text === '%' || (figuresAfter && (after.text === ':' || after.text === '/')))
  return continues || (atom?.value === undefined && !numeral.ordinal) ? null : numeral
}

const year: ClassReader = (atoms, at) =>
  atoms[at - 1]?.text === '$' || atoms[at - 1]?.text === '#' ? null : readYear(atoms, at)

const shortYear: ClassReader = (atoms, at) =>
  isFigures(atoms[at], 2, 4) ? { value: atoms[at].value, next: at + 1 } : null

const figure: ClassReader = (atoms, at) => (isFigures(atoms[at], 1) ? { value: atoms[at].value, next: at + 1 } : null)

/** "1980s", "'80s", "1980's" as the decade's number, 198. */
const decadeFigures: ClassReader = (atoms, at) => {
  const start = atoms[at]?.text === "'" || atoms[at]?.text === '‘' ? at + 1 : at
  const atom = atoms[start]
  if (!isFigures(atom, 2, 4) || atom.value % 10 !== 0) return null
  const suffix = atoms[start + 1]
  if (!suffix?.glued || (suffix.text !== 's' && suffix.text !== "'s")) return null
  const four = atom.figures.length === 4
  if (four ? atom.value < 1000 || atom.value > 2190 : start === at && suffix.text !== 's') return null
  // Two figures are of the last century from the thirties on: "the '20s" of today are those of this one.
  const decade = four ? atom.value / 10 : atom.value >= 30 ? 190 + atom.value / 10 : 200 + atom.value / 10
  return { value: decade, next: start + 2 }
}

const minuteOf = (hour: number, minute: number, half: string | undefined): number | null => {
  if (minute > 59 || hour > 24 || (half !== undefined && (hour < 1 || hour > 12))) return null
  if (half === undefined) return hour * 60 + minute
  return ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute
}

/** "10:35", "10.35 a.m.", "10 p.m.", "5 o'clock", "1500 GMT" as minutes from midnight. */
const clock: ClassReader = (atoms, at) => {
  const atom = atoms[at]
  if (atom?.figures === undefined || gluedSign(atoms[at - 1], ':')) return null
  const written = /^(\d{1,2})(?:\.(\d\d))?$/.exec(atom.figures)
  const whole = military(atoms, at)
  if (whole) return whole
  if (!written) return null
  let next = at + 1
  let minute = Number(written[2] ?? 0)
  let exact = false
  if (gluedSign(atoms[next], ':') && isFigures(atoms[next + 1], 2) && written[2] === undefined) {
    minute = atoms[next + 1]!.value!
    next += 2
    exact = true
    if (gluedSign(atoms[next], ':') && isFigures(atoms[next + 1], 2)) next += 2
  }
  const half = /^([ap])\.?m$/.exec(atoms[next]?.text ?? '')?.[1]
  const sharp = atoms[next]?.text === "o'clock"
  if (!half && !sharp && !(exact && written[1]!.length <= 2 && plausible(atoms, at, next))) return null
  const value = minuteOf(Number(written[1]), minute, half)
  return value === null ? null : { value, next: half || sharp ? next + 1 : next }
}

/** Of "3:10" alone a preposition or a zone tells an hour from a score. */
const HOUR_CUES = new Set(['at', 'by', 'around', 'about', 'until', 'till', 'from', 'before', 'after', 'since'])
const ZONES = new Set([
  'gmt',
  'utc',
  'est',
  'edt',
  'local',
  'hours',
  'et',
  'cet',
  'cest',
  'bst',
  'pst',
  'pdt',
  'cst',
  'cdt',
])
const plausible = (atoms: readonly Atom[], at: number, next: number): boolean =>
  HOUR_CUES.has(atoms[at - 1]?.text ?? '') || ZONES.has(atoms[next]?.text ?? '')

function military(atoms: readonly Atom[], at: number): { value: number; next: number } | null {
  const atom = atoms[at]
  if (!isFigures(atom, 4) || !['gmt', 'utc', 'hours', 'hrs'].includes(atoms[at + 1]?.text ?? '')) return null
  const value = minuteOf(Math.floor(atom.value / 100), atom.value % 100, undefined)
  return value === null ? null : { value, next: atoms[at + 1]!.text.startsWith('h') ? at + 2 : at + 1 }
}

/** "2025-11-10", with or without an hour after a T. */
const isoDate: ClassReader = (atoms, at) => {
  const [y, h1, m, h2, d] = atoms.slice(at, at + 5)
  if (!isFigures(y, 4) || !gluedSign(h1, '-') || !isFigures(m, 2) || !gluedSign(h2, '-') || !isFigures(d, 2))
    return null
  const value = `${y.figures}-${m.figures}-${d.figures}`
  return parseDay(value) === null ? null : { value, next: at + 5 }
}

const century = (year: number): number => (year >= 50 ? 1900 + year : 2000 + year)

/** "11", "2011": two figures are of the hundred years around now. */
const writtenYear: ClassReader = (atoms, at) => {
  const atom = atoms[at]
  if (!isFigures(atom, 2, 4)) return null
  return { value: atom.figures.length === 4 ? atom.value : century(atom.value), next: at + 1 }
}

/** The month stands first unless it cannot. */
const monthAndDay = (first: number, second: number): readonly [number, number] =>
  first > 12 ? [second, first] : [first, second]

/** "3/29", "29/4" as the month times a hundred and the day. */
const slashDay: ClassReader = (atoms, at) => {
  const [a, slash, b, after] = atoms.slice(at, at + 4)
  if (!isFigures(a, 1, 2) || !gluedSign(slash, '/') || !isFigures(b, 1, 2) || !b.glued) return null
  if (after?.glued && /^[/%\p{L}-]/u.test(after.text)) return null
  const [month, day] = monthAndDay(a.value, b.value)
  return month < 1 || month > 12 || day < 1 || day > 31 ? null : { value: month * 100 + day, next: at + 3 }
}

/** "22.04.2025": with points the day stands first. */
const pointDate: ClassReader = (atoms, at) => {
  const [a, point, c] = atoms.slice(at, at + 3)
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})$/.exec(a?.figures ?? '') ?? []
  if (!day || !month || !gluedSign(point, '.') || !isFigures(c, 4) || !c.glued) return null
  const found = parseDay(`${c.figures}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return found === null ? null : { value: isoDay(found), next: at + 3 }
}

const SLASHES = new Set(['/', '.'])
const slashDate: ClassReader = (atoms, at) => {
  const points = pointDate(atoms, at)
  if (points) return points
  const [a, s1, b, s2, c] = atoms.slice(at, at + 5)
  if (!isFigures(a, 1, 2) || !isFigures(b, 1, 2) || !isFigures(c, 2, 4)) return null
  if (!s1?.glued || !SLASHES.has(s1.text) || s2?.text !== s1.text || !s2.glued || !b.glued || !c.glued) return null
  const y = c.figures.length === 4 ? c.value : century(c.value)
  const [month, day] = monthAndDay(a.value, b.value)
  const text = [String(y).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
  const found = parseDay(text)
  return found === null ? null : { value: isoDay(found), next: at + 5 }
}

const FIGURE_CLASSES: readonly (readonly [string, PhraseClass])[] = [
  ['n', wordy(cardinal)],
  ['ordinal', wordy(ordinal)],
  ['dom', wordy(dayOfMonth)],
  ['year', wordy(year)],
  ['figure', figures(figure)],
  ['short-year', figures(shortYear)],
  ['clock', figures(clock)],
  ['iso-date', figures(isoDate)],
  ['slash-date', figures(slashDate)],
  ['slash-day', figures(slashDay)],
  ['written-year', figures(writtenYear)],
  ['decade', { read: decadeFigures, words: ["'", '‘'], figures: true }],
]

/** All that `<…>` can be in a rule over times. */
export function timeClasses(times: Times): PhraseClasses {
  const words = [...times.classes.values()].map((row) => [row.id, phraseClass(row)] as const)
  return new Map([...FIGURE_CLASSES, ...words])
}
