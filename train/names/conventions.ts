/** What is a name and where it ends, brought to one convention over corpora that differ. */
import type { Example, Name } from './corpora.ts'

export interface Conventions {
  apply(example: Example): Example
}

const ARTICLES = new Set(['the', 'The', 'THE', 'a', 'an'])

export function makeConventions(
  demonyms: ReadonlySet<string>,
  titles: ReadonlySet<string>,
  events: readonly string[],
): Conventions {
  const eventWords = new Set(events)
  /** One corpus has a type for events, another calls them other names. */
  const retype = (name: Name, words: readonly string[]): Name => {
    if (isDemonym(words.slice(name.first, name.last + 1))) return { ...name, type: 'nationality' }
    const parts = words.slice(name.first, name.last + 1)
    const happened = parts.some((word) => eventWords.has(word)) && parts.length > 1
    return name.type === 'other' && happened ? { ...name, type: 'event' } : name
  }
  const isDemonym = (words: readonly string[]): boolean => demonyms.has(words.join(' '))
  const trim = (name: Name, words: readonly string[]): Name => {
    let first = name.first
    if (ARTICLES.has(words[first]!) && words[first + 1] !== 'Hague') first++
    if (name.type === 'person') first = afterTitles(words, first, name.last, titles)
    return { ...name, first }
  }
  return {
    apply({ words, names }) {
      const kept = names
        .map((name) => trim(name, words))
        .filter((name) => name.first <= name.last)
        .map((name) => retype(name, words))
      const taken = new Set(
        kept.flatMap((name) => words.flatMap((_, k) => (k >= name.first && k <= name.last ? [k] : []))),
      )
      const found = words.flatMap((word, k): Name[] =>
        !taken.has(k) && isDemonym([word]) ? [{ first: k, last: k, type: 'nationality' }] : [],
      )
      return { words, names: [...kept, ...found].sort((a, b) => a.first - b.first) }
    },
  }
}

/** "President Donald Trump" from "Donald"; "Foreign Minister" alone is left with nothing. */
function afterTitles(words: readonly string[], first: number, last: number, titles: ReadonlySet<string>): number {
  for (let at = first; at <= last; ) {
    const end = [4, 3, 2, 1]
      .map((n) => at + n - 1)
      .find((k) => k <= last && titles.has(words.slice(at, k + 1).join(' ')))
    if (end === undefined) return words[at] === 'of' ? last + 1 : at
    at = end + 1
    if (at > last) return at
  }
  return first
}
