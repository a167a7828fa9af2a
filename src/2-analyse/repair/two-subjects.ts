import type { Tree } from '../../model/tree.ts'
import { type Draft, type Repair, type RepairContext, treeOf } from './repair.ts'

/** The two subjects that a verb of saying was given, the second of them behind a comma. */
function subjectsOf({ tokens, children, extent }: Tree, verb: Draft): readonly [Draft, Draft] | null {
  const subjects = children(verb.index).filter((c) => c < verb.index && tokens[c]!.deprel === 'nsubj')
  const [first, second] = subjects
  if (first === undefined || second === undefined || subjects.length > 2) return null
  return tokens[extent(second).first - 1]?.text === ',' ? [tokens[first]!, tokens[second]!] : null
}

function partSpeakers(context: RepairContext): void {
  const { tokens, vocabulary } = context
  const { verbs } = vocabulary.cues
  const tree = treeOf(context)
  for (const verb of tokens) {
    if (verb.xpos !== 'VBD' || !verbs.get(verb.lemma.toLowerCase())?.some(({ cue }) => cue.act === 'say')) continue
    for (const child of tree.children(verb.index)) {
      const beside = tokens[child]!
      if (beside.deprel === 'ccomp' && tokens[tree.extent(child).first]!.text === ';') beside.deprel = 'parataxis'
      if (beside.deprel === 'ccomp' && tokens[tree.extent(child).first - 1]?.text === ';') beside.deprel = 'parataxis'
    }
    const found = subjectsOf(tree, verb)
    if (!found) continue
    const [doer] = found
    const own = tree.children(doer.index).find((c) => tokens[c]!.deprel === 'acl' && /^VB[DN]$/.test(tokens[c]!.xpos))
    if (own === undefined) continue
    Object.assign(tokens[own]!, { head: verb.index, deprel: 'ccomp', xpos: 'VBD' })
    doer.head = own
  }
}

export const twoSubjects: Repair = {
  id: 'two-subjects',
  example: 'Thousands demonstrated in the capital, police said; organisers spoke of more.',
  reason:
    'Of two subjects of a verb of saying the second is the speaker; the first has the verb that was taken for its participle. What follows a semicolon is another sentence.',
  repair: partSpeakers,
}
