import { baseRelation } from '../../model/tree.ts'
import { child, opener } from './content.ts'
import { type Range, type Scene, trim } from './scene.ts'

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
function isCircumstance(scene: Scene, child: number, head: number): boolean {
  if (child < head) return false
  if (scene.timedAt(child)) return true
  return (
    scene.tokens[child - 1]?.text !== undefined && opener(scene, child, 'in') !== undefined && afterComma(scene, child)
  )
}

function afterComma(scene: Scene, child: number): boolean {
  const { first } = scene.tree.extent(child)
  return scene.tokens[first]!.text === ',' || scene.tokens[first - 1]?.text === ','
}

/** A phrase ends with the name that it ends in, and with what is joined to it without a space ("Ki" – "-moon"). */
function extendToName(scene: Scene, range: Range, cue: number): Range {
  const { tokens } = scene
  const limit = cue > range.last ? cue - 1 : tokens.length - 1
  let last = Math.min(scene.nameEnd(range.last), limit)
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
    scene.quotationAt(last + 1) === scene.quotationAt(last)
  )
    last++
  return { first: range.first, last }
}

/** The noun phrase with its appositions, relatives and conjuncts; of a possessor with its "'s". */
export function phrase(scene: Scene, head: number, cue: number, possessive = false): Source | null {
  const quoted = scene.quotationAt(head)
  const skip = (token: { deprel: string; index: number }): boolean => {
    const { first, last } = scene.tree.extent(token.index)
    if (first <= cue && cue <= last) return true
    if (possessive && token.deprel === 'case') return token.index < head
    if (scene.quotationAt(token.index) !== quoted && last - first > 3) return true
    const base = baseRelation(scene.tokens[token.index]!)
    if ((base === 'nmod' || base === 'obl') && isCircumstance(scene, token.index, head)) return true
    return OUTSIDE.has(base) && !(base === 'advmod' && token.index < head)
  }
  const body = scene.bodyStart(scene.tokens[head]!.sentence)
  const { first, last } = scene.tree.extent(head, skip)
  const range = trim(scene, { first: head >= body ? Math.max(first, body) : first, last })
  return range && { head, ranges: [extendToName(scene, range, cue)] }
}

/** A speaker does not begin with a preposition. */
const NOT_FIRST = new Set(['ADP', 'PART'])
const SPEAKER = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART', 'ADP', 'SYM'])
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON'])
const LONGEST_SPEAKER = 12
/** "…, a group that has held the town": who adds to what is said before does not say it. */
const RELATIVE = new Set(['that', 'which', 'who', 'whom', 'whose'])

/** The words between a comma, or closing quotation mark, and the cue, where they can be a speaker. */
export function speakerBefore(scene: Scene, cue: number): Range | null {
  const { tokens, analysis } = scene
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

/** The subject; of two that stand side by side ("the Foreign Secretary Ann Holt") the name, which comes last. */
function subjectOf(scene: Scene, verb: number): number | undefined {
  const subjects = scene.tree.children(verb).filter((c) => baseRelation(scene.tokens[c]!) === 'nsubj')
  const [first, second] = subjects
  if (first === undefined || second === undefined) return first
  const beside = scene.tree.extent(first).last + 1 === scene.tree.extent(second).first
  return beside && scene.tokens[second]!.upos === 'PROPN' ? second : first
}

/** The range with the title that stands before it as a subject of its own. */
function withTitle(scene: Scene, verb: number, own: number, source: Source | null): Source | null {
  const title = scene.tree.children(verb).find((c) => c < own && baseRelation(scene.tokens[c]!) === 'nsubj')
  const [range] = source?.ranges ?? []
  if (!source || !range || title === undefined) return source
  const { first, last } = scene.tree.extent(title)
  return last + 1 === range.first ? { ...source, ranges: [{ first, last: range.last }] } : source
}

/** "There", and "it" that stands for nothing. */
const isExpletive = (scene: Scene, token: number): boolean =>
  scene.tokens[token]!.deprel.startsWith('expl') || /^there$/i.test(scene.tokens[token]!.text)

/** Who says it where a verb is the cue: its own subject, by-phrase, or whom the clause graph puts there. */
export function verbSource(scene: Scene, verb: number): Source | null {
  const passive = child(scene, verb, ['nsubj:pass', 'aux:pass', 'csubj:pass']) !== undefined
  const agent = passive
    ? (child(scene, verb, ['obl:agent']) ?? child(scene, verb, ['obl'], (c) => opener(scene, c, 'by') !== undefined))
    : undefined
  if (agent !== undefined) return phrase(scene, agent, verb)
  if (passive) return null
  const own = subjectOf(scene, verb)
  const foreign = own !== undefined && scene.quotationAt(own) !== scene.quotationAt(verb)
  if (foreign) {
    const before = speakerBefore(scene, verb)
    if (before) return { head: before.last, ranges: [before] }
  }
  if (own !== undefined) return isExpletive(scene, own) ? null : withTitle(scene, verb, own, phrase(scene, own, verb))
  const clause = scene.clauseAt(verb)
  const subject = clause?.arguments.find((a) => a.role === 'subject')
  if (clause?.passive || !subject || subject.head === verb) return null
  return isExpletive(scene, subject.head) ? null : phrase(scene, subject.head, verb)
}

const OWNER = ['by', 'from', 'of']

/** Who says it where a noun is the cue: owner, adjective of nationality, "by X", or the subject of the verb that brings it. */
export function nounSource(scene: Scene, noun: number, taken: readonly number[]): Source | null {
  const owner = child(scene, noun, ['nmod:poss'])
  if (owner !== undefined) return phrase(scene, owner, noun, true)
  const by = child(
    scene,
    noun,
    ['nmod', 'obl'],
    (c) =>
      !taken.includes(c) &&
      OWNER.some((word) => !taken.includes(opener(scene, c, word) ?? -1) && opener(scene, c, word) !== undefined),
  )
  if (by !== undefined && !taken.some((t) => opener(scene, by, 'of') === t)) return phrase(scene, by, noun)
  const { head, deprel } = scene.tokens[noun]!
  if (head >= 0 && isObject(deprel) && scene.tokens[head]!.upos === 'VERB') return verbSource(scene, head)
  const adjective = child(scene, noun, ['amod', 'compound'], (c) => scene.namedAt(c))
  return adjective === undefined ? null : phrase(scene, adjective, noun)
}
