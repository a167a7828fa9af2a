import type { Repair, RepairContext } from './repair.ts'

function hangParticles({ tokens, vocabulary }: RepairContext): void {
  const { particleVerbs } = vocabulary.grammar
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

export const particles: Repair = {
  id: 'particles',
  example: 'The rebels will hand over 31 soldiers.',
  reason: 'A particle of the verb before it does not modify the number behind it.',
  repair: hangParticles,
}
