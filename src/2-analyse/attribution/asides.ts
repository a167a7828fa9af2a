import type { Sentence } from '../../model/analysis.ts'
import { type AttributionContext, isWord, type Range } from './context.ts'
import type { Found } from './found.ts'

/** ", a charge that Arendia's government has always denied." is no longer. */
const LONGEST = 16
const SUBJECT = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'PART', 'NUM', 'PUNCT'])
const GROUP = new Set(['AUX', 'ADV', 'PART'])

/** What is said, taken up behind it by a noun: ", a claim the junta denies". */
interface Aside {
  readonly comma: number
  readonly noun: Range
  readonly subject: Range
  readonly verb: number
  readonly last: number
}

/** The noun of saying that follows "a" after the comma. */
function nounAfter(context: AttributionContext, comma: number): Range | null {
  const { tokens, cues } = context
  if (!/^an?$/i.test(tokens[comma + 1]?.text ?? '')) return null
  let at = comma + 2
  while (tokens[at]?.upos === 'ADJ' && at < comma + 4) at++
  return cues.nouns.has(tokens[at]?.lemma.toLowerCase() ?? '') ? { first: comma + 1, last: at } : null
}

function asideAt(context: AttributionContext, comma: number, end: number): Aside | null {
  const { tokens } = context
  const noun = nounAfter(context, comma)
  if (!noun || noun.last >= end) return null
  const first = /^(that|which)$/i.test(tokens[noun.last + 1]!.text) ? noun.last + 2 : noun.last + 1
  let at = first
  while (at < end && SUBJECT.has(tokens[at]!.upos) && tokens[at]!.text !== ',') at++
  const subject = { first, last: at - 1 }
  while (at < end && GROUP.has(tokens[at]!.upos)) at++
  if (subject.last < first || !isCue(context, at) || !endsWith(context, at, end)) return null
  return { comma, noun, subject, verb: at, last: end }
}

const isCue = ({ tokens, cues }: AttributionContext, at: number): boolean =>
  tokens[at]?.upos === 'VERB' && cues.verbs.has(tokens[at]!.lemma.toLowerCase())

/** Little but a time follows the verb. */
function endsWith(context: AttributionContext, verb: number, end: number): boolean {
  for (let at = verb + 1; at <= end; at++)
    if (isWord(context.tokens[at]!) && !context.timedAt(at) && context.tokens[at]!.upos !== 'ADP') return false
  return true
}

/** The aside that ends a sentence; the last comma with a noun of saying behind it. */
function asideOf(context: AttributionContext, { first, last }: Sentence): Aside | null {
  for (let at = last; at > first && at >= last - LONGEST; at--)
    if (context.tokens[at]!.text === ',') return asideAt(context, at, last)
  return null
}

/** The word of a phrase on which the others hang. */
function headOf(context: AttributionContext, { first, last }: Range): number {
  for (let at = last; at >= first; at--) {
    const { head } = context.tokens[at]!
    if ((head < first || head > last) && isWord(context.tokens[at]!)) return at
  }
  return last
}

/** The aside belongs to no content before it; what its verb denies or repeats is what its noun takes up. */
function apart(context: AttributionContext, found: Found, aside: Aside): Found {
  if (found.cueToken === aside.verb)
    return { ...found, source: [aside.subject], sourceToken: headOf(context, aside.subject), content: [aside.noun] }
  if ((found.cueToken ?? found.cue[0]!.first) >= aside.comma) return found
  const content = found.content.flatMap(({ first, last }) =>
    first < aside.comma && last > aside.comma && last <= aside.last
      ? [{ first, last: aside.comma - 1 }]
      : [{ first, last }],
  )
  return { ...found, content }
}

/** ", which they deny": of what is taken up, the content of the saying before it in the sentence. */
function takeUp(context: AttributionContext, all: readonly Found[]): readonly Found[] {
  const before = new Map<number, Found>()
  const inOrder = [...all].sort((a, b) => a.cue[0]!.first - b.cue[0]!.first)
  const taken = new Map<Found, Found>()
  for (const found of inOrder) {
    const { sentence } = context.tokens[found.cue[0]!.first]!
    const at = found.content[0]?.first ?? -1
    const content = before.get(sentence)?.content
    const alone = found.content.length === 1 && found.content[0]!.last === at
    if (!alone || context.tokens[at]!.text.toLowerCase() !== 'which') before.set(sentence, found)
    else if (content && content.at(-1)!.last < at) taken.set(found, { ...found, content, anaphoric: true })
  }
  return all.map((found) => taken.get(found) ?? found)
}

/** Parts what is said from the writer's aside about it: "Meron said the rebels had fled, a claim they denied." */
export function partAsides(context: AttributionContext, all: readonly Found[]): readonly Found[] {
  const asides = new Map<number, Aside | null>()
  const asideFor = (found: Found): Aside | null => {
    const { sentence } = context.tokens[found.cueToken ?? found.cue[0]!.first]!
    if (!asides.has(sentence)) asides.set(sentence, asideOf(context, context.analysis.sentences[sentence]!))
    return asides.get(sentence)!
  }
  const parted = all.map((found) => {
    const aside = asideFor(found)
    return aside ? apart(context, found, aside) : found
  })
  return takeUp(context, parted)
}
