import type { Vocabulary } from '../../vocabulary/index.ts'
import { phrasesOf } from './polities.ts'
import type { Entry, Register } from './register.ts'
import type { States } from './states.ts'
import { relation, type Words } from './words.ts'

/** Of each office or organ of a state that the document names ("Velmar's foreign minister", "the Velmari army") the state, in text order. */
function governed(states: States, words: Words, { actorPhrases }: Vocabulary): readonly (readonly [number, Entry])[] {
  return words.tokens.flatMap(({ upos, index }): (readonly [number, Entry])[] => {
    if (upos !== 'NOUN' && upos !== 'PROPN') return []
    const state = phrasesOf(words, index).some((phrase) => actorPhrases.ofAState.has(phrase))
      ? states.over(index)
      : null
    return state ? [[index, state]] : []
  })
}

/** "The government", with nothing beside it that says whose. */
function isBare(words: Words, { type, names, chain }: Entry, { actorPhrases }: Vocabulary): boolean {
  const mentions = chain?.mentions.filter(({ form }) => form !== 'pronoun') ?? []
  return (
    type === 'government' &&
    names.length === 0 &&
    mentions.length > 0 &&
    mentions.every(({ token }) => {
      const children = words.children(token).map((child) => words.tokens[child]!)
      const bare = children.every((child) => !/^(amod|compound|nmod|appos)/.test(relation(child)))
      const definite = children.some(({ text }) => text.toLowerCase() === 'the')
      return bare && definite && actorPhrases.bareGovernment.has(words.tokens[token]!.lemma.toLowerCase())
    })
  )
}

const only = (states: Iterable<Entry>): Entry | null => {
  const [state, other] = new Set(states)
  return state && !other ? state : null
}

const isFirst = ({ mentions }: Entry, start: number): boolean => mentions.every((mention) => mention.start > start)

/**
 * "The government" is that of the one state whose office stands before it in the sentence ("Velmar's minister said that the
 * government had agreed"), where no other state is named so far; or of the only state that the document names, where it
 * names an office of it.
 */
export function tieGovernments(register: Register, states: States, words: Words, vocabulary: Vocabulary): void {
  const offices = governed(states, words, vocabulary)
  if (offices.length === 0) return
  const all = register.all().filter(({ type }) => type === 'state')
  const leading = all.length === 1 ? all[0]! : null
  for (const entry of register.all()) {
    if (!isBare(words, entry, vocabulary)) continue
    const { token, start } = entry.chain!.mentions[0]!
    const { sentence } = words.tokens[token]!
    const before = offices.filter(([at]) => at < token && words.tokens[at]!.sentence === sentence)
    const near = only(before.map(([, state]) => state))
    const state = near && all.every((s) => s === near || isFirst(s, start)) ? near : leading
    if (!state) continue
    entry.descriptions.splice(0)
    register.merge(state, entry)
  }
}
