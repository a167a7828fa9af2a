import type { Token } from '../../model/analysis.ts'
import type { TitleRow } from '../../vocabulary/name-rows.ts'
import type { NameDraft, Refiner } from './draft.ts'
import { isCapital } from './word.ts'

const ARTICLE = /^(?:the|a|an)$/i
/** Words and marks that no name ends or begins with. */
const LOOSE = /^(?:['’"“”‘`,;:.()[\]–—-]|'s|’s|''|``|and|of|in|at)$/i
/** "The Hague" keeps its article. */
const KEEPS_ARTICLE = 'Hague'
const LONGEST_TITLE = 5

type Titles = ReadonlySet<string>
const titlesOf = new WeakMap<readonly TitleRow[], Titles>()

export function titleForms(rows: readonly TitleRow[]): Titles {
  const known = titlesOf.get(rows) ?? new Set(rows.flatMap((row) => row.forms))
  titlesOf.set(rows, known)
  return known
}

/** Where the longest title that starts here ends, or -1. Capitals stand for a headline's. */
export function titleEnd(tokens: readonly Token[], start: number, limit: number, titles: Titles): number {
  for (let end = Math.min(limit, start + LONGEST_TITLE - 1); end >= start; end--) {
    const words = tokens.slice(start, end + 1).map((token) => token.text)
    if (titles.has(words.join(' ')) || titles.has(words.map(fromShout).join(' '))) return end
  }
  return -1
}

const fromShout = (word: string): string =>
  word.length > 1 && word === word.toUpperCase() && isCapital(word)
    ? word.charAt(0) + word.slice(1).toLowerCase()
    : word

const LONGEST_BODY = 2
const isBodyWord = (text: string): boolean =>
  /^(?:[A-Z]\.?){2,}$/.test(text) || /^(?:United|States|Nations|Kingdom)$/.test(text)

/** Where the title begins in "US President Donald Trump": after an abbreviation or a state that went into the name. */
function pastBody({ first, last }: NameDraft, tokens: readonly Token[], titles: Titles): number {
  for (let at = first; at < last && at - first <= LONGEST_BODY; at++) {
    if (at > first && titleEnd(tokens, at, last - 1, titles) >= 0) return at
    if (!isBodyWord(tokens[at]!.text)) break
  }
  return first
}

/** "President Donald Trump" → "Donald Trump"; a title alone is no person. */
function withoutTitle(draft: NameDraft, tokens: readonly Token[], titles: Titles): NameDraft | null {
  let first = pastBody(draft, tokens, titles)
  while (first <= draft.last) {
    const end = titleEnd(tokens, first, draft.last, titles)
    if (end < 0) break
    first = end + 1
  }
  return first > draft.last ? null : { ...draft, first }
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

/** "Defence Ministry Tuesday", "August Harn Board": a day or month beside a name went into it. Events may hold one. */
function withoutDays({ type, ...range }: NameDraft, tokens: readonly Token[]): Pick<NameDraft, 'first' | 'last'> {
  let { first, last } = range
  if (type === 'event' || type === 'other' || type === 'agreement') return { first, last }
  while (first < last && WEEKDAY.test(tokens[last]!.text)) last--
  while (first < last && type !== 'person' && MONTH.test(tokens[first]!.text)) first++
  return { first, last }
}

function trimmed(draft: NameDraft, tokens: readonly Token[]): NameDraft | null {
  let { first, last } = withoutDays(draft, tokens)
  while (first <= last && (LOOSE.test(tokens[first]!.text) || isArticle(tokens, first, last))) first++
  while (last >= first && LOOSE.test(tokens[last]!.text)) last--
  return first > last ? null : { ...draft, first, last }
}

const isArticle = (tokens: readonly Token[], first: number, last: number): boolean =>
  ARTICLE.test(tokens[first]!.text) &&
  first < last &&
  tokens[first + 1]!.text !== KEEPS_ARTICLE &&
  tokens[first]!.text !== 'A'

/** Names begin and end with their own words: no article, mark or title of a person. */
export const trimNames: Refiner = (drafts, { tokens, names }) => {
  const titles = titleForms(names.titles)
  return drafts.flatMap((draft) => {
    const bare = trimmed(draft, tokens)
    const person = bare?.type === 'person' ? withoutTitle(bare, tokens, titles) : bare
    return person === null || !hasNameWord(person, tokens) ? [] : [person]
  })
}

/** One word at least is capitalised or of a script without case. */
const hasNameWord = ({ first, last }: NameDraft, tokens: readonly Token[]): boolean =>
  tokens
    .slice(first, last + 1)
    .some(({ text }) => isCapital(text) || (/\p{L}/u.test(text) && text.toLowerCase() === text.toUpperCase()))
