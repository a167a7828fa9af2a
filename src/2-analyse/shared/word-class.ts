import type { WordClass, WordEntry } from '../../vocabulary/word-classes.ts'
import type { Atom } from './atoms.ts'
import type { PhraseClass } from './match.ts'

const standsAt = (atoms: readonly Atom[], at: number, { words }: WordEntry): boolean =>
  words.every((word, index) => atoms[at + index]?.text === word)

/** "May 9", "Sun, Nov. 9": a number in the next three atoms. */
const figuresFollow = (atoms: readonly Atom[], at: number): boolean =>
  atoms.slice(at, at + 3).some(({ value }) => value !== undefined)

/** "2 May": figures right before. */
const figuresPrecede = (atoms: readonly Atom[], at: number): boolean => atoms[at - 1]?.figures !== undefined

/** A class of the lexicon as a class of phrases. An ambiguous word must have one of its tags, or figures beside it. */
export function phraseClass(words: WordClass): PhraseClass {
  const allowed = (atoms: readonly Atom[], at: number, entry: WordEntry): boolean =>
    !entry.tags ||
    entry.tags.has(atoms[at]!.tag) ||
    (atoms[at]!.capital && (figuresPrecede(atoms, at) || figuresFollow(atoms, at + entry.words.length)))
  return {
    words: [...words.entries.keys()],
    figures: false,
    read(atoms, at) {
      const first = atoms[at]
      if (!first || (words.capital && !first.capital)) return null
      for (const entry of words.entries.get(first.text) ?? [])
        if (standsAt(atoms, at, entry) && allowed(atoms, at, entry))
          return { value: entry.value, next: at + entry.words.length }
      return null
    },
  }
}
