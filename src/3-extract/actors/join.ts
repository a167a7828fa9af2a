import type { Span } from '../../model/span.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { foldName } from '../../vocabulary/reference.ts'
import { describedSpan } from './descriptions.ts'
import type { Entry, Register } from './register.ts'
import { relation, type Words } from './words.ts'

/** "The YPG militia" is the YPG: a noun that says no more than what kind of thing the name before it is. */
export function joinKinds(register: Register, words: Words, { reference }: Vocabulary): void {
  for (const entry of register.all()) {
    const mention = entry.names.length === 0 ? entry.chain?.mentions.find(({ form }) => form === 'nominal') : undefined
    const types = mention && reference.definiteNouns.get(words.tokens[mention.token]!.lemma.toLowerCase())
    if (!mention || !types) continue
    const inside = words.children(mention.token).filter((child) => relation(words.tokens[child]!) === 'compound')
    const owners = new Set(inside.map((child) => register.owner(child)))
    const [owner] = owners
    if (owners.size !== 1 || !owner || owner.names.length === 0) continue
    // What the recogniser knew for nothing better is what the noun says.
    if (owner.type === 'other') owner.type = entry.type
    if (types.has(owner.type)) register.merge(owner, entry)
  }
}

const PLURAL = new Set(['NNS', 'NNPS'])

/** The words of a description, with the names of a state all alike: "U.S. forces", "American forces". */
function statedWords(register: Register, words: Words, { start, end }: Span): string {
  const out: string[] = []
  const { first, last } = words.range({ start, end })
  for (let token = first; token <= last; token++) {
    const owner = register.owner(token)
    const code = owner?.type === 'state' ? owner.links?.iso3 : undefined
    const word = code ?? foldName(words.tokens[token]!.text)
    if (word !== '' && word !== out.at(-1)) out.push(word)
  }
  return out.join(' ')
}

/** Descriptions in the same words are one actor where they are plural, or where a name is the same: "the Arendian army". */
export function joinDescriptions(register: Register, words: Words, { reference, actorPhrases }: Vocabulary): void {
  const known = new Map<string, Entry>()
  for (const entry of register.all()) {
    if (entry.type === 'person') continue
    const named = entry.chain?.mentions.filter(({ form }) => form === 'name') ?? []
    for (const { head } of named) {
      const key = `${entry.type} ${statedWords(register, words, head)}`
      if (!known.has(key)) known.set(key, entry)
    }
  }
  for (const entry of register.all()) {
    const mention = entry.chain?.mentions.find(({ form }) => form === 'nominal')
    if (entry.names.length > 0 || !mention) continue
    const key = `${entry.type} ${statedWords(register, words, describedSpan(words, mention, actorPhrases))}`
    const first = known.get(key)
    const { xpos, lemma } = words.tokens[mention.token]!
    if (first && first !== entry) register.merge(first, entry)
    else if (PLURAL.has(xpos) || reference.pluralNouns.has(lemma.toLowerCase())) known.set(key, entry)
  }
}
