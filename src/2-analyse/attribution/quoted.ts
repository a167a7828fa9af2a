import { child } from './content.ts'
import { type AttributionContext, isWord, join, type Range } from './context.ts'
import { cueRanges, isSaying } from './cues.ts'
import { type Found, holds, words } from './found.ts'
import { verbSource } from './sources.ts'

type Quote = AttributionContext['quoted'][number]

const SHORTEST_UTTERANCE = 4

/** A quotation of some length says something; a shorter one sets a word off. */
const isUtterance = (context: AttributionContext, { first, last }: Range): boolean => {
  let count = 0
  for (let t = first; t <= last && count < SHORTEST_UTTERANCE; t++) if (isWord(context.tokens[t]!)) count++
  return count >= SHORTEST_UTTERANCE
}

const FARTHEST_WORD = 80

/** Words of its sentences outside the quotation, as far away as a cue can be. */
function outside(context: AttributionContext, quote: Quote): number[] {
  const { tokens, analysis } = context
  const from = Math.max(analysis.sentences[tokens[quote.first]!.sentence]!.first, quote.first - FARTHEST_WORD)
  const to = Math.min(analysis.sentences[tokens[quote.last]!.sentence]!.last, quote.last + FARTHEST_WORD)
  const found: number[] = []
  const see = (t: number) => {
    if (isWord(tokens[t]!) && context.quotationAt(t) < 0) found.push(t)
  }
  for (let t = from; t < quote.first; t++) see(t)
  for (let t = quote.last + 1; t <= to; t++) see(t)
  return found
}

const HUMAN = new Set(['PROPN', 'PRON', 'NOUN'])
const FARTHEST_VERB = 12

/** A verb that can bring in a quotation: one of saying, or any whose subject can speak. */
function canIntroduce(context: AttributionContext, quote: Quote, token: number): boolean {
  if (context.tokens[token]!.upos !== 'VERB') return false
  if (isSaying(context, token)) return true
  const subject = child(context, token, ['nsubj'])
  return subject !== undefined && !holds([quote], subject) && HUMAN.has(context.tokens[subject]!.upos)
}

/** The verb beside a quotation that brings it in: "“…,” X went on", "X spoke on the radio, “…”". */
function introducer(context: AttributionContext, quote: Quote, around: readonly number[]): number | null {
  const text = (t: number): string => context.tokens[t]?.text ?? ''
  const verbs = around.filter((t) => canIntroduce(context, quote, t))
  const closes = /^[,!?]$/.test(text(quote.last - 1)) || text(quote.last + 1) === ','
  const after = closes ? verbs.find((t) => t > quote.last && t - quote.last <= FARTHEST_VERB) : undefined
  if (after !== undefined) return after
  const opens = /^[,:]$/.test(text(quote.first - 1))
  return opens ? (verbs.filter((t) => t < quote.first).at(-1) ?? null) : null
}

export function fromVerb(context: AttributionContext, content: readonly Range[], verb: number): Found | null {
  const source = verbSource(context, verb)
  if (!source) return null
  const cue = { cue: cueRanges(context, verb), cueToken: verb }
  return { source: source.ranges, sourceToken: source.head, ...cue, content, rule: 'quotation', sense: 'speech' }
}

/** Which attribution has each quotation, and the ways to give it one. */
interface Board {
  readonly context: AttributionContext
  readonly all: Found[]
  readonly holder: Map<number, number>
  /** Attributions by their cue's token, and by sentence the last one with a source. */
  readonly byCue: Map<number, number>
  readonly bySentence: Map<number, number>
}

/** Indexes of the quotations that a content touches and that do not contain its cue. */
function touched(context: AttributionContext, { content, cueToken }: Found): number[] {
  const own = cueToken === undefined ? -1 : context.quotationAt(cueToken)
  const found: number[] = []
  for (const { first, last } of content) {
    for (let t = first; t <= last; t++) {
      const q = context.quotationAt(t)
      if (q < 0) continue
      if (q !== own) found.push(q)
      t = context.quoted[q]!.last
    }
  }
  return found
}

