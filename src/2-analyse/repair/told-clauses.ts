import type { Cues } from '../../vocabulary/cues.ts'
import type { Draft, Repair, RepairContext } from './repair.ts'

const HEARERS = new Set(['obj', 'iobj'])

/** Takes a hearer as its object and what the hearer is told as a clause. */
const tells = (verb: Draft | undefined, { verbs }: Pick<Cues, 'verbs'>): boolean =>
  verb?.upos === 'VERB' &&
  verbs.get(verb.lemma.toLowerCase())?.some(({ cue }) => cue.hearer === 'object' && cue.frames.includes('clause')) ===
    true

function readAsTold({ tokens, vocabulary: { cues } }: RepairContext): void {
  for (const that of tokens) {
    if (that.text.toLowerCase() !== 'that' || that.xpos !== 'WDT') continue
    const verb = tokens[that.head]
    const hearer = verb && tokens[verb.head]
    if (verb?.deprel !== 'acl:relcl' || !hearer || !HEARERS.has(hearer.deprel) || hearer.index >= that.index) continue
    const telling = tokens[hearer.head]
    const between = tokens.slice(that.index + 1, verb.index)
    if (!tells(telling, cues) || !between.some(({ head, deprel }) => head === verb.index && deprel.startsWith('nsubj')))
      continue
    Object.assign(that, { upos: 'SCONJ', xpos: 'IN', deprel: 'mark' })
    Object.assign(verb, { head: telling!.index, deprel: 'ccomp' })
  }
}

export const toldClauses: Repair = {
  id: 'told-clauses',
  example: 'An official told the Post that payments could resume.',
  reason:
    'A clause with "that" and a subject of its own behind a hearer is what the hearer is told, and no clause about the hearer.',
  repair: readAsTold,
}
