import type { Analysis, Attribution } from '../../model/analysis.ts'
import type { Span } from '../../model/span.ts'
import type { Channels } from '../../vocabulary/channels.ts'
import { entityAt, firstTokenFrom } from './ground.ts'
import { voiceAt } from './makers.ts'

/** Whether a platform's name ends at a token. */
function isPlatform({ tokens }: Analysis, { platforms }: Channels, at: number): boolean {
  for (let first = at; first >= Math.max(0, at - 2); first--) {
    for (const name of platforms.get(tokens[first]!.text.toLowerCase()) ?? []) {
      const words = name.split(' ')
      if (words.length !== at - first + 1) continue
      if (words.every((word, k) => tokens[first + k]!.text.toLowerCase() === word)) return true
    }
  }
  return false
}

const CAPITAL = /^\p{Lu}/u
const NAMELIKE = /^(PROPN|NOUN|ADJ)$/

/** The words of a channel up to its head: names, nouns and capitalised adjectives before it. */
function wordsOf({ tokens, document }: Analysis, head: number): string {
  const joins = (t: number): boolean =>
    tokens[t]!.sentence === tokens[head]!.sentence &&
    NAMELIKE.test(tokens[t]!.upos) &&
    (tokens[t]!.upos === 'NOUN' || CAPITAL.test(tokens[t]!.text))
  let first = head
  while (first > 0 && joins(first - 1)) first--
  let last = head
  while (tokens[last]!.upos === 'PROPN' && tokens[last + 1]?.upos === 'PROPN' && joins(last + 1)) last++
  return document.text.slice(tokens[first]!.start, tokens[last]!.end)
}

/** The channel that a phrase names by its head, or null. `media`: last tokens of names of media. */
function channelAt(analysis: Analysis, channels: Channels, head: number): string | null {
  const { tokens, entities } = analysis
  const { lemma, text } = tokens[head]!
  if (channels.nouns.has(lemma.toLowerCase()) || channels.nouns.has(text.toLowerCase())) return wordsOf(analysis, head)
  let last = head
  while (tokens[last + 1]?.upos === 'PROPN' && tokens[last]!.upos === 'PROPN') last++
  if (isPlatform(analysis, channels, head) || isPlatform(analysis, channels, last)) return wordsOf(analysis, head)
  const medium = entityAt(entities, head)
  return medium?.subtype === 'media' ? analysis.document.text.slice(medium.start, medium.end) : null
}

const FARTHEST_PHRASE = 60

const holds = (spans: readonly Span[], { start, end }: Span): boolean =>
  spans.some((s) => s.start <= start && end <= s.end)

/** Heads of the phrases that a preposition of channels opens in the sentence of the cue, outside what is said; nearest to the cue first. */
function phrasesAround(analysis: Analysis, channels: Channels, { cue, content }: Attribution): number[] {
  const at = firstTokenFrom(analysis, cue[0]?.start ?? 0)
  const sentence = analysis.sentences[analysis.tokens[at]!.sentence]!
  const first = Math.max(sentence.first, at - FARTHEST_PHRASE)
  const last = Math.min(sentence.last, at + FARTHEST_PHRASE)
  const found: number[] = []
  for (let t = first; t <= last; t++) {
    const { deprel, text, head } = analysis.tokens[t]!
    if (deprel !== 'case' || head <= t || !channels.prepositions.has(text.toLowerCase())) continue
    if (!holds(content, analysis.tokens[head]!)) found.push(head)
  }
  return found.sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b)
}

/** By what it is said: a phrase beside the cue ("in a Fox News interview", "on Twitter"), or the source itself ("the readout"). */
export function channelOf(analysis: Analysis, channels: Channels, attribution: Attribution): string | null {
  const { sourceToken, clause, cueToken } = attribution
  if (sourceToken !== undefined && voiceAt(analysis, sourceToken, channels) !== null)
    return channelAt(analysis, channels, sourceToken)
  if (clause === undefined || cueToken === undefined || analysis.tokens[cueToken]!.upos !== 'VERB') return null
  for (const head of phrasesAround(analysis, channels, attribution)) {
    const found = channelAt(analysis, channels, head)
    if (found !== null) return found
  }
  return null
}