function note(board: Board, i: number): void {
  const found = board.all[i]!
  if (found.cueToken !== undefined) {
    if (!board.byCue.has(found.cueToken)) board.byCue.set(found.cueToken, i)
    if (found.source) board.bySentence.set(board.context.tokens[found.cueToken]!.sentence, i)
  }
  for (const q of touched(board.context, found)) {
    const other = board.holder.get(q)
    if (other === undefined || words(board.all[other]!.content) > words(found.content)) board.holder.set(q, i)
  }
}

function give(board: Board, q: number, to: Found | number): void {
  const quote = board.context.quoted[q]!
  if (typeof to === 'number') {
    board.all[to] = { ...board.all[to]!, content: join([...board.all[to]!.content, quote]) }
    board.holder.set(q, to)
    return
  }
  board.all.push(to)
  board.holder.set(q, board.all.length - 1)
  note(board, board.all.length - 1)
}

const paragraphOf = ({ analysis, tokens }: AttributionContext, token: number): number =>
  analysis.sentences[tokens[token]!.sentence]!.paragraph

/** Whether more of the speaker's words can join the content: of "defended his plan, “…”" they are another. */
const takesWords = ({ sense, frame }: Found): boolean =>
  sense === 'speech' && (frame === undefined || frame === 'clause')

/** Brought in by a verb of its own sentence. */
function byOwnSentence(board: Board, q: number, around: readonly number[]): boolean {
  const quote = board.context.quoted[q]!
  const verb = introducer(board.context, quote, around)
  if (verb === null) return false
  const known = board.byCue.get(verb)
  const saying = known !== undefined && takesWords(board.all[known]!)
  const to = saying
    ? known
    : known !== undefined
      ? anew(board.all[known]!, quote)
      : fromVerb(board.context, [quote], verb)
  if (to !== null) give(board, q, to)
  return to !== null
}

/** The same one says something more. */
const anew = ({ frame: _frame, ...found }: Found, quote: Quote): Found => ({
  ...found,
  content: [quote],
  rule: 'quotation',
  sense: 'speech',
})

/** A quotation alone in its sentence: the one before it goes on, or somebody was named to say or judge just before. */
function byBefore(board: Board, q: number): boolean {
  const { context } = board
  const quote = context.quoted[q]!
  const sentence = context.tokens[quote.first]!.sentence
  const near = board.bySentence.get(sentence - 1)
  const before = q > 0 ? board.holder.get(q - 1) : undefined
  const gap =
    q > 0
      ? paragraphOf(context, quote.first) - paragraphOf(context, context.quoted[q - 1]!.last)
      : Number.POSITIVE_INFINITY
  const sameParagraph =
    sentence > 0 && context.analysis.sentences[sentence - 1]!.paragraph === paragraphOf(context, quote.first)
  if (before !== undefined && gap === 0) give(board, q, before)
  else if (near !== undefined && sameParagraph) give(board, q, anew(board.all[near]!, quote))
  else if (before !== undefined && gap === 1) give(board, q, before)
  else return false
  return true
}

/** A quotation alone in its sentence that the next one of its paragraph, with a cue, goes on from. */
function byAfter(board: Board, q: number): void {
  const { context, holder } = board
  const next = holder.get(q + 1)
  if (holder.has(q) || next === undefined) return
  const [quote, after] = [context.quoted[q]!, context.quoted[q + 1]!]
  if (!isUtterance(context, quote) || outside(context, quote).length > 0) return
  if (paragraphOf(context, quote.last) === paragraphOf(context, after.first)) give(board, q, next)
}

/**
 * Finds a speaker for the quotations that no cue took: by the verb beside them, else the speaker of the quotation
 * before them in the paragraph, the person who was named as speaking just before, or the speaker of the paragraph before.
 */
export function attachQuotations(context: AttributionContext, found: readonly Found[]): Found[] {
  const board: Board = { context, all: [...found], holder: new Map(), byCue: new Map(), bySentence: new Map() }
  for (let i = 0; i < found.length; i++) note(board, i)
  for (let q = 0; q < context.quoted.length; q++) {
    if (board.holder.has(q) || !isUtterance(context, context.quoted[q]!)) continue
    const around = outside(context, context.quoted[q]!)
    if (around.length > 0) byOwnSentence(board, q, around)
    else byBefore(board, q)
  }
  for (let q = context.quoted.length - 2; q >= 0; q--) byAfter(board, q)
  return board.all
}
