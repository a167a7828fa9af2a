import type { Analysis, Attribution, Token } from '../../model/analysis.ts'
import type { ActorId } from '../../model/records.ts'
import { type ActorsAt, firstTokenFrom } from './ground.ts'

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

/** Whose statement, tweet or letter it is: "by" and "from" name its maker, a possessor or an adjective of nationality its owner. */
export function makersOf(analysis: Analysis, attribution: Attribution, { actorsAt }: ActorsAt): readonly ActorId[] {
  const words = tokensOf(analysis, attribution)
  const opened = (opener: string) =>
    words.filter(({ deprel, text }) => deprel === 'case' && text.toLowerCase() === opener).map(({ head }) => head)
  const before = words
    .filter(({ head, deprel }) => head === attribution.sourceToken && BEFORE.test(deprel))
    .map(({ index }) => index)
  for (const word of [...opened('by'), ...before, ...opened('from')]) {
    const actors = actorsAt(bearer(analysis, word, words))
    if (actors.length > 0) return actors
  }
  return []
}
