import type { Analysis, Mention } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { makersOf, voiceAt } from '../speech/makers.ts'
import { takeMention } from './chains.ts'
import type { Entry, Register } from './register.ts'
import type { Words } from './words.ts'

/** What says something and names no maker is an actor: "reports said", "the autopsy showed". */
export function takeVoices(register: Register, words: Words, analysis: Analysis, vocabulary: Vocabulary): void {
  const owners = (token: number): readonly Entry[] => {
    const owner = register.owner(token)
    return owner ? [owner] : []
  }
  for (const attribution of analysis.attributions) {
    const { sourceToken } = attribution
    if (sourceToken === undefined || register.owner(sourceToken)) continue
    if (!voiceAt(analysis, sourceToken, vocabulary.channels)?.own) continue
    if (makersOf(analysis, attribution, vocabulary.channels, owners).length > 0) continue
    const entry = register.add('other', undefined)
    for (const mention of mentionsOf(words, analysis, sourceToken))
      takeMention(register, words, entry, mention, vocabulary)
    entry.descriptions.push(words.tokens[sourceToken]!.text)
  }
}

/** All that refers to the noun; where nothing else does, the noun with the words before it. */
function mentionsOf({ tokens }: Words, { chains }: Analysis, voice: number): readonly Mention[] {
  const chain = chains.find(({ mentions }) => mentions.some(({ token }) => token === voice))
  if (chain) return chain.mentions
  let first = voice
  while (first > 0 && tokens[first - 1]!.head === voice) first--
  const { start, end } = tokens[voice]!
  return [{ start: tokens[first]!.start, end, head: { start, end }, token: voice, form: 'nominal' }]
}
