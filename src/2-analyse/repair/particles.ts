import type { Grammar } from '../../vocabulary/grammar.ts'
import type { Draft } from './draft.ts'

/** "Hand over 31 soldiers": what belongs to the verb before it says nothing of the number behind it. */
export function hangParticles(tokens: readonly Draft[], { particleVerbs }: Pick<Grammar, 'particleVerbs'>): void {
  for (const particle of tokens) {
    const verb = tokens[particle.index - 1]
    const next = tokens[particle.index + 1]
    if (verb?.upos !== 'VERB' || particle.head <= particle.index || next?.sentence !== particle.sentence) continue
    if (!particleVerbs.get(particle.text.toLowerCase())?.has(verb.lemma.toLowerCase())) continue
    const noun = tokens[particle.head]!
    if (particle.deprel === 'case' && noun.deprel === 'obl' && noun.head === verb.index) noun.deprel = 'obj'
    Object.assign(particle, { upos: 'ADP', xpos: 'RP', deprel: 'compound:prt', head: verb.index })
  }
}
