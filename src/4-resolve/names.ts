import { type ActorType, fold } from '../model/index.ts'

const ACRONYM = /^[A-Z][A-Z0-9&.-]{1,9}$/
const ARTICLE = /^(?:the|a|an)\s+/i
const TITLE =
  /^(?:mr|mrs|ms|dr|sir|gen|col|lt|maj|capt|president|prime minister|minister|general|colonel|king|queen|prince|sheikh|ayatollah|chancellor|governor|senator|secretary|ambassador)\.?\s+/i

/** A description ("protesters", "the border guards") names nobody that another report would mean: it has no capital. */
export const isDescription = (name: string): boolean => !/\p{Lu}|\d/u.test(name.replace(ARTICLE, ''))

/** Without an article; of a person also without titles. */
export function bareName(name: string, type: ActorType): string {
  let bare = name.replace(ARTICLE, '')
  if (type !== 'person') return bare
  for (let next = bare.replace(TITLE, ''); next !== bare && next.trim() !== ''; next = bare.replace(TITLE, ''))
    bare = next
  return bare
}

const MINOR = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'a'])

/** First letters of a name's words: "Free Valley Front" → FVF. None for fewer than three words. */
export function acronymOf(name: string): string | null {
  const words = fold(name)
    .split(' ')
    .filter((w) => w !== '' && !MINOR.has(w))
  return words.length < 3 ? null : words.map((w) => w[0]!.toUpperCase()).join('')
}

/** Types whose names are shortened to their letters. */
const LETTERED: readonly ActorType[] = [
  'organization',
  'armed-group',
  'coalition',
  'military',
  'company',
  'media',
  'government',
  'agreement',
  'other',
]

export function keysOf(name: string, type: ActorType): readonly string[] {
  if (isDescription(name)) return []
  const bare = bareName(name, type)
  if (fold(bare) === '') return []
  const keys = [`name:${fold(bare)}`]
  if (!LETTERED.includes(type)) return keys
  const letters = ACRONYM.test(bare) ? bare.replace(/[.\-&]/g, '') : acronymOf(bare)
  return letters === null ? keys : [...keys, `acronym:${letters}`]
}
