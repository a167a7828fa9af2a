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

const BEFORE = /^(nmod:poss|amod|compound)$/

/** Whose statement, tweet or letter it is: "by" and "from" name its maker, a possessor or an adjective of nationality its owner. */
export function makersOf(analysis: Analysis, attribution: Attribution, { actorsAt }: ActorsAt): readonly ActorId[] {
  const words = tokensOf(analysis, attribution)
  const opened = (opener: string) =>
    words.filter(({ deprel, text }) => deprel === 'case' && text.toLowerCase() === opener).map(({ head }) => head)
  const before = words
    .filter(({ head, deprel }) => head === attribution.sourceToken && BEFORE.test(deprel))
    .map(({ index }) => index)
  for (const token of [...opened('by'), ...before, ...opened('from')]) {
    const actors = actorsAt(token)
    if (actors.length > 0) return actors
  }
  return []
}
