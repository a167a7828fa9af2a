import type { Analysis, Attribution } from '../../model/analysis.ts'
import type { Argument } from '../../model/clause.ts'
import { contains } from '../../model/span.ts'
import type { Channels } from '../../vocabulary/channels.ts'

/** The medium's or platform's name that begins at a token, where one does. */
function platformAt({ tokens }: Analysis, { platforms }: Channels, at: number): { first: number; last: number } | null {
  for (const name of platforms.get(tokens[at]!.text.toLowerCase()) ?? []) {
    const words = name.split(' ')
    if (words.every((word, k) => tokens[at + k]?.text.toLowerCase() === word))
      return { first: at, last: at + words.length - 1 }
  }
  return null
}

/** The words of a channel around its head: names and nouns before it, and the head. */
function wordsOf({ tokens, document }: Analysis, head: number): string {
  let first = head
  while (
    first > 0 &&
    tokens[first - 1]!.sentence === tokens[head]!.sentence &&
    /^(PROPN|NOUN)$/.test(tokens[first - 1]!.upos)
  )
    first--
  let last = head
  while (
    tokens[last]!.upos === 'PROPN' &&
    tokens[last + 1]?.upos === 'PROPN' &&
    tokens[last + 1]!.sentence === tokens[head]!.sentence
  )
    last++
  return document.text.slice(tokens[first]!.start, tokens[last]!.end)
}

/** The channel that a phrase names by its head, or null. */
function channelAt(analysis: Analysis, channels: Channels, head: number): string | null {
  const { tokens, entities } = analysis
  const { lemma, text } = tokens[head]!
  if (channels.nouns.has(lemma.toLowerCase()) || channels.nouns.has(text.toLowerCase())) return wordsOf(analysis, head)
  if (platformAt(analysis, channels, head)) return wordsOf(analysis, head)
  const medium = entities.find(({ first, last, subtype }) => subtype === 'media' && first <= head && head <= last)
  return medium ? analysis.document.text.slice(medium.start, medium.end) : null
}

const isOblique = ({ role, preposition }: Argument, channels: Channels): boolean =>
  role === 'oblique' && preposition !== undefined && channels.prepositions.has(preposition)

/** By what it is said: a phrase of the cue's clause ("in a Fox News interview", "on Twitter"), or the source itself ("the readout"). */
export function channelOf(analysis: Analysis, channels: Channels, attribution: Attribution): string | null {
  const { clause, content, sourceToken } = attribution
  const phrases = clause === undefined ? [] : analysis.clauses[clause]!.arguments.filter((a) => isOblique(a, channels))
  for (const { head, span } of phrases) {
    if (content.some((s) => contains(s, span))) continue
    const found = channelAt(analysis, channels, head)
    if (found !== null) return found
  }
  if (sourceToken === undefined) return null
  const { lemma } = analysis.tokens[sourceToken]!
  return channels.voices.has(lemma.toLowerCase()) ? channelAt(analysis, channels, sourceToken) : null
}
