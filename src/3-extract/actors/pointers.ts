import type { Analysis } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Entry, Register } from './register.ts'
import { opensWithOf, relation, type Words } from './words.ts'

const RELATIVE = new Set(['WP', 'WDT', 'WP$'])
const FAR = 12

/** Tokens that name nobody themselves but point to an actor by grammar: relatives, titles before names, "thousands of". */
export function pointTokens(register: Register, words: Words, analysis: Analysis, { actorPhrases }: Vocabulary): void {
  for (const token of analysis.tokens) {
    const entry = RELATIVE.has(token.xpos)
      ? antecedent(register, words, token.index)
      : actorPhrases.manyOf.has(token.lemma.toLowerCase())
        ? counted(register, words, token.index)
        : titled(register, words, token.index)
    if (entry && !register.owner(token.index)) register.own(entry, token.index)
  }
}

/** "the minister who left": who is the minister. */
function antecedent(register: Register, { tokens }: Words, token: number): Entry | undefined {
  let at = token
  for (let k = 0; k < FAR && at >= 0; k++) {
    if (tokens[at]!.deprel === 'acl:relcl') return register.owner(tokens[at]!.head)
    at = tokens[at]!.head
  }
  return undefined
}

function counted(register: Register, words: Words, token: number): Entry | undefined {
  const { tokens } = words
  for (const child of words.children(token)) {
    if (relation(tokens[child]!) !== 'nmod' && relation(tokens[child]!) !== 'obl') continue
    if (opensWithOf(words, child)) return register.owner(child)
  }
  return undefined
}

/** "President" in "President Abara". */
function titled(register: Register, { tokens }: Words, token: number): Entry | undefined {
  const { deprel, head, upos } = tokens[token]!
  if (head < 0 || (upos !== 'NOUN' && upos !== 'PROPN')) return undefined
  if (deprel !== 'nmod:desc' && deprel !== 'compound' && deprel !== 'flat') return undefined
  const owner = register.owner(head)
  return owner?.type === 'person' && owner.names.length > 0 ? owner : undefined
}
