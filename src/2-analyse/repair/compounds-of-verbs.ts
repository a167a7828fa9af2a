import { type Draft, type Repair, type RepairContext, treeOf } from './repair.ts'

const NOUN = /^(NOUN|PROPN)$/
const BEFORE_NOUN = new Set(['compound', 'amod', 'det', 'nummod'])

function readAsSubjects(context: RepairContext): void {
  const { tokens } = context
  const loose = tokens.filter(({ deprel, upos }) => deprel === 'compound' && NOUN.test(upos))
  if (loose.length === 0) return
  const { children } = treeOf(context)
  for (const noun of loose) {
    const verb = tokens[noun.head]!
    if (noun.index !== verb.index - 1 || verb.upos !== 'VERB' || !/^VB[DZP]$/.test(verb.xpos)) continue
    const own = children(verb.index).map((c) => tokens[c]!)
    if (own.some(({ deprel }) => /^[nc]subj/.test(deprel))) continue
    noun.deprel = 'nsubj'
    for (let at = own.indexOf(noun) - 1; at >= 0 && isBefore(own, at); at--) own[at]!.head = noun.index
  }
}

/** Whether the word and all between it and the noun can stand before a noun. */
const isBefore = (own: readonly Draft[], at: number): boolean =>
  BEFORE_NOUN.has(own[at]!.deprel) && own[at]!.index === own[at + 1]!.index - 1

export const compoundsOfVerbs: Repair = {
  id: 'compounds-of-verbs',
  example: 'On 5 May Rwandan artillery shelled the village.',
  reason: 'A noun makes no compound with a verb that has a tense: right before it, it is its subject.',
  repair: readAsSubjects,
}
