import type { Analysis, Chain, Mention } from '../../model/analysis.ts'
import type { ActorType } from '../../model/reading.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { foldName } from '../../vocabulary/reference.ts'
import { describedSpan, descriptionsOf } from './descriptions.ts'
import type { Entry, Register } from './register.ts'
import { oneLine, relation, type Words } from './words.ts'

const DESCRIBING = new Set(['det', 'amod', 'nmod', 'compound', 'nummod', 'acl'])
const ARTICLE = /^(?:the|a|an)\s+/i
const GENITIVE = /['’]s?$/

/** Conjuncts of a phrase that stands for several: "Arendia and Borland"; none where it stands for one. */
export function conjunctsIn(words: Words, mention: Mention): number[] {
  if (mention.form !== 'nominal') return []
  return words
    .children(mention.token)
    .filter((child) => relation(words.tokens[child]!) === 'conj' && words.tokens[child]!.end <= mention.end)
}

/** Name as written, without article, titles and genitive. */
function bareName(text: string, type: ActorType, { honorifics }: Vocabulary['reference']): string {
  const parts = oneLine(text).replace(ARTICLE, '').replace(GENITIVE, '').split(' ')
  let from = 0
  while (type === 'person' && from < parts.length - 1 && honorifics.has(foldName(parts[from]!))) from++
  return parts.slice(from).join(' ')
}

/** Does a description say whom it means: not "nobody", not the bare "state" of "head of state"? */
function describes(words: Words, { token, form }: Mention): boolean {
  const { upos, xpos } = words.tokens[token]!
  if (form !== 'nominal') return form === 'name'
  if (upos === 'PRON') return false
  return xpos !== 'NN' || words.children(token).some((child) => DESCRIBING.has(relation(words.tokens[child]!)))
}

/** Is the chain of an actor: of known type, or by a name that the recogniser knows for one? */
function isActor(words: Words, { type, mentions }: Chain, { reference }: Vocabulary): boolean {
  if (mentions.every(({ form }) => form === 'pronoun')) return type === 'person'
  if (type === 'other') return mentions.some(({ form, token }) => form === 'name' && words.entityAt(token) !== null)
  const mass = ({ token }: Mention) => reference.pluralNouns.has(words.tokens[token]!.lemma.toLowerCase())
  return mentions.length > 1 || mentions.some((mention) => describes(words, mention) || mass(mention))
}

export function takeMention(
  register: Register,
  words: Words,
  entry: Entry,
  mention: Mention,
  vocabulary: Vocabulary,
): void {
  const { start, end } = mention.head
  if (mention.form === 'nominal') {
    entry.descriptions.push(...descriptionsOf(words, mention, vocabulary.actorPhrases))
    if (register.own(entry, mention.token)) entry.mentions.push(describedSpan(words, mention, vocabulary.actorPhrases))
    return
  }
  if (mention.form === 'name') {
    const name = bareName(words.text.slice(start, end), entry.type, vocabulary.reference)
    if (!entry.names.includes(name)) entry.names.push(name)
    entry.mentions.push({ start, end })
  } else if (register.own(entry, mention.token)) entry.mentions.push({ start, end })
}

/** Lets the words of names stand for their actors; of a name inside a name, for the inner one. */
function ownNames(register: Register, words: Words, entries: readonly Entry[]): void {
  const claims = entries.flatMap((entry) =>
    (entry.chain?.mentions ?? []).flatMap(({ form, head }) =>
      form === 'name' ? [{ entry, ...words.range(head) }] : [],
    ),
  )
  claims.sort((a, b) => a.last - a.first - (b.last - b.first))
  for (const { entry, first, last } of claims)
    for (let token = first; token <= last; token++) register.own(entry, token)
}

/** Chains → actors. Gives, of each pronoun that stands for several, their heads. */
export function takeChains(
  register: Register,
  words: Words,
  analysis: Analysis,
  vocabulary: Vocabulary,
): Map<number, readonly number[]> {
  const several = new Map<number, readonly number[]>()
  for (const chain of analysis.chains) {
    const group = chain.mentions.find((mention) => conjunctsIn(words, mention).length > 0)
    const single = chain.mentions.filter(
      (mention) => mention !== group && mention.form !== 'pronoun' && conjunctsIn(words, mention).length === 0,
    )
    if (group && single.length === 0) {
      const heads = [group.token, ...conjunctsIn(words, group)]
      for (const { form, token } of chain.mentions) if (form === 'pronoun') several.set(token, heads)
      continue
    }
    if (!isActor(words, chain, vocabulary)) continue
    const links = chain.type === 'person' ? undefined : chain.links
    const entry = register.add(chain.type as ActorType, links, chain)
    for (const mention of chain.mentions)
      if (conjunctsIn(words, mention).length === 0) takeMention(register, words, entry, mention, vocabulary)
    if (entry.names.length + entry.descriptions.length === 0 && entry.mentions[0]) {
      const { start, end } = entry.mentions[0]
      entry.descriptions.push(words.text.slice(start, end))
    }
  }
  ownNames(register, words, register.all())
  return several
}
