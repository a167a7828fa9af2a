import type { Vocabulary } from '../../vocabulary/index.ts'
import { foldName } from '../../vocabulary/reference.ts'
import type { Entry, Register } from './register.ts'
import { relation, type Words } from './words.ts'

/** "The YPG militia" is the YPG: a noun that says no more than what kind of thing the name before it is. */
export function joinKinds(register: Register, words: Words, { reference }: Vocabulary): void {
  for (const entry of register.all()) {
    const mention = entry.names.length === 0 ? entry.chain?.mentions.find(({ form }) => form === 'nominal') : undefined
    const types = mention && reference.definiteNouns.get(words.tokens[mention.token]!.lemma.toLowerCase())
    if (!mention || !types) continue
    const inside = words.children(mention.token).filter((child) => relation(words.tokens[child]!) === 'compound')
    const owner = inside.length === 1 ? register.owner(inside[0]!) : undefined
    if (owner && owner.names.length > 0 && types.has(owner.type)) register.merge(owner, entry)
  }
}

const PLURAL = new Set(['NNS', 'NNPS'])

/** Descriptions in the same words are one actor where they are plural, or where a name is the same: "the Arendian army". */
export function joinDescriptions(register: Register, words: Words, { reference }: Vocabulary): void {
  const known = new Map<string, Entry>()
  const key = ({ type }: Entry, name: string) => `${type} ${foldName(name)}`
  for (const entry of register.all())
    for (const name of entry.names)
      if (entry.type !== 'person' && !known.has(key(entry, name))) known.set(key(entry, name), entry)
  for (const entry of register.all()) {
    const mention = entry.chain?.mentions.find(({ form }) => form === 'nominal')
    if (entry.names.length > 0 || !mention) continue
    const own = key(entry, entry.descriptions[0] ?? '')
    const first = known.get(own)
    if (first && first !== entry) register.merge(first, entry)
    else {
      const { xpos, lemma } = words.tokens[mention.token]!
      if (PLURAL.has(xpos) || reference.pluralNouns.has(lemma.toLowerCase())) known.set(own, entry)
    }
  }
}
