import type { Cues } from '../../vocabulary/cues.ts'
import type { Draft, Repair, RepairContext } from './repair.ts'

/** The verb by which somebody says what is before the comma: "accused Borland of arming the rebels". */
function sayingAbove(tokens: readonly Draft[], noun: Draft, { verbs }: Pick<Cues, 'verbs'>): Draft | undefined {
  for (let at: Draft | undefined = noun, steps = 0; at && steps < 8; at = tokens[at.head], steps++)
    if (at.upos === 'VERB' && verbs.get(at.lemma.toLowerCase())?.some(({ cue }) => cue.act === 'claim')) return at
  return undefined
}

function hangComments({ tokens, vocabulary: { cues } }: RepairContext): void {
  for (const which of tokens) {
    if (which.text.toLowerCase() !== 'which' || which.deprel !== 'obj') continue
    const verb = tokens[which.head]!
    const noun = tokens[verb.head]
    if (verb.deprel !== 'acl:relcl' || !noun || tokens[which.index - 1]?.text !== ',') continue
    if (!cues.verbs.get(verb.lemma.toLowerCase())?.some(({ cue }) => cue.act === 'deny')) continue
    const saying = sayingAbove(tokens, noun, cues)
    if (saying) Object.assign(verb, { head: saying.index, deprel: 'parataxis' })
  }
}

export const comments: Repair = {
  id: 'comments',
  example: 'The minister accused Borland of arming the rebels, which Borland denies.',
  reason:
    'What is denied is the charge. Such a clause says nothing of the noun before it; it is beside the clause of the charge.',
  repair: hangComments,
}
