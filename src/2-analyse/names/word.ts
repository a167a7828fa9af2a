import { hashText } from '../../vocabulary/hash.ts'
import type { NameLists } from '../../vocabulary/names-model.ts'

/** What the features need to know of one form, worked out once in a document. */
export interface Word {
  readonly form: string
  readonly lower: string
  readonly form32: number
  readonly lower32: number
  readonly shape32: number
  /** Hashes of the last and the first one to four letters, by turns. */
  readonly affixes: readonly number[]
  /** Embedding clusters among 64, 256 and 1000, counted from 1; 0 where the word is not known. */
  readonly coarse: number
  readonly middle: number
  readonly fine: number
  readonly capital: boolean
}

const SHAPE_LIMIT = 10

/** "McDonald" → "XxXxx", "F-16" → "X-dd": runs are cut at two. */
export function shapeOf(form: string): string {
  let shape = ''
  let last = ''
  let run = 0
  for (let k = 0; k < form.length && shape.length < SHAPE_LIMIT; k++) {
    const kind = kindOf(form, k)
    run = kind === last ? run + 1 : 1
    last = kind
    if (run <= 2) shape += kind
  }
  return shape
}

function kindOf(form: string, k: number): string {
  const char = form.charAt(k)
  if (char >= 'a' && char <= 'z') return 'x'
  if (char >= 'A' && char <= 'Z') return 'X'
  if (char >= '0' && char <= '9') return 'd'
  const lower = char.toLowerCase()
  if (lower === char.toUpperCase()) return char
  return lower === char ? 'x' : 'X'
}

export const isCapital = (form: string): boolean => {
  const first = form.charAt(0)
  return first !== first.toLowerCase()
}

/** Digits as 0, one kind of apostrophe: the form under which a word is known to the lists. */
export const wordKey = (form: string): string => form.toLowerCase().replace(/[0-9]/g, '0').replaceAll('’', "'")

export function makeWord(form: string, lists: NameLists): Word {
  const lower = wordKey(form)
  const lower32 = hashText(lower)
  const row = lists.words.find(lower32)
  return {
    form,
    lower,
    form32: hashText(form),
    lower32,
    shape32: hashText(shapeOf(form)),
    affixes: [1, 2, 3, 4].flatMap((n) => [hashText(lower.slice(-n)), hashText(lower.slice(0, n))]),
    coarse: row < 0 ? 0 : lists.coarse[row]! + 1,
    middle: row < 0 ? 0 : lists.middle[row]! + 1,
    fine: row < 0 ? 0 : lists.fine[row]! + 1,
    capital: isCapital(form),
  }
}
