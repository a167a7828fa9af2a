import type { Mention } from '../../model/analysis.ts'
import type { Span } from '../../model/span.ts'
import type { ActorPhrases } from '../../vocabulary/actor-phrases.ts'
import { isJoined } from '../joined.ts'
import { oneLine, relation, type Words } from './words.ts'

/** A description of more words is no name any more. */
const MOST_WORDS = 8
const OPENING = new Set(['PUNCT', 'NUM', 'SYM', 'CCONJ', 'ADP', 'SCONJ'])
const RELATIVE = new Set(['WP', 'WDT', 'WP$'])

/** Words that open a phrase without describing: articles, "his", "some", numbers, "about". */
function opens(words: Words, token: number, { dropped }: ActorPhrases): boolean {
  const { upos, deprel, text } = words.tokens[token]!
  if (isJoined(words.tokens, token)) return false
  if (OPENING.has(upos)) return true
  if (relation(words.tokens[token]!) === 'det' || deprel === 'case') return true
  return (deprel === 'nmod:poss' && upos === 'PRON') || dropped.has(text.toLowerCase())
}

/** From the first describing word to the head: "senior Borland officials" of "some 20 senior Borland officials in town". */
export function describedSpan(words: Words, mention: Mention, phrases: ActorPhrases): Span {
  let { first } = words.range(mention)
  while (first < mention.token && opens(words, first, phrases)) first++
  return { start: words.tokens[first]!.start, end: mention.head.end }
}

/** Where a phrase ends before a comma, a dash or a relative clause. */
function endOfPhrase(words: Words, mention: Mention): number {
  const { last } = words.range(mention)
  let at = mention.token
  while (at < last && words.tokens[at + 1]!.upos !== 'PUNCT' && !RELATIVE.has(words.tokens[at + 1]!.xpos)) at++
  return words.tokens[at]!.end
}

/** The words by which a description names its actor: the describing words and the head; the whole phrase where it is short. */
export function descriptionsOf(words: Words, mention: Mention, phrases: ActorPhrases): string[] {
  const span = describedSpan(words, mention, phrases)
  const short = oneLine(words.text.slice(span.start, span.end))
  const whole = oneLine(words.text.slice(span.start, Math.max(span.end, endOfPhrase(words, mention))))
  return whole === short || whole.split(' ').length > MOST_WORDS ? [short] : [short, whole]
}
