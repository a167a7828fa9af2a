import type { Token } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Grammar } from '../../vocabulary/grammar.ts'
import type { Head } from './heads.ts'

/** Tense, voice, auxiliaries, negation and adverbs of a predicate, as its own words give them. */
export type VerbGroup = Pick<Clause, 'tense' | 'auxiliaries' | 'auxiliaryTokens' | 'negation' | 'adverbs'> & {
  readonly passive: boolean
  readonly perfect: boolean
  readonly progressive: boolean
}

const PASSIVE = /^(aux:pass|nsubj:pass|csubj:pass)$/
const FUTURE = new Set(['will', 'shall', "'ll", "'ll", 'wo'])

function negations(tree: Tree, at: readonly number[], grammar: Grammar): number[] {
  const found: number[] = []
  for (const token of at) {
    for (const child of tree.children(token)) {
      const { lemma, text, upos } = tree.tokens[child]!
      const word = text.toLowerCase().replace('’', "'")
      const relation = baseRelation(tree.tokens[child]!)
      if (relation === 'advmod' || relation === 'cc' || upos === 'PART') {
        if (grammar.negators.has(word) || grammar.negators.has(lemma.toLowerCase())) found.push(child)
      } else if (relation === 'nsubj' || relation === 'obj' || relation === 'obl') {
        if (grammar.negators.has(lemma.toLowerCase())) found.push(child)
        const no = tree
          .children(child)
          .find(
            (c) =>
              tree.tokens[c]!.upos === 'DET' && grammar.negativeDeterminers.has(tree.tokens[c]!.lemma.toLowerCase()),
          )
        if (no !== undefined) found.push(no)
      }
    }
  }
  return [...new Set(found)].sort((a, b) => a - b)
}

function ownNegation(tree: Tree, noun: number, grammar: Grammar): number[] {
  return tree
    .children(noun)
    .filter(
      (c) => tree.tokens[c]!.upos === 'DET' && grammar.negativeDeterminers.has(tree.tokens[c]!.lemma.toLowerCase()),
    )
}

function tenseOf(tree: Tree, finite: number, auxiliaryTokens: readonly number[]): Clause['tense'] {
  const forms = [...auxiliaryTokens, finite].map((t) => tree.tokens[t]!)
  if (forms.some((t) => t.xpos === 'MD' && FUTURE.has(t.lemma.toLowerCase()))) return 'future'
  const first = forms.find((t) => /^(VBD|VBZ|VBP|MD)$/.test(t.xpos))
  if (first) return first.xpos === 'VBD' ? 'past' : 'present'
  return 'none'
}

function isPassive(tree: Tree, finite: number, auxiliaryTokens: readonly number[]): boolean {
  const own = tree.tokens[finite]!
  if (tree.children(finite).some((c) => PASSIVE.test(tree.tokens[c]!.deprel))) return true
  if (own.xpos !== 'VBN' || auxiliaryTokens.length > 0) return false
  const relation = baseRelation(own)
  return (
    (relation === 'acl' || relation === 'advcl' || relation === 'amod') &&
    !tree.children(finite).some((c) => tree.tokens[c]!.deprel === 'obj')
  )
}

const isIng = ({ xpos }: Token): boolean => xpos === 'VBG'

export function readVerbGroup(tree: Tree, head: Head, grammar: Grammar): VerbGroup {
  const bearers = head.copula === undefined ? [head.finite] : [head.token]
  if (head.light !== undefined) bearers.push(head.token)
  const children = bearers.flatMap((b) => tree.children(b))
  const auxiliaryTokens = children.filter((c) => baseRelation(tree.tokens[c]!) === 'aux').sort((a, b) => a - b)
  const lemmas = auxiliaryTokens.map((t) => tree.tokens[t]!.lemma.toLowerCase())
  const finite = tree.tokens[head.finite]!
  return {
    tense: tenseOf(tree, head.finite, auxiliaryTokens),
    auxiliaries: lemmas,
    auxiliaryTokens,
    negation: [
      ...negations(tree, bearers, grammar),
      ...(head.light === undefined ? [] : ownNegation(tree, head.token, grammar)),
    ],
    adverbs: children.filter((c) => baseRelation(tree.tokens[c]!) === 'advmod'),
    passive: head.kind === 'verb' || head.light !== undefined ? isPassive(tree, head.finite, auxiliaryTokens) : false,
    perfect: lemmas.includes('have') && finite.xpos === 'VBN',
    progressive: lemmas.includes('be') && [finite, ...auxiliaryTokens.map((t) => tree.tokens[t]!)].some(isIng),
  }
}
