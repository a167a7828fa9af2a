import type { Draft } from './draft.ts'

/** "Are due to meet": before an infinitive "to" opens it, and makes no preposition with "due". */
export function partDueTo(tokens: readonly Draft[]): void {
  for (const to of tokens) {
    const due = tokens[to.head]
    const verb = due && tokens[due.head]
    if (to.deprel !== 'fixed' || to.text.toLowerCase() !== 'to' || due?.lemma.toLowerCase() !== 'due') continue
    if (verb?.xpos === 'VB' && verb.index > to.index) Object.assign(to, { head: verb.index, deprel: 'mark' })
  }
}
