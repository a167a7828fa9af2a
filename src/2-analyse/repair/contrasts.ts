import type { Cues } from '../../vocabulary/cues.ts'
import { buildTree } from '../shared/tree.ts'
import type { Draft } from './draft.ts'

const CONTRASTS = new Set(['while', 'whereas'])

/**
 * "The ministry says that six died, while residents say that 27 did": who says something else is no part of what the
 * first one says.
 */
export function hangContrasts(tokens: readonly Draft[], { verbs }: Pick<Cues, 'verbs'>): void {
  const openers = tokens.filter(({ text, deprel }) => deprel === 'mark' && CONTRASTS.has(text.toLowerCase()))
  if (openers.length === 0) return
  const { children } = buildTree(tokens, [])
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
