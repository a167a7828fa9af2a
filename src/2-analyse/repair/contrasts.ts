import { type Repair, type RepairContext, treeOf } from './repair.ts'

const CONTRASTS = new Set(['while', 'whereas'])

function hangContrasts(context: RepairContext): void {
  const { tokens, vocabulary } = context
  const { verbs } = vocabulary.cues
  const openers = tokens.filter(({ text, deprel }) => deprel === 'mark' && CONTRASTS.has(text.toLowerCase()))
  if (openers.length === 0) return
  const { children } = treeOf(context)
  for (const { index, head } of openers) {
    const other = tokens[head]!
    const told = tokens[other.head]
    const saying = told && tokens[told.head]
    if (other.deprel !== 'advcl' || told?.deprel !== 'ccomp' || !saying || other.index < told.index) continue
    const hasSpeaker = children(other.index).some((c) => c > index && tokens[c]!.deprel === 'nsubj')
    if (hasSpeaker && verbs.has(other.lemma.toLowerCase()) && verbs.has(saying.lemma.toLowerCase()))
      other.head = saying.index
  }
}

export const contrasts: Repair = {
  id: 'contrasts',
  example: 'The ministry says that six died, while residents say that 27 did.',
  reason: 'What somebody else says is no part of what the first one says.',
  repair: hangContrasts,
}
