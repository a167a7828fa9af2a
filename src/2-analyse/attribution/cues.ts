import { baseRelation } from '../../model/tree.ts'
import type { Frame } from '../../vocabulary/cues.ts'
import { child, findContent } from './content.ts'
import { findLoose, type Loose } from './fallback.ts'
import type { Found } from './found.ts'
import { isWord, join, type Range, type Scene, trim, without } from './scene.ts'
import { nounSource, type Source, verbSource } from './sources.ts'

/** The lemma with its particle. */
function lemmaWithParticle(scene: Scene, token: number): string {
  const own = scene.tokens[token]!.lemma.toLowerCase()
  const particle = child(scene, token, ['compound:prt'])
  return particle === undefined ? own : `${own} ${scene.tokens[particle]!.text.toLowerCase()}`
}

function framesOf(scene: Scene, token: number) {
  const { upos, deprel } = scene.tokens[token]!
  const { verbs, nouns, adjectives } = scene.cues
  const lemma = lemmaWithParticle(scene, token)
  if (upos === 'VERB' && deprel !== 'case' && deprel !== 'mark' && deprel !== 'amod') {
    return verbs.get(lemma) ?? verbs.get(scene.tokens[token]!.lemma.toLowerCase()) ?? []
  }
  if (upos === 'NOUN') return nouns.get(lemma) ?? []
  return upos === 'ADJ' ? (adjectives.get(lemma) ?? []) : []
}

/** Whether the token is a verb of saying that takes the very words. */
export const isSaying = (scene: Scene, token: number): boolean =>
  scene.tokens[token]!.upos === 'VERB' &&
  framesOf(scene, token).some(({ frame, cue }) => frame === 'clause' && cue.sense === 'speech')

/** The words that introduce the content: the cue with its auxiliaries, negation, particle and preposition. */
export function cueRanges(scene: Scene, token: number, more: readonly number[] = []): Range[] {
  const found = [token, ...more]
  for (const c of scene.tree.children(token)) {
    const base = baseRelation(scene.tokens[c]!)
    const near = scene.tree.extent(c)
    const beside = base === 'advmod' && near.first === near.last && Math.abs(c - token) === 1
    if (
      base === 'aux' ||
      base === 'cop' ||
      scene.tokens[c]!.deprel === 'compound:prt' ||
      beside ||
      /^(not|n[’']t|never)$/i.test(scene.tokens[c]!.text)
    )
      found.push(c)
  }
  return join(found.map((t) => ({ first: t, last: t })))
}

const LONGEST_REST = 60

const tokens = (scene: Scene, ranges: readonly Range[]): Range[] => ranges.flatMap((r) => trim(scene, r) ?? [])

/** "“…”, while he left the hall": what a comma parts from the speaker's own words is not his. */
function endsAtQuotation(scene: Scene, quote: Range, range: Range): boolean {
  if (range.last <= quote.last || range.last > quote.last + LONGEST_REST) return false
  const parted = scene.tokens[quote.last + 1]?.text === ',' || scene.tokens[quote.last - 1]?.text === ','
  if (!parted) return false
  for (let t = quote.last + 1; t <= range.last; t++) if (scene.quotationAt(t) >= 0) return false
  return true
}

/** Content in quotation marks is taken with all that stands in them; a quotation that begins the content also ends it. */
export function fitQuotation(scene: Scene, range: Range, cue: number): Range {
  const first = scene.quotationAt(range.first)
  const last = scene.quotationAt(range.last)
  const own = scene.quotationAt(cue)
  const from = first >= 0 && first !== own ? scene.quoted[first]!.first : range.first
  if (first >= 0 && first !== own && endsAtQuotation(scene, scene.quoted[first]!, range)) return scene.quoted[first]!
  const to = last >= 0 && last !== own ? scene.quoted[last]!.last : range.last
  return { first: from, last: to }
}

function contentOf(
  scene: Scene,
  token: number,
  frames: ReturnType<typeof framesOf>,
): (Loose & { frame: Frame }) | null {
  const found = findContent(scene, token, frames)
  if (found) return { cue: found.cue, content: found, frame: found.frame }
  const loose = findLoose(scene, token, frames)
  return loose && { ...loose, frame: 'clause' }
}

function sourceOf(scene: Scene, token: number, { cue, content, source }: Loose): Source | null {
  if (cue.sourceless) return null
  if (source) return source
  const verbal = scene.tokens[token]!.upos !== 'NOUN'
  return verbal ? verbSource(scene, token) : nounSource(scene, token, content.cueTokens)
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
export function attributionAt(scene: Scene, token: number): Found | null {
  const frames = framesOf(scene, token)
  if (frames.length === 0) return null
  const found = contentOf(scene, token, frames)
  if (!found) return null
  const { cue, content } = found
  const verbal = scene.tokens[token]!.upos !== 'NOUN'
  const source = sourceOf(scene, token, found)
  const ranges = tokens(scene, beside(content.ranges, token, source)).map((r) => fitQuotation(scene, r, token))
  if (ranges.length === 0 || !ranges.some((r) => isWord(scene.tokens[r.first]!) || r.last > r.first)) return null
  const passive = scene.clauseAt(token)?.passive
  if (!source && verbal && !passive && !cue.sourceless) return null
  return {
    source: source?.ranges ?? null,
    ...(source ? { sourceToken: source.head } : {}),
    cue: cueRanges(scene, token, content.cueTokens),
    cueToken: token,
    content: join(ranges),
    rule: cue.id,
    frame: found.frame,
    sense: cue.sense,
  }
}
