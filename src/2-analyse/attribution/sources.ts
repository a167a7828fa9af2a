import { baseRelation } from '../../model/tree.ts'
import { child, opener } from './content.ts'
import { type AttributionContext, type Range, trim } from './context.ts'

export interface Source {
  readonly head: number
  readonly ranges: readonly Range[]
}

const OUTSIDE = new Set([
  'case',
  'mark',
  'punct',
  'parataxis',
  'discourse',
  'cop',
  'nsubj',
  'csubj',
  'aux',
  'expl',
  'advcl',
  'advmod',
  'cc:preconj',
])

/** "the council on Friday", "Velmar, in a statement": when and where it was said is no part of who says it. */
function isCircumstance(context: AttributionContext, child: number, head: number): boolean {
  if (child < head) return false
  if (context.timedAt(child)) return true
  return (
    context.tokens[child - 1]?.text !== undefined &&
    opener(context, child, 'in') !== undefined &&
    afterComma(context, child)
  )
}

function afterComma(context: AttributionContext, child: number): boolean {
  const { first } = context.tree.extent(child)
  return context.tokens[first]!.text === ',' || context.tokens[first - 1]?.text === ','
}

/** A phrase ends with the name that it ends in, and with what is joined to it without a space ("Ki" – "-moon"). */
function extendToName(context: AttributionContext, range: Range, cue: number): Range {
  const { tokens } = context
  const limit = cue > range.last ? cue - 1 : tokens.length - 1
  let last = Math.min(context.nameEnd(range.last), limit)
  if (last < range.last) last = range.last
  while (
    last < limit &&
    tokens[last + 1]!.start === tokens[last]!.end &&
    (tokens[last + 1]!.text === '-' || tokens[last]!.text === '-')
  )
    last++
  while (
    last < limit &&
    tokens[last + 1]!.upos === 'PROPN' &&
    tokens[last]!.upos === 'PROPN' &&
    context.quotationAt(last + 1) === context.quotationAt(last)
  )
    last++
  return { first: range.first, last }
}

/** The noun phrase with its appositions, relatives and conjuncts; of a possessor with its "'s". */
export function phrase(context: AttributionContext, head: number, cue: number, possessive = false): Source | null {
  const quoted = context.quotationAt(head)
  const skip = (token: { deprel: string; index: number }): boolean => {
    const { first, last } = context.tree.extent(token.index)
    if (first <= cue && cue <= last) return true
    if (possessive && token.deprel === 'case') return token.index < head
    if (context.quotationAt(token.index) !== quoted && last - first > 3) return true
    const base = baseRelation(context.tokens[token.index]!)
    if ((base === 'nmod' || base === 'obl') && isCircumstance(context, token.index, head)) return true
    return OUTSIDE.has(base) && !(base === 'advmod' && token.index < head)
  }
  const body = context.bodyStart(context.tokens[head]!.sentence)
  const { first, last } = context.tree.extent(head, skip)
  const range = trim(context, { first: head >= body ? Math.max(first, body) : first, last })
  return range && { head, ranges: [extendToName(context, range, cue)] }
}

/** A speaker does not begin with a preposition. */
const NOT_FIRST = new Set(['ADP', 'PART'])
const SPEAKER = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART', 'ADP', 'SYM'])
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON'])
const LONGEST_SPEAKER = 12
/** "…, a group that has held the town": who adds to what is said before does not say it. */
const RELATIVE = new Set(['that', 'which', 'who', 'whom', 'whose'])

/** The words between a comma, or closing quotation mark, and the cue, where they can be a speaker. */
export function speakerBefore(context: AttributionContext, cue: number): Range | null {
  const { tokens, analysis } = context
  const from = Math.max(analysis.sentences[tokens[cue]!.sentence]!.first, cue - LONGEST_SPEAKER)
  let last = cue - 1
  while (last > from && (tokens[last]!.upos === 'AUX' || tokens[last]!.upos === 'ADV')) last--
  let first = last
  while (first > from && (SPEAKER.has(tokens[first - 1]!.upos) || tokens[first - 1]!.xpos === 'HYPH')) first--
  const edge = tokens[first - 1]
  if (first > last || !edge || edge.upos !== 'PUNCT' || edge.sentence !== tokens[cue]!.sentence) return null
  if (RELATIVE.has(tokens[last]!.text.toLowerCase())) return null
  return NOMINAL.has(tokens[last]!.upos) && !NOT_FIRST.has(tokens[first]!.upos) ? { first, last } : null
}

/** Verbs that only bring a noun of saying: the subject of "made the claim" claims. */
const isObject = (relation: string): boolean => relation === 'obj' || relation === 'nsubj:pass'

