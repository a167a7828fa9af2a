import type { Draft, Repair, RepairContext } from './repair.ts'

/** The clause above that the conjunction stands before, where it stands before more than its own clause. */
function openedBy(tokens: readonly Draft[], mark: Draft): Draft | null {
  let clause = tokens[mark.head]!
  for (let steps = 0; clause.deprel === 'ccomp' && steps < tokens.length; steps++) {
    const above = tokens[clause.head]
    if (!above || above.index < mark.index || above.index > clause.index) break
    clause = above
  }
  return clause.index === mark.head || clause.deprel !== 'ccomp' || clause.head > mark.index ? null : clause
}

function hangOuterMarks({ tokens }: RepairContext): void {
  const marks = tokens.filter(({ deprel, upos, head }) => deprel === 'mark' && upos === 'SCONJ' && head >= 0)
  for (const mark of marks) {
    const clause = openedBy(tokens, mark)
    if (clause && !marks.some(({ head }) => head === clause.index)) mark.head = clause.index
  }
}

export const outerMarks: Repair = {
  id: 'outer-marks',
  example: 'The agency reported that the mayor said the firm had announced that the plant was shut.',
  reason: 'A conjunction opens the clause whose words follow it, and not one that is content of that clause.',
  repair: hangOuterMarks,
}
