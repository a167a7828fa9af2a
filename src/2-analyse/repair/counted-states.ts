import type { Repair, RepairContext } from './repair.ts'

const COUNTS = new Set(['number', 'toll', 'total', 'count', 'figure', 'hundreds', 'thousands', 'dozens', 'scores'])

function readAsThose({ tokens }: RepairContext): void {
  for (const of of tokens) {
    if (of.text.toLowerCase() !== 'of' || of.deprel !== 'case') continue
    const those = tokens[of.head]
    const number = those && tokens[those.head]
    if (those?.index !== of.index + 1 || those.xpos !== 'VBN' || !/^(acl|nmod)/.test(those.deprel) || !number) continue
    if (!COUNTS.has(number.text.toLowerCase())) continue
    for (const own of tokens.slice(those.index + 1, those.index + 12))
      if (own.head === those.index && own.deprel === 'obl' && number.head >= 0) own.head = number.head
    Object.assign(those, { upos: 'NOUN', xpos: 'NNS', deprel: 'nmod' })
  }
}

export const countedStates: Repair = {
  id: 'counted-states',
  example: 'The agency put the number of displaced at 5,000.',
  reason: 'After a word for a number, "of displaced" names people in that state.',
  repair: readAsThose,
}
