import type { LemmaRule, Lemmas } from '../../vocabulary/lemmas.ts'
import { normalise } from './words.ts'

/** How frequent a word is: its place in a list, most frequent first; undefined where the list lacks it. */
export type Rank = (word: string) => number | undefined

export interface Tagged {
  readonly upos: string
  readonly xpos: string
  /** First word of its sentence, where a capital says nothing. */
  readonly initial: boolean
}

const VOWEL = /[aeiouy]/
/** A stem that a suffix would have doubled: "star" of "starring". With one consonant the stem has an e: "staring". */
const WOULD_DOUBLE = /^[^aeiou]*[aeiou][^aeiouwxy]$/
const DOUBLED = /([^aeiou])\1$/
const DIGITS = /^[0-9][0-9,]*(\.[0-9]+)?$/
const CAPITALISED = /^\p{Lu}\p{Ll}/u
const ACRONYM = /^\p{Lu}[\p{Lu}0-9.&-]{0,5}$/u
const ROMAN = /^[IVXLCDM]+$/
/** No inflected word is longer; the endings of longer strings are left alone. */
const LONGEST = 60

function fits(rule: LemmaRule, form: string): boolean {
  const stem = form.slice(0, -rule.ending.length)
  if (!form.endsWith(rule.ending) || stem.length === 0) return false
  if (rule.add.includes('-') && !VOWEL.test(stem)) return false
  return rule.after === undefined || rule.after.some((letters) => stem.endsWith(letters))
}

function candidates(rule: LemmaRule, form: string): string[] {
  const stem = form.slice(0, -rule.ending.length)
  const undoes = rule.add.includes('-')
  return rule.add.flatMap((ending) => {
    if (ending === '-') return DOUBLED.test(stem) ? [stem.slice(0, -1)] : []
    if (ending === '' && undoes && WOULD_DOUBLE.test(stem)) return []
    return [stem + ending]
  })
}

/** Applies one rule; undefined where it does not fit. Of equally unknown candidates the first is taken. */
export function applyRule(rule: LemmaRule, form: string, rank: Rank): string | undefined {
  if (form.length > LONGEST || !fits(rule, form)) return undefined
  let best: string | undefined
  let bestRank = Number.POSITIVE_INFINITY
  for (const candidate of candidates(rule, form)) {
    const place = rank(candidate) ?? Number.MAX_SAFE_INTEGER
    if (place < bestRank) [best, bestRank] = [candidate, place]
  }
  return best
}

/** What a word has for a lemma where no ending is to be taken off: UD writes names, and adjectives of names, as they stand. */
function plainLemma(form: string, lower: string, { upos, xpos, initial }: Tagged): string {
  if (upos === 'PROPN' || upos === 'X' || xpos === 'NNP') return form
  if (xpos === 'JJ' && !initial && CAPITALISED.test(form)) return form
  if (upos === 'NUM' && DIGITS.test(lower)) return lower.replaceAll(',', '')
  if (upos === 'NUM' && ROMAN.test(form)) return form
  return upos === 'NOUN' && ACRONYM.test(form) ? form : lower
}

/** Gives a lemma the case of the name that it was made from. */
function caseOf(form: string, lemma: string): string {
  if (form === form.toUpperCase()) return lemma.toUpperCase()
  return form.slice(0, 1) + lemma.slice(1)
}

/** The lemma of a word form by its tags. */
export function lemmaOf(lemmas: Lemmas, rank: Rank, form: string, tagged: Tagged): string {
  const { upos, xpos } = tagged
  const normal = normalise(form)
  const lower = normal.toLowerCase()
  const exception = lemmas.exceptions.get(upos === 'PUNCT' ? `PUNCT ${form}` : `${xpos} ${lower}`)
  if (exception !== undefined) return upos === 'PROPN' && xpos !== 'NNP' ? caseOf(normal, exception) : exception
  for (const rule of lemmas.byTag.get(xpos) ?? []) {
    const lemma = applyRule(rule, lower, rank)
    if (lemma !== undefined) return upos === 'PROPN' ? caseOf(normal, lemma) : lemma
  }
  return plainLemma(normal, lower, tagged)
}

const SHORT_IS_OR_HAS = /^['’]s$/i
const SHORT_HAD_OR_WOULD = /^['’]d$/i

/** "have" for what is short for "has" and "had" before a participle ("he's gone" but "he's going", "he's seen as …"). */
export function perfectLemma(
  form: string,
  xpos: string,
  deprel: string,
  headTag: string | undefined,
): string | undefined {
  if (deprel !== 'aux' || headTag !== 'VBN') return undefined
  const short = (xpos === 'VBZ' && SHORT_IS_OR_HAS.test(form)) || (xpos === 'VBD' && SHORT_HAD_OR_WOULD.test(form))
  return short ? 'have' : undefined
}
