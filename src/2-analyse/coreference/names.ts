import { FEMALE, MALE, type NameForm, type Phrase } from './mention.ts'

/** How two names are related, best first. The order is that of the trained weights. */
export const MATCHES = [
  'none',
  'conflict',
  'share',
  'inside',
  'start',
  'end',
  'head',
  'acronym',
  'short',
  'same',
] as const
export type Match = (typeof MATCHES)[number]

const PARTICLES = new Set([
  'al',
  'el',
  'ad',
  'ar',
  'as',
  'at',
  'az',
  'an',
  'ash',
  'ul',
  'ibn',
  'bin',
  'ben',
  'de',
  'da',
  'di',
  'del',
  'la',
  'van',
  'von',
  'der',
  'den',
  'jr',
  'sr',
  'ii',
  'iii',
])
const TYPO_LENGTH = 5

/** The words of a person's name without particles, which come and go: "al-Assad", "Assad". */
export const bare = (words: readonly string[]): readonly string[] => {
  const kept = words.filter((word) => !PARTICLES.has(word))
  return kept.length ? kept : words
}

/** Where `inner` begins in `outer` as a run of words, or -1. */
export function runAt(inner: readonly string[], outer: readonly string[]): number {
  for (let at = 0; at + inner.length <= outer.length; at++) {
    let k = 0
    while (k < inner.length && inner[k] === outer[at + k]) k++
    if (k === inner.length) return at
  }
  return -1
}

/** One letter changed, added or left out. */
export function almost(a: string, b: string): boolean {
  if (a.length < TYPO_LENGTH || b.length < TYPO_LENGTH) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let k = 0
  while (k < short.length && short[k] === long[k]) k++
  return short.slice(short.length === long.length ? k + 1 : k) === long.slice(k + 1)
}

/** "Brett H. McGurk" and "Brett McGurk": the same first and last word, and nothing in between that differs. */
function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return false
  const lastSame = a.at(-1) === b.at(-1)
  if (lastSame && a.length === b.length && a.length === 2)
    return a[0] === b[0] || almost(a[0]!, b[0]!) || initial(a[0]!, b[0]!)
  if (!lastSame || a[0] !== b[0]) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let k = 0
  for (const word of long) if (k < short.length && (short[k] === word || initial(short[k]!, word))) k++
  return k === short.length
}

const initial = (a: string, b: string): boolean => (a.length === 1 || b.length === 1) && a[0] === b[0]

export function matchPersons(a: NameForm, b: NameForm): Match {
  if (a.key === b.key) return 'same'
  const [x, y] = [bare(a.words), bare(b.words)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (short.length === long.length && runAt(short, long) === 0) return 'same'
  if (sameFullName(x, y)) return 'same'
  if (short.length < long.length && runAt(short, long) >= 0) return 'short'
  return x.length > 1 && y.length > 1 ? 'conflict' : 'none'
}

export function matchOthers(a: NameForm, b: NameForm): Match {
  if (a.key === b.key) return 'same'
  if (isAcronymOf(a, b) || isAcronymOf(b, a)) return 'acronym'
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  const at = runAt(short.words, long.words)
  if (at < 0) return short.words.some((word) => word.length > 3 && long.words.includes(word)) ? 'share' : 'none'
  // "UN" and "UN Security Council": the longer name is of a part of the shorter one's body.
  if (at === 0) return short.acronym ? 'share' : 'start'
  return at + short.words.length === long.words.length ? 'end' : 'inside'
}

export function isAcronymOf(short: NameForm, long: NameForm): boolean {
  if (!short.acronym) return false
  const letters = short.words.join('')
  return letters.length > 1 && long.initials.includes(letters)
}

/** How the names of two phrases are related; both must be names. */
export function matchNames(a: Phrase, b: Phrase): Match {
  if (!a.name || !b.name) return 'none'
  const person = a.kind === 'person' && b.kind === 'person'
  const maybe = (a.kind === 'person' && b.kind === 'unknown') || (a.kind === 'unknown' && b.kind === 'person')
  const match = person || maybe ? matchPersons(a.name, b.name) : matchOthers(a.name, b.name)
  return maybe && match === 'conflict' ? 'none' : match
}

/** Genders that title or first name tell differ: "Mr Sand", "Mrs Sand". A lone surname may look like a first name. */
export const genderDiffers = (a: Phrase, b: Phrase): boolean => {
  const told = [a, b].every(({ name, titled }) => titled || name!.words.length > 1)
  return told && a.kind === 'person' && b.kind === 'person' && (a.gender & b.gender & (MALE | FEMALE)) === 0
}
