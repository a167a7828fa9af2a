import type { Repair, RepairContext } from './repair.ts'

function hangOnWhatIsSaid({ tokens, vocabulary: { cues } }: RepairContext): void {
  const participles = tokens.filter(({ deprel, xpos, head }) => deprel === 'advcl' && xpos === 'VBG' && head >= 0)
  for (const going of participles) {
    const saying = tokens[going.head]!
    if (saying.deprel !== 'parataxis' || saying.index > going.index || saying.head > saying.index) continue
    if (!cues.verbs.has(saying.lemma.toLowerCase()) || cues.verbs.has(going.lemma.toLowerCase())) continue
    if (tokens[going.index - 1]?.text === ',') going.head = saying.head
  }
}

export const goingOn: Repair = {
  id: 'going-on',
  example: 'They will restore ties, the two announced on Tuesday, ending a decade of enmity.',
  reason:
    'A participle behind the saying goes on from what is said, unless it is a verb of saying itself ("adding that").',
  repair: hangOnWhatIsSaid,
}
