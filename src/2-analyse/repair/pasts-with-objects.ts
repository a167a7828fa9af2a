import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Grammar } from '../../vocabulary/grammar.ts'
import { isWhole } from './bare-participles.ts'
import { type Draft, type Repair, type RepairContext, treeOf } from './repair.ts'

const NOMINAL = /^(NOUN|PROPN|PRON)$/
const HELPS = /^(aux|cop)/
const FINITE = /^(VBD|VBZ|VBP|MD)$/
const BEFORE_NOUN = new Set(['compound', 'nmod', 'amod'])

/** The bare noun phrase right behind the verb. */
function objectOf(tree: Tree, verb: Draft): Draft | undefined {
  const at = tree
    .children(verb.index)
    .find((c) => NOMINAL.test(tree.tokens[c]!.upos) && tree.extent(c).first === verb.index + 1)
  const opens = tree.tokens[verb.index + 1]
  return at === undefined || opens?.upos === 'ADP' || opens?.upos === 'SCONJ' ? undefined : (tree.tokens[at]! as Draft)
}

/** What is behind a participle that can be no passive: nothing of a verb that has none, or what a promise is about. */
const hasNoPassive = (own: readonly Draft[], { lemma }: Draft, grammar: Grammar): boolean =>
  grammar.unpassive.has(lemma) || (grammar.promising.has(lemma) && own.some(({ deprel }) => deprel === 'xcomp'))

/** "Arendia accused Borland of it": no passive, for nothing helps the participle and an object is behind it. */
function readAsActive(tree: Tree, verb: Draft, grammar: Grammar): void {
  const own = tree.children(verb.index).map((c) => tree.tokens[c]! as Draft)
  const subject = own.find(({ index, deprel }) => index < verb.index && deprel === 'nsubj:pass')
  const object = objectOf(tree, verb)
  const active = object !== undefined || hasNoPassive(own, verb, grammar)
  if (!/^VB[DN]$/.test(verb.xpos) || !subject || !active || own.some(({ deprel }) => HELPS.test(deprel))) return
  verb.xpos = 'VBD'
  subject.deprel = 'nsubj'
  if (object) object.deprel = 'obj'
}

/** "Arendia provided aid": the participle right behind the name that opens the sentence, and before the bare noun. */
function verbBefore(tree: Tree, noun: Draft, first: number): Draft | undefined {
  const own = tree.children(noun.index).map((c) => tree.tokens[c]! as Draft)
  const verb = own.find(({ upos, deprel, xpos }) => upos === 'VERB' && deprel === 'amod' && /^VB[DN]$/.test(xpos))
  if (!verb) return undefined
  const name = own.find(({ index }) => index === verb.index - 1)
  if (name?.upos !== 'PROPN' || !BEFORE_NOUN.has(baseRelation(name)) || tree.children(verb.index).length > 0)
    return undefined
  const within = own.filter(({ index }) => index > verb.index && index < noun.index)
  const opens = tree.extent(name.index).first === first && tree.children(name.index).every((c) => c < name.index)
  return opens && within.every((token) => BEFORE_NOUN.has(baseRelation(token))) ? verb : undefined
}

function readAsClause(tree: Tree, noun: Draft, first: number, last: number): void {
  const verb = verbBefore(tree, noun, first)
  if (!verb) return
  for (let at = first; at <= last; at++) if (at !== verb.index && FINITE.test(tree.tokens[at]!.xpos)) return
  Object.assign(verb, { xpos: 'VBD', head: noun.head, deprel: noun.deprel })
  Object.assign(tree.tokens[verb.index - 1]!, { head: verb.index, deprel: 'nsubj' })
  for (const c of tree.children(noun.index))
    if (tree.tokens[c]!.deprel === 'punct') Object.assign(tree.tokens[c]!, { head: verb.index })
  Object.assign(noun, { head: verb.index, deprel: 'obj' })
}

function readPasts(context: RepairContext): void {
  const { tokens, sentences, vocabulary } = context
  const { grammar } = vocabulary
  const tree = treeOf(context)
  for (const sentence of sentences) {
    const { first, last } = sentence
    if (!isWhole(tokens, sentence)) continue
    for (let at = first; at <= last; at++) {
      const root = tokens[at]!
      if (root.deprel !== 'root') continue
      if (root.upos === 'VERB') readAsActive(tree, root, grammar)
      else if (root.upos === 'NOUN') readAsClause(tree, root, first, last)
      break
    }
  }
}

export const pastsWithObjects: Repair = {
  id: 'pasts-with-objects',
  example: 'Arendia accused Borland of shelling the port. Arendia provided aid.',
  reason:
    'A whole sentence has a verb with a tense. A bare participle between a name and a noun is that verb: it is no passive, and no adjective.',
  repair: readPasts,
}
