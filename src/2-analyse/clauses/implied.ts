import type { Argument, Clause, Role } from '../../model/clause.ts'
import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Grammar } from '../../vocabulary/grammar.ts'
import { makeArgument } from './arguments.ts'

/** A clause whose implied arguments are still to be found. */
export type Draft = { -readonly [K in keyof Clause]: Clause[K] } & { arguments: Argument[]; anchor: number }

const RELATIVE = new Set(['who', 'whom', 'which', 'that'])
const first = (clause: Draft, role: Role): Argument | undefined => clause.arguments.find((a) => a.role === role)
const imply = (argument: Argument, role: Role): Argument => {
  const { preposition: _preposition, clause: _clause, ...rest } = argument
  return { ...rest, role, implied: true }
}

/** "The group, which holds the town": the pronoun refers to the noun; without a pronoun the missing role is the noun's. */
function relative(tree: Tree, clause: Draft): void {
  const antecedent = tree.tokens[relativeAnchor(tree, clause.anchor)]!.head
  if (antecedent < 0) return
  const at = clause.arguments.findIndex(
    (a) => RELATIVE.has(tree.tokens[a.head]!.lemma.toLowerCase()) && /^(WDT|WP|IN|DT)$/.test(tree.tokens[a.head]!.xpos),
  )
  if (at >= 0) {
    const { role, preposition } = clause.arguments[at]!
    clause.arguments[at] = makeArgument(tree, role, antecedent, {
      implied: true,
      ...(preposition === undefined ? {} : { preposition }),
    })
    return
  }
  if (clause.kind !== 'verb' || clause.arguments.some((a) => a.role === 'complement')) return
  if (!first(clause, 'subject') && !clause.passive)
    clause.arguments.push(makeArgument(tree, 'subject', antecedent, { implied: true }))
  else if (!first(clause, 'object')) clause.arguments.push(makeArgument(tree, 'object', antecedent, { implied: true }))
}

const relativeAnchor = (tree: Tree, anchor: number): number => {
  let token = anchor
  while (
    tree.tokens[token]!.deprel !== 'acl:relcl' &&
    tree.tokens[token]!.head >= 0 &&
    baseRelation(tree.tokens[token]!) === 'conj'
  )
    token = tree.tokens[token]!.head
  return token
}

/** "Troops based in the north", "fighters holding the town": the noun fills the participle's own gap. */
function participle(tree: Tree, clause: Draft): void {
  const own = tree.tokens[clause.anchor]!
  if (own.head < 0 || baseRelation(own) !== 'acl') return
  const role: Role = clause.passive ? 'object' : 'subject'
  if (!first(clause, role)) clause.arguments.push(makeArgument(tree, role, own.head, { implied: true }))
}

/** "Accused Borland of arming them", "barred it from entering": the words that open a gerund whose subject is the verb's object. */
const OF_OBJECT = new Set(['of', 'from', 'with', 'into', 'for'])

const isOfObject = ({ link, marker }: Draft): boolean =>
  link === 'complement' || (link === 'adverbial' && marker !== undefined && OF_OBJECT.has(marker))

const called = ({ arguments: all }: Draft): Argument | undefined =>
  all.find(({ preposition }) => preposition === 'on' || preposition === 'upon')

/**
 * Who would do it: the object of the verb above ("urged Borland to leave", "appointed a general, replacing the admiral"),
 * else its subject ("vowed to leave").
 */
function controller(parent: Draft, clause: Draft, grammar: Grammar): Argument | undefined {
  const on = grammar.onControl.has(parent.lemma) && clause.marker === 'to' && called(parent)
  if (on) return on
  const replaces = grammar.replacing.has(clause.lemma) && grammar.appointing.has(parent.lemma)
  if (replaces || (isOfObject(clause) && parent.kind === 'verb' && !grammar.subjectControl.has(parent.lemma))) {
    const object = first(parent, 'object') ?? first(parent, 'indirect')
    if (object && object.clause !== clause.id) return object
  }
  return first(parent, 'subject') ?? first(parent, 'possessor') ?? first(parent, 'object')
}

/** "Its plan to strike": who has the plan, whether owner, adjective of nationality, or subject of the verb above. */
function nominalDoer(parent: Draft): Argument | undefined {
  return first(parent, 'possessor') ?? first(parent, 'subject')
}

