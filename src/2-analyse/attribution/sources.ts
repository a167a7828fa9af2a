import { baseRelation } from '../shared/tree.ts'
import { child, opener } from './content.ts'
import { join, type Range, type Scene, trim } from './scene.ts'

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

/** The noun phrase with its appositions, relatives and conjuncts; of a possessor with its "'s". */
export function phrase(scene: Scene, head: number, cue: number, possessive = false): Source | null {
  const skip = (token: { deprel: string; index: number }): boolean => {
    const { first, last } = scene.tree.extent(token.index)
    if (first <= cue && cue <= last) return true
    if (possessive && token.deprel === 'case') return token.index < head
    const base = baseRelation(scene.tokens[token.index]!)
    return OUTSIDE.has(base) && !(base === 'advmod' && token.index < head)
  }
  const range = trim(scene, scene.tree.extent(head, skip))
  return range && { head, ranges: join([range]) }
}

const EXPLETIVE = /^(it|there)$/i
/** Verbs that only bring a noun of saying: the subject of "made the claim" claims. */
const isObject = (relation: string): boolean => relation === 'obj' || relation === 'nsubj:pass'

/** Who says it where a verb is the cue: its own subject, by-phrase, or whom the clause graph puts there. */
export function verbSource(scene: Scene, verb: number): Source | null {
  const passive = child(scene, verb, ['nsubj:pass', 'aux:pass', 'csubj:pass']) !== undefined
  const agent = passive
    ? (child(scene, verb, ['obl:agent']) ?? child(scene, verb, ['obl'], (c) => opener(scene, c, 'by') !== undefined))
    : undefined
  if (agent !== undefined) return phrase(scene, agent, verb)
  if (passive) return null
  const own = child(scene, verb, ['nsubj'])
  if (own !== undefined) return EXPLETIVE.test(scene.tokens[own]!.text) ? null : phrase(scene, own, verb)
  const clause = scene.clauseAt(verb)
  const subject = clause?.arguments.find((a) => a.role === 'subject')
  if (clause?.passive || !subject || subject.head === verb) return null
  return EXPLETIVE.test(scene.tokens[subject.head]!.text) ? null : phrase(scene, subject.head, verb)
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