/** The subject; of two side by side ("the Foreign Secretary Ann Holt") the name, which comes last. */
function subjectOf(context: AttributionContext, verb: number): number | undefined {
  const subjects = context.tree.children(verb).filter((c) => baseRelation(context.tokens[c]!) === 'nsubj')
  const [first, second] = subjects
  if (first === undefined || second === undefined) return first
  const beside = context.tree.extent(first).last + 1 === context.tree.extent(second).first
  return beside && context.tokens[second]!.upos === 'PROPN' ? second : first
}

/** The range with the title before it that the tree has as a subject of its own. */
function withTitle(context: AttributionContext, verb: number, own: number, source: Source | null): Source | null {
  const title = context.tree.children(verb).find((c) => c < own && baseRelation(context.tokens[c]!) === 'nsubj')
  const [range] = source?.ranges ?? []
  if (!source || !range || title === undefined) return source
  const { first, last } = context.tree.extent(title)
  return last + 1 === range.first ? { ...source, ranges: [{ first, last: range.last }] } : source
}

/** "There", and "it" that refers to nothing. */
const isExpletive = (context: AttributionContext, token: number): boolean =>
  context.tokens[token]!.deprel.startsWith('expl') || /^there$/i.test(context.tokens[token]!.text)

/** "quoted the envoy as saying": it is the object who says it. */
function quotedSpeaker(context: AttributionContext, verb: number): number | undefined {
  const { head } = context.tokens[verb]!
  if (head < 0 || head > verb || child(context, verb, ['mark']) === undefined) return undefined
  return context.cues.citing.has(context.tokens[head]!.lemma.toLowerCase()) ? child(context, head, ['obj']) : undefined
}

/** "“They left,” he said, adding that …", read as hanging on the quotation: the subject of the last verb outside it. */
function parted(context: AttributionContext, verb: number): number | undefined {
  const { tokens, analysis } = context
  const subject = context.clauseAt(verb)?.arguments.find((a) => a.role === 'subject')
  const inside = context.quotationAt(verb)
  if (tokens[verb]!.xpos !== 'VBG' || !subject || context.quotationAt(subject.head) === inside) return undefined
  for (let at = verb - 1; at >= analysis.sentences[tokens[verb]!.sentence]!.first; at--) {
    const own = tokens[at]!.upos === 'VERB' && context.quotationAt(at) === inside ? subjectOf(context, at) : undefined
    if (own !== undefined && context.quotationAt(own) === inside) return own
  }
  return undefined
}

/** The source if a verb is the cue: its own subject, its by-phrase, or the subject that the clause graph implies. */
export function verbSource(context: AttributionContext, verb: number): Source | null {
  const passive = child(context, verb, ['nsubj:pass', 'aux:pass', 'csubj:pass']) !== undefined
  const agent = passive
    ? (child(context, verb, ['obl:agent']) ??
      child(context, verb, ['obl'], (c) => opener(context, c, 'by') !== undefined))
    : undefined
  if (agent !== undefined) return phrase(context, agent, verb)
  if (passive) return null
  const own = subjectOf(context, verb)
  const foreign = own !== undefined && context.quotationAt(own) !== context.quotationAt(verb)
  if (foreign) {
    const before = speakerBefore(context, verb)
    if (before) return { head: before.last, ranges: [before] }
  }
  if (own !== undefined)
    return isExpletive(context, own) ? null : withTitle(context, verb, own, phrase(context, own, verb))
  const quoted = quotedSpeaker(context, verb) ?? parted(context, verb)
  if (quoted !== undefined) return phrase(context, quoted, verb)
  const clause = context.clauseAt(verb)
  const subject = clause?.arguments.find((a) => a.role === 'subject')
  if (clause?.passive || !subject || subject.head === verb) return null
  return isExpletive(context, subject.head) ? null : phrase(context, subject.head, verb)
}

const OWNER = ['by', 'from', 'of']

/** Who says it where a noun is the cue: owner, adjective of nationality, "by X", or the subject of the verb that brings it. */
export function nounSource(context: AttributionContext, noun: number, taken: readonly number[]): Source | null {
  const owner = child(context, noun, ['nmod:poss'])
  if (owner !== undefined) return phrase(context, owner, noun, true)
  const by = child(
    context,
    noun,
    ['nmod', 'obl'],
    (c) =>
      !taken.includes(c) &&
      OWNER.some((word) => !taken.includes(opener(context, c, word) ?? -1) && opener(context, c, word) !== undefined),
  )
  if (by !== undefined && !taken.some((t) => opener(context, by, 'of') === t)) return phrase(context, by, noun)
  const { head, deprel } = context.tokens[noun]!
  if (head >= 0 && isObject(deprel) && context.tokens[head]!.upos === 'VERB') return verbSource(context, head)
  const adjective = child(context, noun, ['amod', 'compound'], (c) => context.namedAt(c))
  return adjective === undefined ? null : phrase(context, adjective, noun)
}
