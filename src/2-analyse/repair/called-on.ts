import { type Repair, type RepairContext, treeOf } from './repair.ts'

const ON = new Set(['on', 'upon'])

function hangOnCalls(context: RepairContext): void {
  const { tokens, vocabulary } = context
  const { verbs } = vocabulary.cues
  const calls = tokens.filter(
    ({ upos, lemma }) =>
      upos === 'VERB' && verbs.get(lemma.toLowerCase())?.some(({ frame }) => frame === 'on-infinitive') === true,
  )
  if (calls.length === 0) return
  const { children } = treeOf(context)
  const under = (at: number, deprel: RegExp) => children(at).filter((c) => deprel.test(tokens[c]!.deprel))
  for (const call of calls) {
    const called = under(call.index, /^obl/).find((c) =>
      under(c, /^case$/).some((word) => ON.has(tokens[word]!.text.toLowerCase())),
    )
    const deed = [...under(called ?? -1, /^acl/), ...under(call.index, /^(advcl|xcomp)/)].find(
      (c) => tokens[c]!.xpos === 'VB' && under(c, /^mark$/).some((word) => tokens[word]!.text.toLowerCase() === 'to'),
    )
    if (called === undefined || deed === undefined || deed < called) continue
    Object.assign(tokens[deed]!, { head: call.index, deprel: 'xcomp' })
    const [patient] = under(call.index, /^nsubj:pass$/)
    if (call.xpos !== 'VBN' || patient === undefined || under(call.index, /^aux/).length > 0) continue
    call.xpos = 'VBD'
    tokens[patient]!.deprel = 'nsubj'
  }
}

export const calledOn: Repair = {
  id: 'called-on',
  example: 'Cassia called on both sides to keep the accord.',
  reason: 'What somebody is called on to do completes the verb, and the verb is no passive.',
  repair: hangOnCalls,
}
