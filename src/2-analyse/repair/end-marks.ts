import type { Repair, RepairContext } from './repair.ts'

function hangEndMarks({ tokens, sentences }: RepairContext): void {
  for (const { first, last } of sentences) {
    const mark = tokens[last]!
    if (mark.deprel !== 'punct' || !/^[.!?]$/.test(mark.text)) continue
    for (let root = mark.head + 1; root > first && root < last; root++)
      if (tokens[root]!.deprel === 'root') mark.head = root
  }
}

export const endMarks: Repair = {
  id: 'end-marks',
  example: 'The bridge was closed, Reuters reported, citing Ana Reyes.',
  reason: 'The mark at the end of a sentence closes the whole of it, and no clause before its verb.',
  repair: hangEndMarks,
}
