import type { Analysis, Attribution, Token } from '../../model/analysis.ts'
import type { Channels } from '../../vocabulary/channels.ts'
import { firstTokenFrom } from './ground.ts'

/** The tokens of the source's phrase. */
function tokensOf(analysis: Analysis, { source }: Attribution): Token[] {
  const found: Token[] = []
  for (const { start, end } of source ?? [])
    for (let t = firstTokenFrom(analysis, start); t < analysis.tokens.length && analysis.tokens[t]!.start < end; t++)
      found.push(analysis.tokens[t]!)
  return found
}

/** A title before a name ("by Secretary Ann Holt") stands for the one who bears it. */
function bearer(analysis: Analysis, word: number, words: readonly Token[]): number {
  let at = word
  while (
    /^(nmod:desc|flat)/.test(analysis.tokens[at]!.deprel) &&
    words.some(({ index }) => index === analysis.tokens[at]!.head)
  )
    at = analysis.tokens[at]!.head
  return at
}

const BEFORE = /^(nmod:poss|amod|compound)$/

/** "a statement which read": the noun that a relative stands for. */
function meant({ tokens }: Analysis, word: number): number {
  const { xpos, head } = tokens[word]!
  return /^W/.test(xpos) && tokens[head]?.deprel === 'acl:relcl' ? tokens[head].head : word
}

/** "issued a statement saying": who brings about what speaks. */
function bringer({ tokens, clauses }: Analysis, voice: number, { makes }: Channels): number | undefined {
  const { deprel, head } = tokens[voice]!
  const verb = deprel === 'obj' ? tokens[head]! : undefined
  if (!verb || !makes.has(verb.lemma.toLowerCase())) return undefined
  const made = clauses.find((clause) => clause.head === voice || clause.head === verb.index)
  return made?.arguments.find(({ role }) => role === 'subject')?.head
}

/**
 * Whose statement, tweet or letter it is: "by", "from" and "of" name its maker, a possessor or an adjective of nationality its
 * owner; else whoever issues it. `at`: who a token stands for.
 */
export function makersOf<Actor>(
  analysis: Analysis,
  attribution: Attribution,
  channels: Channels,
  at: (token: number) => readonly Actor[],
): readonly Actor[] {
  const words = tokensOf(analysis, attribution)
  const voice = meant(analysis, attribution.sourceToken!)
  const opened = (opener: string) =>
    words.filter(({ deprel, text }) => deprel === 'case' && text.toLowerCase() === opener).map(({ head }) => head)
  const beside = (word: number): boolean => analysis.tokens[word]!.head === voice
  const before = words.filter(({ index, deprel }) => beside(index) && BEFORE.test(deprel)).map(({ index }) => index)
  const [first = [], ...later] = channels.makers.map((opener) => opened(opener))
  const issuer = bringer(analysis, voice, channels)
  const named = [...first, ...before, ...later.flatMap((heads) => heads.filter(beside))]
  for (const word of issuer === undefined ? named : [...named, issuer]) {
    const actors = at(bearer(analysis, word, words))
    if (actors.length > 0) return actors
  }
  return []
}

/** Whether what speaks is known from before: "the statement", "their letter", but not "reports" or "a letter". */
function isKnown({ tokens }: Analysis, voice: number, { known }: Channels): boolean {
  for (let t = voice - 1; t >= 0 && tokens[t]!.sentence === tokens[voice]!.sentence; t--) {
    const { head, deprel, text } = tokens[t]!
    if (head === voice && (deprel === 'nmod:poss' || deprel.startsWith('det'))) return known.has(text.toLowerCase())
  }
  return false
}

export interface Voice {
  /** Where no maker is named, it speaks for itself: "reports said"; else for the maker of the one before: "the letter said". */
  readonly own: boolean
}

/** The noun that speaks for somebody, if a token is one. */
export function voiceAt(analysis: Analysis, word: number, channels: Channels): Voice | null {
  const token = meant(analysis, word)
  const { upos, lemma } = analysis.tokens[token]!
  const noun = lemma.toLowerCase()
  if (channels.documents.has(noun)) return upos === 'NOUN' ? { own: true } : null
  if (!channels.voices.has(noun)) return null
  return { own: upos === 'NOUN' && !isKnown(analysis, token, channels) }
}
