import type { Repair, RepairContext } from './repair.ts'

function partDueTo({ tokens }: RepairContext): void {
  for (const to of tokens) {
    const due = tokens[to.head]
    const verb = due && tokens[due.head]
    if (to.deprel !== 'fixed' || to.text.toLowerCase() !== 'to' || due?.lemma.toLowerCase() !== 'due') continue
    if (verb?.xpos === 'VB' && verb.index > to.index) Object.assign(to, { head: verb.index, deprel: 'mark' })
  }
}

export const dueTo: Repair = {
  id: 'due-to',
  example: 'The ministers are due to meet.',
  reason: 'Before an infinitive, "to" opens the infinitive and makes no preposition with "due".',
  repair: partDueTo,
}
