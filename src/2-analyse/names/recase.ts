import { hashText } from '../../vocabulary/hash.ts'
import type { NameLists } from '../../vocabulary/names-model.ts'
import { isCapital, wordKey } from './word.ts'

type Forms = readonly string[]

/** How a text writes its words where case means something, by lower-case form. */
interface Habits {
  readonly lowered: ReadonlySet<string>
  readonly capitalised: ReadonlySet<string>
}

const hasLetters = (form: string): boolean => form.toLowerCase() !== form.toUpperCase()

/** All in capitals. */
export function isShouted(forms: Forms): boolean {
  let letters = 0
  for (const form of forms) {
    if (form !== form.toUpperCase()) return false
    if (hasLetters(form)) letters += form.length
  }
  return letters > 3
}

/** Shortest headline in Which Every Word Is Capitalised that is taken for one. */
const HEADLINE = 5
/** Words of up to this length may be small in such a headline. */
const SMALL = 4
/** So many words that are elsewhere written small must be capitalised. */
const RAISED = 3

export function isHeadline(forms: Forms, lists: NameLists): boolean {
  const words = forms.filter(hasLetters)
  if (words.length < HEADLINE) return false
  if (words.some((form) => !isCapital(form) && form.length > SMALL)) return false
  return words.slice(1).filter((form) => isCapital(form) && usuallySmall(form, lists)).length >= RAISED
}

const usuallySmall = (form: string, lists: NameLists): boolean => {
  const row = lists.words.find(hashText(wordKey(form)))
  return row >= 0 && lists.proper[row] === 0
}

function habitsOf(texts: readonly Forms[]): Habits {
  const lowered = new Set<string>()
  const capitalised = new Set<string>()
  for (const forms of texts)
    forms.forEach((form, k) => {
      if (!isCapital(form)) lowered.add(form)
      else if (k > 0) capitalised.add(form.toLowerCase())
    })
  return { lowered, capitalised }
}

/** The sentences with the case that their words would have in running text: headlines are brought down to it. */
export function recase(sentences: readonly Forms[], lists: NameLists): readonly Forms[] {
  const raised = sentences.map((forms) => isShouted(forms) || isHeadline(forms, lists))
  if (!raised.includes(true)) return sentences
  const habits = habitsOf(sentences.filter((_, k) => !raised[k]))
  return sentences.map((forms, k) => (raised[k] ? forms.map((form) => usualCase(form, habits, lists)) : forms))
}

function usualCase(form: string, habits: Habits, lists: NameLists): string {
  if (!hasLetters(form) || form.length === 1) return form
  const lower = form.toLowerCase()
  if (form !== form.toUpperCase()) {
    const small = habits.lowered.has(lower) || (usuallySmall(form, lists) && !habits.capitalised.has(lower))
    return small ? lower : form
  }
  if (habits.lowered.has(lower) && !habits.capitalised.has(lower)) return lower
  if (usuallySmall(form, lists) && !habits.capitalised.has(lower)) return lower
  return form.includes('.') || isAcronym(form, lists) ? form : titleCase(lower)
}

/** Unknown words of up to four letters are left as they are ("NATO", "OPEC"). */
const isAcronym = (form: string, lists: NameLists): boolean => {
  const row = lists.words.find(hashText(wordKey(form)))
  return row >= 0 ? lists.proper[row] === 2 : form.length <= SMALL && !/[AEIOU]/.test(form)
}

const titleCase = (lower: string): string =>
  lower.replace(/(^|-|'(?=\p{L}{2}))(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
