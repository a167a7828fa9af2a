import { beginnings, type Phrase } from '../../vocabulary/phrases.ts'
import type { Atom } from './atoms.ts'

export type Value = string | number
/** The values of a phrase's classes, by name. */
export type Captures = ReadonlyMap<string, Value>

/** A class of numbers or words: reads one at an atom, or null. */
export type ClassReader = (
  atoms: readonly Atom[],
  at: number,
) => { readonly value: Value; readonly next: number } | null

export interface PhraseClass {
  readonly read: ClassReader
  /** The words a member can begin with; `figures` where it can begin with a number in figures. */
  readonly words: Iterable<string>
  readonly figures: boolean
}
export type PhraseClasses = ReadonlyMap<string, PhraseClass>

export interface Rule {
  readonly id: string
  readonly phrase: Phrase
}
export interface Match<R extends Rule> {
  readonly rule: R
  /** Atom indexes; `next` is after the last. */
  readonly first: number
  readonly next: number
  readonly captures: Captures
}

/** Rules by the words that their phrases begin with, so that most words of a text cost one look. */
export interface Grammar<R extends Rule> {
  readonly byWord: ReadonlyMap<string, readonly R[]>
  readonly byFigures: readonly R[]
  readonly classes: PhraseClasses
}

export function compileGrammar<R extends Rule>(rules: readonly R[], classes: PhraseClasses): Grammar<R> {
  const byWord = new Map<string, Set<R>>()
  const byFigures = new Set<R>()
  const enter = (word: string, rule: R) => {
    const known = byWord.get(word)
    if (known) known.add(rule)
    else byWord.set(word, new Set([rule]))
  }
  for (const rule of rules)
    for (const begin of beginnings(rule.phrase)) {
      if (begin?.kind === 'word') for (const word of begin.words) enter(word, rule)
      if (begin?.kind !== 'class') continue
      const { words, figures } = classes.get(begin.name)!
      for (const word of words) enter(word, rule)
      if (figures) byFigures.add(rule)
    }
  const order = new Map(rules.map((rule, index) => [rule, index]))
  const sorted = (set: Set<R>): R[] => [...set].sort((a, b) => order.get(a)! - order.get(b)!)
  return {
    byWord: new Map([...byWord].map(([word, set]) => [word, sorted(set)])),
    byFigures: sorted(byFigures),
    classes,
  }
}

/** The longest match of any rule at an atom that `accept` lets pass; of equally long ones that of the first rule. */
export function matchAt<R extends Rule>(
  grammar: Grammar<R>,
  atoms: readonly Atom[],
  at: number,
  accept: (match: Match<R>) => boolean,
): Match<R> | null {
  const atom = atoms[at]!
  const rules = atom.value === undefined ? grammar.byWord.get(atom.text) : grammar.byFigures
  if (!rules) return null
  const found: Match<R>[] = []
  for (const rule of rules) {
    const walk: Walk = { atoms, classes: grammar.classes, captured: [] }
    follow(walk, rule.phrase, at, (next) => {
      found.push({ rule, first: at, next, captures: new Map(walk.captured) })
    })
  }
  if (found.length > 1) found.sort((a, b) => b.next - a.next)
  return found.find(accept) ?? null
}

interface Walk {
  readonly atoms: readonly Atom[]
  readonly classes: PhraseClasses
  readonly captured: [string, Value][]
}

/** Calls `then` at the end of each way in which the phrase matches at `from`. Phrases have no loops, so this ends. */
function follow(walk: Walk, phrase: Phrase, from: number, then: (next: number) => void): void {
  switch (phrase.kind) {
    case 'word':
      if (from < walk.atoms.length && phrase.words.has(walk.atoms[from]!.text)) then(from + 1)
      break
    case 'class': {
      const read = from < walk.atoms.length ? walk.classes.get(phrase.name)!.read(walk.atoms, from) : null
      if (!read) return
      walk.captured.push([phrase.as, read.value])
      then(read.next)
      walk.captured.pop()
      break
    }
    case 'optional':
      follow(walk, phrase.part, from, then)
      then(from)
      break
    case 'choice':
      for (const way of phrase.ways) follow(walk, way, from, then)
      break
    case 'sequence':
      followParts(walk, phrase.parts, 0, from, then)
  }
}

function followParts(walk: Walk, parts: readonly Phrase[], index: number, from: number, then: (next: number) => void) {
  if (index === parts.length) then(from)
  else follow(walk, parts[index]!, from, (next) => followParts(walk, parts, index + 1, next, then))
}
