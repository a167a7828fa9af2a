import type { Sentence } from '../../model/analysis.ts'
import type { Cues } from '../../vocabulary/cues.ts'
import type { Draft } from './draft.ts'

const FARTHEST = 16
const NOMINAL = /^(NOUN|PROPN|PRON)$/
/** What opens a clause of its own is no plain speaker. */
const CLAUSAL = /^(W|VB[DPZ]|MD)/

/** The words between the last comma and the verb that ends the sentence; null: they are no one phrase. */
function phraseBefore(tokens: readonly Draft[], verb: Draft, first: number): readonly Draft[] | null {
  let at = verb.index - 1
  while (at > first && verb.index - at < FARTHEST && tokens[at]!.text !== ',') at--
  const phrase = tokens.slice(at + 1, verb.index)
  const plain = phrase.every(({ xpos, deprel }) => !CLAUSAL.test(xpos) && deprel !== 'mark')
  return tokens[at]!.text === ',' && phrase.length > 0 && plain ? phrase : null
}

/** "Talks will go on if both agree on a mediator, two sources said.": who stands before the last word says all of it. */
export function hangTrailingSpeakers(
  tokens: readonly Draft[],
  sentences: readonly Sentence[],
  { verbs }: Pick<Cues, 'verbs'>,
): void {
  for (const { first, last } of sentences) {
    const verb = tokens[tokens[last]!.upos === 'PUNCT' ? last - 1 : last]
    if (!verb || verb.index <= first || !/^VB[DZ]$/.test(verb.xpos)) continue
    if (!verbs.get(verb.lemma.toLowerCase())?.some(({ cue }) => cue.act === 'say' && cue.hearer === undefined)) continue
    const phrase = phraseBefore(tokens, verb, first)
    if (!phrase) continue
    const inside = (index: number): boolean => index >= phrase[0]!.index && index <= verb.index
    const heads = phrase.filter(({ head }) => !inside(head) || head === verb.index)
    const [speaker] = heads
    if (heads.length !== 1 || !speaker || !NOMINAL.test(speaker.upos) || speaker.head === verb.index) continue
    const above = speaker.head
    if (above < 0) continue
    if (inside(verb.head)) Object.assign(verb, { head: above, deprel: 'parataxis' })
    Object.assign(speaker, { head: verb.index, deprel: 'nsubj' })
  }
}
