import { type AttributionContext, isWord, type Range } from './context.ts'
import type { Found } from './found.ts'

const DASH = /^(-|--|–|—|―)$/
const LONGEST_NAME = 6

/** The name that signs a quotation, where the sentence has nothing else after the dash. */
function signature(context: AttributionContext, dash: number): Range | null {
  const { tokens, analysis } = context
  if (!tokens[dash] || !DASH.test(tokens[dash].text)) return null
  const end = analysis.sentences[tokens[dash].sentence]!.last
  let last = dash
  while (last < end && last - dash < LONGEST_NAME && (tokens[last + 1]!.upos === 'PROPN' || context.namedAt(last + 1)))
    last++
  if (last === dash) return null
  const rest = tokens[last + 1]
  const closed = last === end || (rest !== undefined && !isWord(rest))
  return closed && context.quotationAt(dash) < 0 ? { first: dash + 1, last } : null
}

/** "“…” — Ana Reyes": a quotation with its speaker's name under it. */
export function signed(context: AttributionContext): Found[] {
  return context.quoted.flatMap((quote): Found[] => {
    const name = signature(context, quote.last + 1)
    if (!name) return []
    const cue = { first: quote.last + 1, last: quote.last + 1 }
    return [
      { source: [name], sourceToken: name.last, cue: [cue], content: [quote], rule: 'signature', sense: 'speech' },
    ]
  })
}
