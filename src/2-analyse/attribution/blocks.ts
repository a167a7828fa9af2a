import type { Sentence } from '../../model/analysis.ts'
import { type AttributionContext, type Range, trim } from './context.ts'
import { isSaying } from './cues.ts'
import type { Found } from './found.ts'
import { fromVerb } from './quoted.ts'

/** Sentences by paragraph, in order. */
export function paragraphs(sentences: readonly Sentence[]): Sentence[][] {
  const found: Sentence[][] = []
  for (const sentence of sentences) {
    const before = found.at(-1)
    if (before && before[0]!.paragraph === sentence.paragraph) before.push(sentence)
    else found.push([sentence])
  }
  return found
}

const rangeOf = (paragraph: readonly Sentence[]): Range => ({
  first: paragraph[0]!.first,
  last: paragraph.at(-1)!.last,
})

const FIRST_PERSON = /^(I|we|my|our|us|me|mine|ours)$/i

function speaksOfItself(context: AttributionContext, { first, last }: Range): boolean {
  for (let t = first; t <= last; t++) if (FIRST_PERSON.test(context.tokens[t]!.text)) return true
  return false
}

/** The last verb of saying in a sentence that ends in a colon: "The minister said:". */
function colonCue(context: AttributionContext, { first, last }: Sentence): number | null {
  if (context.tokens[last]!.text !== ':') return null
  for (let t = last - 1; t >= first; t--) if (isSaying(context, t)) return t
  return null
}

/** The paragraphs that follow a colon: the first, and those after it that go on in the first person or in quotation marks. */
function blockAfter(context: AttributionContext, all: readonly (readonly Sentence[])[], at: number): Range[] {
  const found: Range[] = []
  const quoted = at < all.length && context.quotationAt(all[at]![0]!.first) >= 0
  for (let p = at; p < all.length; p++) {
    const range = rangeOf(all[p]!)
    const goesOn = quoted
      ? context.quotationAt(range.first) >= 0 && context.quotationAt(range.last) >= 0
      : speaksOfItself(context, range)
    if (p > at && !goesOn) break
    const trimmed = trim(context, range)
    if (trimmed) found.push(trimmed)
  }
  return found
}

/** "The minister said:" at the end of a paragraph: what follows is set off as his words. */
export function blockQuotes(context: AttributionContext): Found[] {
  const all = paragraphs(context.analysis.sentences)
  return all.flatMap((paragraph, p) => {
    const verb = colonCue(context, paragraph.at(-1)!)
    const content = verb === null ? [] : blockAfter(context, all, p + 1)
    const found = verb === null || content.length === 0 ? null : fromVerb(context, content, verb)
    return found ? [{ ...found, blockQuote: true as const }] : []
  })
}