function subjectless(parent: Draft, clause: Draft, grammar: Grammar): void {
  const role: Role = clause.passive ? 'object' : 'subject'
  if (first(clause, role)) return
  const doer = parent.kind === 'noun' && !parent.copular ? nominalDoer(parent) : controller(parent, clause, grammar)
  if (doer && doer.head !== clause.head) clause.arguments.push(imply(doer, role))
}

/** A second verb without auxiliaries of its own, in the first one's form, shares voice, auxiliaries and negation. */
function shareVerbGroup(tree: Tree, parent: Draft, clause: Draft, grammar: Grammar): void {
  const sameForm = tree.tokens[clause.anchor]!.xpos === tree.tokens[parent.anchor]!.xpos
  const own = first(clause, 'subject')
  const agentOnly = own !== undefined && own.head > clause.head
  if (
    (own && !agentOnly) ||
    clause.auxiliaryTokens.length > 0 ||
    !sameForm ||
    clause.kind !== 'verb' ||
    parent.kind !== 'verb'
  )
    return
  if (parent.passive && grammar.unpassive.has(clause.lemma)) {
    if (clause.tense === 'none') clause.tense = parent.tense
    return
  }
  clause.auxiliaries = parent.auxiliaries
  clause.auxiliaryTokens = parent.auxiliaryTokens
  if (clause.negation.length === 0 && parent.auxiliaryTokens.length > 0) clause.negation = parent.negation
  if (parent.perfect) clause.perfect = true
  if (parent.progressive) clause.progressive = true
  if (clause.tense === 'none') clause.tense = parent.tense
  if (parent.passive && !first(clause, 'object')) clause.passive = true
}

/** What follows both verbs hangs on the first, and is the second one's too: "arm and train the rebels". */
function shareFollowing(parent: Draft, clause: Draft): void {
  if (clause.kind !== 'verb' || parent.kind !== 'verb' || clause.passive !== parent.passive) return
  for (const role of ['object', 'subject', 'complement'] as const) {
    const shared = first(parent, role)
    const follows =
      shared !== undefined && !shared.implied && shared.head > clause.anchor && shared.clause !== clause.id
    if (follows && !first(clause, role) && !first(clause, 'complement')) clause.arguments.push(imply(shared, role))
  }
}

/** Words from a verb to the second, with "and" and perhaps an adverb between: "dismissed in May and replaced by X" has its own end. */
const TOGETHER = 3

/** "Arendia struck and destroyed the camp": the second verb has the first one's subject; "trained and armed by Borland": both have the agent. */
function conjunct(tree: Tree, parent: Draft, clause: Draft, grammar: Grammar): void {
  shareVerbGroup(tree, parent, clause, grammar)
  const agent = first(clause, 'subject')
  const together = clause.anchor - parent.anchor <= TOGETHER
  if (clause.passive && parent.passive && agent && !agent.implied && !first(parent, 'subject') && together)
    parent.arguments.push(imply(agent, 'subject'))
  shareFollowing(parent, clause)
  const object = first(clause, 'object')
  const adjacent = clause.anchor - parent.anchor === 2 && clause.kind === 'verb' && parent.kind === 'verb'
  if (
    adjacent &&
    object &&
    !object.implied &&
    !parent.passive &&
    !first(parent, 'object') &&
    !first(parent, 'complement')
  ) {
    parent.arguments.push(imply(object, 'object'))
  }
  const role: Role = clause.passive ? 'object' : 'subject'
  if (first(clause, role)) return
  const bareNoun = clause.kind === 'noun' && !clause.copular && clause.light === undefined
  const shared = bareNoun
    ? first(parent, 'possessor')
    : ((parent.passive ? first(parent, 'object') : undefined) ?? first(parent, 'subject') ?? first(parent, 'possessor'))
  if (shared) clause.arguments.push(imply(shared, role))
}

/** Adds to a clause what its words leave to its surroundings; the parent's own arguments are complete by then. */
export function addImplied(tree: Tree, clause: Draft, parent: Draft | null, grammar: Grammar): void {
  const { link } = clause
  const bareNoun = clause.kind === 'noun' && clause.light === undefined && !clause.copular
  if (link === 'relative') relative(tree, clause)
  else if (link === 'participle') participle(tree, clause)
  else if (parent && link === 'conjunct') conjunct(tree, parent, clause, grammar)
  else if (parent && !bareNoun && (link === 'complement' || link === 'adverbial') && clause.tense === 'none')
    subjectless(parent, clause, grammar)
}
