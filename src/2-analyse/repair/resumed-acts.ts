import type { Repair, RepairContext } from './repair.ts'

function readAsSubjects({ tokens, vocabulary: { events } }: RepairContext): void {
  for (const verb of tokens) {
    const act = tokens[verb.index - 1]
    if (verb.deprel !== 'xcomp' || !/^VB[DN]$/.test(verb.xpos) || act?.index !== verb.head || act.xpos !== 'VBG')
      continue
    if (act.deprel !== 'advcl' || !events.frames.byPredicate.has(`noun:${act.text.toLowerCase()}`)) continue
    Object.assign(verb, { xpos: 'VBD', head: act.head, deprel: 'advcl' })
    for (const own of tokens.slice(Math.max(0, act.index - 3), act.index))
      if (own.head === act.index && own.deprel === 'mark') own.head = verb.index
    Object.assign(act, { upos: 'NOUN', xpos: 'NN', lemma: act.text.toLowerCase(), head: verb.index, deprel: 'nsubj' })
  }
}

export const resumedActs: Repair = {
  id: 'resumed-acts',
  example: 'People have fled since fighting resumed.',
  reason: 'The act is the subject of the verb behind it, which was taken for its complement.',
  repair: readAsSubjects,
}
