import type { Sentence } from '../../model/analysis.ts'
import { paragraphs } from './blocks.ts'
import { type AttributionContext, isWord, type Range, trim } from './context.ts'
import type { Found } from './found.ts'

const LONGEST_LABEL = 6

/** Tokens of the name before a colon that opens the sentence, if they are a speaker's label: "Stein: …", "Q: …". */
function labelOf(context: AttributionContext, { first, last }: Sentence): { label: Range; colon: number } | null {
  let from = first
  while (from <= last && !isWord(context.tokens[from]!)) from++
  for (let k = from + 1; k <= Math.min(last, from + LONGEST_LABEL); k++) {
    if (context.tokens[k]!.text !== ':') continue
    const label = { first: from, last: k - 1 }
    return k < last && isLabel(context, label) ? { label, colon: k } : null
  }
  return null
}

/** Names, or words in capitals, and nothing else but a title before them; of a headline any capitalised noun. */
function isLabel(context: AttributionContext, { first, last }: Range): boolean {
  const headline = context.tokens[first]!.sentence === 0
  if (isDateline(context, { first, last })) return false
  for (let t = first; t <= last; t++) {
    const { upos, text } = context.tokens[t]!
    const capitals = text === text.toUpperCase() && text !== text.toLowerCase()
    const noun = headline && upos === 'NOUN' && /^\p{Lu}/u.test(text)
    if (!capitals && !noun && upos !== 'PROPN' && !context.namedAt(t) && upos !== 'PUNCT') return false
  }
  return true
}

/** "COLOMBO: …": a place in capitals says where, not who; of a headline in capitals it may be either. */
function isDateline(context: AttributionContext, { first, last }: Range): boolean {
  if (!context.placedAt(first) || !context.placedAt(last) || !inCapitals(context, first)) return false
  return context.tokens[first]!.sentence !== 0 || !inCapitals(context, last + 2)
}

const inCapitals = ({ tokens }: AttributionContext, token: number): boolean =>
  tokens[token]?.text === tokens[token]?.text.toUpperCase()

const FEWEST_TURNS = 4

const turn = (
  context: AttributionContext,
  label: Range,
  colon: number,
  content: Range[],
): Found & { content: Range[] } => ({
  source: [label],
  sourceToken: headOf(context, label.first, label.last),
  cue: [{ first: colon, last: colon }],
  content,
  rule: 'label',
  sense: 'speech',
})

/**
 * Headlines ("Stein: no deal") and transcripts: a paragraph that opens with a name and a colon is what that one says.
 * Where labels come thick, the paragraphs without one go on with the speaker before them.
 */
export function labelled(context: AttributionContext): Found[] {
  const found: (Found & { content: Range[] })[] = []
  const all = paragraphs(context.analysis.sentences)
  const labels = all.map((p) => labelOf(context, p[0]!))
  const lastLabel = labels.findLastIndex((label) => label !== null)
  const transcript = labels.filter((label) => label !== null).length >= FEWEST_TURNS
  for (const [i, paragraph] of all.entries()) {
    const label = labels[i]
    const from = label ? label.colon + 1 : paragraph[0]!.first
    const range = trim(context, { first: from, last: paragraph.at(-1)!.last })
    if (!range) continue
    if (label)
      found.push({ ...turn(context, label.label, label.colon, [range]), ...(transcript ? { blockQuote: true } : {}) })
    else if (transcript && i < lastLabel) found.at(-1)?.content.push(range)
  }
  return found
}

/** The word of the label on which the others hang. */
function headOf(context: AttributionContext, first: number, last: number): number {
  for (let t = first; t <= last; t++) {
    const { head } = context.tokens[t]!
    if (head < first || head > last) return t
  }
  return last
}
