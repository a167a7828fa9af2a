import type { Token } from '../../model/analysis.ts'
import { baseRelation, type Tree } from '../../model/tree.ts'
import { foldName, type Reference } from '../../vocabulary/reference.ts'
import type { Extent } from './find-phrases.ts'
import type { NameForm } from './mention.ts'

const LEADING = new Set(['the', 'a', 'an', 'this', 'that'])
/** No name has more words; what a broken text runs together is cut. */
const MOST_WORDS = 16
const HYPHEN = /^[-‐‑–]$/
const CAPITAL = /^\p{Lu}/u
const ACRONYM = /^(?:\p{Lu}\.?[-\d]*){2,}s?$/u

/** Tokens of the name that heads a phrase: the recognised name, else the proper nouns around the head without titles. */
export function nameTokens(
  tokens: readonly Token[],
  tree: Tree,
  { token, entity }: Extent,
  { honorifics, nounTypes }: Reference,
): { first: number; last: number } {
  if (entity) return { first: entity.first, last: entity.last }
  const hanging = new Set(tree.children(token))
  let first = token
  let last = token
  const belongs = (at: number): boolean => {
    const relation = baseRelation(tokens[at]!)
    if (HYPHEN.test(tokens[at]!.text))
      return at > first && at < tokens.length - 1 && tokens[at - 1]!.end === tokens[at]!.start
    return hanging.has(at) && tokens[at]!.upos === 'PROPN' && (relation === 'flat' || relation === 'compound')
  }
  while (first > 0 && belongs(first - 1)) first--
  while (last + 1 < tokens.length && belongs(last + 1)) last++
  while (HYPHEN.test(tokens[last]!.text) && last > token) last--
  const type = nounTypes.get(tokens[token]!.lemma.toLowerCase())
  if (type && type !== 'person') return { first, last }
  for (let at = last - 1; at >= first; at--)
    if (honorifics.has(foldName(tokens[at]!.text))) return { first: at + 1, last }
  return { first, last }
}

/** Number of leading words that are no part of the name: article, titles. One word at least is left. */
function leading(words: readonly string[], honorifics: Reference['honorifics']): number {
  let k = 0
  while (k < words.length - 1 && LEADING.has(words[k]!)) k++
  while (k < words.length - 1 && honorifics.has(words[k]!)) k++
  return k
}

/** The form under which a name is compared, and the gender that its title tells. */
export function nameForm(
  texts: readonly string[],
  { honorifics, variants }: Reference,
): { form: NameForm; title: 'm' | 'f' | null } {
  const kept = texts.slice(0, MOST_WORDS).filter((text) => foldName(text) !== '')
  const folded = kept.map(foldName)
  const from = leading(folded, honorifics)
  const words = folded.slice(from).flatMap((word) => word.split(' '))
  const joined = words.join(' ')
  const letters = (list: readonly string[]) => list.map((text) => foldName(text)[0] ?? '').join('')
  const rest = kept.slice(from)
  const title =
    folded
      .slice(0, from)
      .map((word) => honorifics.get(word))
      .find((gender) => gender) ?? null
  const form: NameForm = {
    words,
    key: variants.get(joined) ?? variants.get(joined.slice(0, Math.max(0, joined.lastIndexOf(' of ')))) ?? joined,
    initials: words.length > 1 ? [letters(rest), letters(rest.filter((text) => CAPITAL.test(text)))] : [],
    acronym: rest.length === 1 && ACRONYM.test(rest[0]!),
  }
  return { form, title }
}
