import type { Token } from '../../model/analysis.ts'
import type { ClauseKind } from '../../model/clause.ts'
import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Grammar } from '../../vocabulary/grammar.ts'

/** A token that is the predicate of a clause; `light` is the verb that only lends it its roles. */
export interface Head {
  readonly token: number
  readonly kind: ClauseKind
  /** The token that carries tense and auxiliaries: the light verb, else the predicate itself. */
  readonly finite: number
  readonly light?: number
  readonly copula?: number
}

/** The lemma with its particle: "rule out". */
export function fullLemma(tree: Tree, token: number): string {
  const own = tree.tokens[token]!
  for (const child of tree.children(token)) {
    if (tree.tokens[child]!.deprel === 'compound:prt') return `${own.lemma} ${tree.tokens[child]!.lemma}`.toLowerCase()
  }
  return own.lemma.toLowerCase()
}

const isNoun = (token: Token): boolean => token.upos === 'NOUN'
const names = (tree: Tree, token: number, grammar: Grammar): boolean =>
  isNoun(tree.tokens[token]!) && grammar.actNouns.has(nounLemma(tree, token))

/** A noun's lemma; "air strike" with its compound if the two are side by side. */
export function nounLemma(tree: Tree, token: number): string {
  return tree.tokens[token]!.lemma.toLowerCase()
}

/** "made peace impossible": the verb says something of the noun, and does not lend itself to it. */
function judged(tree: Tree, verb: number, noun: number): boolean {
  return [...tree.children(verb), ...tree.children(noun)].some((c) => {
    const { deprel, upos } = tree.tokens[c]!
    return c > noun && upos === 'ADJ' && (deprel === 'xcomp' || deprel === 'amod')
  })
}

/** "carry out" is light though "carry" is not, so the verb with its particle is asked. */
function lightNoun(tree: Tree, verb: number, grammar: Grammar): number | null {
  const lemma = fullLemma(tree, verb)
  const light = grammar.lightVerbs.has(lemma)
  for (const child of tree.children(verb)) {
    const token = tree.tokens[child]!
    const relation = token.deprel
    if (light && (relation === 'obj' || relation === 'nsubj:pass') && names(tree, child, grammar)) {
      if (!judged(tree, verb, child)) return child
    }
    if (baseRelation(token) === 'obl' && names(tree, child, grammar)) {
      const preposition = tree.children(child).find((c) => tree.tokens[c]!.deprel === 'case')
      if (
        preposition !== undefined &&
        grammar.lightPrepositional.has(`${lemma} ${tree.tokens[preposition]!.lemma.toLowerCase()}`)
      )
        return child
    }
  }
  return null
}

const NAMED_MODIFIER = /^(compound|obl|nsubj|nmod)/

/** A participle before its noun is a clause only where it brings a participant: "U.S.-led". */
function attributive(tree: Tree, token: number): boolean {
  return tree.children(token).some((c) => NAMED_MODIFIER.test(tree.tokens[c]!.deprel))
}

function headAt(tree: Tree, token: Token, grammar: Grammar): Head | null {
  const copula = tree.children(token.index).find((c) => tree.tokens[c]!.deprel === 'cop')
  if (copula !== undefined && token.upos !== 'VERB') {
    const kind = token.upos === 'ADJ' ? 'adjective' : 'noun'
    return { token: token.index, kind, finite: copula, copula }
  }
  if (token.upos === 'VERB' && token.deprel !== 'compound:prt') {
    if (token.deprel === 'amod' && !attributive(tree, token.index)) return null
    if (token.deprel === 'case' || token.deprel === 'mark' || token.deprel === 'fixed') return null
    return { token: token.index, kind: 'verb', finite: token.index }
  }
  if (
    token.upos === 'ADJ' &&
    (token.deprel === 'root' || token.deprel === 'xcomp' || token.deprel === 'advcl' || token.deprel === 'acl')
  ) {
    return { token: token.index, kind: 'adjective', finite: token.index }
  }
  if (names(tree, token.index, grammar) && token.deprel !== 'compound')
    return { token: token.index, kind: 'noun', finite: token.index }
  return null
}

/** The predicates of the document in text order, light verbs joined to their nouns. */
export function findHeads(tree: Tree, grammar: Grammar): Head[] {
  const heads: Head[] = []
  const merged = new Map<number, number>()
  for (const token of tree.tokens) {
    const head = headAt(tree, token, grammar)
    if (!head) continue
    const noun = head.kind === 'verb' ? lightNoun(tree, token.index, grammar) : null
    if (noun !== null) {
      heads.push({ token: noun, kind: 'noun', finite: token.index, light: token.index })
      merged.set(noun, token.index)
    } else heads.push(head)
  }
  return heads.filter((h) => h.light !== undefined || !merged.has(h.token))
}
