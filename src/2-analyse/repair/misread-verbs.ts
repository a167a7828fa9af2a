import { baseRelation } from '../../model/tree.ts'
import type { Draft, Repair, RepairContext } from './repair.ts'

const CLAUSAL = new Set(['root', 'conj', 'ccomp', 'parataxis', 'acl:relcl'])

function readAsVerbs({ tokens }: RepairContext): void {
  const subjects = new Map<number, Draft>()
  const barred = new Set<number>()
  for (const token of tokens) {
    if (baseRelation(token) === 'nsubj' && token.index < token.head) subjects.set(token.head, token)
    if (token.deprel === 'cop' || token.deprel === 'det' || token.deprel === 'amod') barred.add(token.head)
  }
  for (const token of tokens) {
    if (token.xpos !== 'VB' || !['acl', 'xcomp', 'advcl'].includes(token.deprel) || token.head !== token.index - 2)
      continue
    const verb = tokens[token.head]!
    const fits = verb.xpos === 'NNS' && CLAUSAL.has(verb.deprel) && !barred.has(verb.index)
    if (!fits || tokens[token.index - 1]!.text !== 'to') continue
    const subject = subjects.get(verb.index) ?? nameBefore(tokens, verb)
    if (!subject) continue
    Object.assign(verb, { upos: 'VERB', xpos: 'VBZ' })
    Object.assign(token, { deprel: 'xcomp' })
    Object.assign(subject, { deprel: 'nsubj' })
  }
}

/** "Arendia plans to withdraw" in a headline. */
function nameBefore(tokens: readonly Draft[], verb: Draft): Draft | undefined {
  const before = tokens[verb.index - 1]
  const compound = before?.upos === 'PROPN' && before.head === verb.index && baseRelation(before) === 'compound'
  return compound && verb.deprel === 'root' ? before : undefined
}

export const misreadVerbs: Repair = {
  id: 'misread-verbs',
  example: 'The president plans to travel.',
  reason:
    'A word with a subject and an infinitive but no copula is a verb, though the tagger took it for a plural noun.',
  repair: readAsVerbs,
}
