import type { Cues } from '../../vocabulary/cues.ts'
import type { Events } from '../../vocabulary/events.ts'
import type { Draft } from './draft.ts'

/** "Since fighting resumed": the act has a verb of its own, which was taken for what one fights to be. */
export function readAsSubjects(tokens: readonly Draft[], { frames }: Pick<Events, 'frames'>): void {
  for (const verb of tokens) {
    const act = tokens[verb.index - 1]
    if (verb.deprel !== 'xcomp' || !/^VB[DN]$/.test(verb.xpos) || act?.index !== verb.head || act.xpos !== 'VBG')
      continue
    if (act.deprel !== 'advcl' || !frames.byPredicate.has(`noun:${act.text.toLowerCase()}`)) continue
    Object.assign(verb, { xpos: 'VBD', head: act.head, deprel: 'advcl' })
    for (const own of tokens.slice(Math.max(0, act.index - 3), act.index))
      if (own.head === act.index && own.deprel === 'mark') own.head = verb.index
    Object.assign(act, { upos: 'NOUN', xpos: 'NN', lemma: act.text.toLowerCase(), head: verb.index, deprel: 'nsubj' })
  }
}

/**
 * "They will restore ties, the two announced on Tuesday, ending a decade of enmity": what goes on behind the saying goes on
 * from what is said, unless it is a saying itself ("adding that").
 */
export function hangOnWhatIsSaid(tokens: readonly Draft[], { verbs }: Pick<Cues, 'verbs'>): void {
  const participles = tokens.filter(({ deprel, xpos, head }) => deprel === 'advcl' && xpos === 'VBG' && head >= 0)
  for (const going of participles) {
    const saying = tokens[going.head]!
    if (saying.deprel !== 'parataxis' || saying.index > going.index || saying.head > saying.index) continue
    if (!verbs.has(saying.lemma.toLowerCase()) || verbs.has(going.lemma.toLowerCase())) continue
    if (tokens[going.index - 1]?.text === ',') going.head = saying.head
  }
}
