import { baseRelation } from '../../model/tree.ts'
import type { Frame } from '../../vocabulary/cues.ts'
import { child, findContent } from './content.ts'
import { type AttributionContext, isWord, join, type Range, trim, without } from './context.ts'
import { findLoose, type Loose } from './fallback.ts'
import type { Found } from './found.ts'
import { nounSource, type Source, verbSource } from './sources.ts'

/** The lemma with its particle. */
function lemmaWithParticle(context: AttributionContext, token: number): string {
  const own = context.tokens[token]!.lemma.toLowerCase()
  const particle = child(context, token, ['compound:prt'])
  return particle === undefined ? own : `${own} ${context.tokens[particle]!.text.toLowerCase()}`
}

function framesOf(context: AttributionContext, token: number) {
  const { upos, deprel } = context.tokens[token]!
  const { verbs, nouns, adjectives } = context.cues
  const lemma = lemmaWithParticle(context, token)
  if (upos === 'VERB' && deprel !== 'case' && deprel !== 'mark' && deprel !== 'amod') {
    return verbs.get(lemma) ?? verbs.get(context.tokens[token]!.lemma.toLowerCase()) ?? []
  }
  if (upos === 'NOUN') return nouns.get(lemma) ?? []
  return upos === 'ADJ' ? (adjectives.get(lemma) ?? []) : []
}

/** Whether the token is a verb of saying that takes the very words. */
export const isSaying = (context: AttributionContext, token: number): boolean =>
  context.tokens[token]!.upos === 'VERB' &&
  framesOf(context, token).some(({ frame, cue }) => frame === 'clause' && cue.sense === 'speech')

/** The words that introduce the content: the cue with its auxiliaries, negation, particle and preposition. */
export function cueRanges(context: AttributionContext, token: number, more: readonly number[] = []): Range[] {
  const found = [token, ...more]
  for (const c of context.tree.children(token)) {
    const base = baseRelation(context.tokens[c]!)
    const near = context.tree.extent(c)
    const beside = base === 'advmod' && near.first === near.last && Math.abs(c - token) === 1
    if (
      base === 'aux' ||
      base === 'cop' ||
      context.tokens[c]!.deprel === 'compound:prt' ||
      beside ||
      /^(not|n[’']t|never)$/i.test(context.tokens[c]!.text)
    )
      found.push(c)
  }
  return join(found.map((t) => ({ first: t, last: t })))
}

const LONGEST_REST = 60

const tokens = (context: AttributionContext, ranges: readonly Range[]): Range[] =>
  ranges.flatMap((r) => trim(context, r) ?? [])

/** "“…”, while he left the hall": what a comma parts from the speaker's own words is not his. */
function endsAtQuotation(context: AttributionContext, quote: Range, range: Range): boolean {
  if (range.last <= quote.last || range.last > quote.last + LONGEST_REST) return false
  const parted = context.tokens[quote.last + 1]?.text === ',' || context.tokens[quote.last - 1]?.text === ','
  if (!parted) return false
  for (let t = quote.last + 1; t <= range.last; t++) if (context.quotationAt(t) >= 0) return false
  return true
}

/** Content in quotation marks is taken with everything between them; a quotation that begins the content also ends it. */
export function fitQuotation(context: AttributionContext, range: Range, cue: number): Range {
  const first = context.quotationAt(range.first)
  const last = context.quotationAt(range.last)
  const own = context.quotationAt(cue)
  const from = first >= 0 && first !== own ? context.quoted[first]!.first : range.first
  if (first >= 0 && first !== own && endsAtQuotation(context, context.quoted[first]!, range))
    return context.quoted[first]!
  const to = last >= 0 && last !== own ? context.quoted[last]!.last : range.last
  return { first: from, last: to }
}

/** Rows that ask for another subject are left out: "the court found that …", but not "the patrol found that …". */
function withSubject(context: AttributionContext, token: number, frames: ReturnType<typeof framesOf>) {
  if (frames.every(({ cue }) => cue.subjects.length === 0)) return frames
  const subject = verbSource(context, token)?.head
  const word = subject === undefined ? '' : context.tokens[subject]!.lemma.toLowerCase()
  return frames.filter(({ cue }) => cue.subjects.length === 0 || cue.subjects.includes(word))
}

function contentOf(
  context: AttributionContext,
  token: number,
  frames: ReturnType<typeof framesOf>,
): (Loose & { frame: Frame }) | null {
  const found = findContent(context, token, frames)
  if (found) return { cue: found.cue, content: found, frame: found.frame }
  const loose = findLoose(context, token, frames)
  return loose && { ...loose, frame: 'clause' }
}

function sourceOf(context: AttributionContext, token: number, { cue, content, source }: Loose): Source | null {
  if (cue.sourceless) return null
  if (source) return source
  const verbal = context.tokens[token]!.upos !== 'NOUN'
  return verbal ? verbSource(context, token) : nounSource(context, token, content.cueTokens)
}

/** Content on both sides of the saying ("“…,” she said, “…”"), without the saying. */
function beside(ranges: readonly Range[], cue: number, source: Source | null): Range[] {
  const around = ranges.find((r) => r.first < cue && cue < r.last)
  const speaker = source?.ranges[0]
  if (!around || !speaker || Math.abs(speaker.last - cue) > LONGEST_REST) return [...ranges]
  const hole = { first: Math.min(speaker.first, cue), last: Math.max(speaker.last, cue) }
  return ranges.flatMap((r) => without(r, hole))
}

/** The attribution that this token is the cue of, if it is one. */
export function attributionAt(context: AttributionContext, token: number): Found | null {
  const frames = withSubject(context, token, framesOf(context, token))
  if (frames.length === 0) return null
  const found = contentOf(context, token, frames)
  if (!found) return null
  const { cue, content } = found
  const verbal = context.tokens[token]!.upos !== 'NOUN'
  const source = sourceOf(context, token, found)
  const ranges = tokens(context, beside(content.ranges, token, source)).map((r) => fitQuotation(context, r, token))
  if (ranges.length === 0 || !ranges.some((r) => isWord(context.tokens[r.first]!) || r.last > r.first)) return null
  const passive = context.clauseAt(token)?.passive
  if (!source && verbal && !passive && !cue.sourceless) return null
  return {
    source: source?.ranges ?? null,
    ...(source ? { sourceToken: source.head } : {}),
    cue: cueRanges(context, token, content.cueTokens),
    cueToken: token,
    content: join(ranges),
    rule: cue.id,
    frame: found.frame,
    sense: cue.sense,
  }
}
