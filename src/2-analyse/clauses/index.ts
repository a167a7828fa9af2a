/*
 * This folder turns trees into clauses: one for each predicate, with its arguments by function. A passive's subject is
 * the `object` here, and what grammar leaves out (control, relatives, shared subjects) is filled in and marked `implied`.
 * Clauses are in the text order of their predicates, `clauses[i].id` is `i`, and a parent is a clause or null, never in a
 * circle. Read heads.ts first (what is a predicate), then arguments.ts, verb-group.ts, links.ts and implied.ts.
 */
import type { Token } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import { indexOf } from '../../model/document-index.ts'
import type { Span } from '../../model/span.ts'
import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Grammar } from '../../vocabulary/grammar.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Linked } from '../steps.ts'
import { ownArguments } from './arguments.ts'
import { findHeads, fullLemma, type Head, nounLemma } from './heads.ts'
import { addImplied, type Draft } from './implied.ts'
import { anchorOf, linkOf, markerOf, parentOf } from './links.ts'
import { readVerbGroup } from './verb-group.ts'

const outsideCore = (child: Token): boolean => {
  const relation = baseRelation(child)
  return (
    relation === 'advcl' ||
    relation === 'conj' ||
    relation === 'parataxis' ||
    child.deprel === 'acl:relcl' ||
    relation === 'discourse'
  )
}

/** The words of the clause that hang on its anchor, and those on its noun where a light verb is the anchor. */
function spanOf(tree: Tree, head: Head, markers: readonly number[], core: boolean): Span {
  const anchor = anchorOf(head)
  const nominal = head.kind === 'noun' && head.light === undefined && head.copula === undefined
  const skip = (child: Token): boolean => {
    if (core && outsideCore(child)) return true
    const relation = baseRelation(child)
    if (child.upos === 'PUNCT' || relation === 'mark' || relation === 'cc' || markers.includes(child.index)) return true
    return nominal && (relation === 'case' || relation === 'conj')
  }
  return tree.span(anchor, skip)
}

function draft(tree: Tree, head: Head, id: number, grammar: Grammar): Draft {
  const group = readVerbGroup(tree, head, grammar)
  const { marker, markerTokens } = markerOf(tree, head)
  return {
    id,
    sentence: tree.tokens[head.token]!.sentence,
    kind: head.kind,
    head: head.token,
    anchor: anchorOf(head),
    lemma: head.kind === 'noun' ? nounLemma(tree, head.token) : fullLemma(tree, head.token),
    ...(head.light === undefined ? {} : { light: fullLemma(tree, head.light) }),
    ...(head.copula === undefined ? {} : { copular: true as const }),
    ...(group.passive ? { passive: true as const } : {}),
    ...(group.perfect ? { perfect: true as const } : {}),
    ...(group.progressive ? { progressive: true as const } : {}),
    tense: group.tense,
    auxiliaries: group.auxiliaries,
    auxiliaryTokens: group.auxiliaryTokens,
    negation: group.negation,
    adverbs: group.adverbs,
    arguments: ownArguments(tree, head, group.passive),
    parent: null,
    link: 'root',
    ...(marker === undefined ? {} : { marker }),
    markerTokens,
    span: spanOf(tree, head, markerTokens, false),
    core: spanOf(tree, head, markerTokens, true),
  }
}

/** Clauses above before those below, so that what is implied can be handed down. */
function topDown(drafts: readonly Draft[]): Draft[] {
  const below = new Map<number, Draft[]>()
  const order = drafts.filter((d) => d.parent === null)
  for (const d of drafts) if (d.parent !== null) below.set(d.parent, [...(below.get(d.parent) ?? []), d])
  for (let k = 0; k < order.length; k++) order.push(...(below.get(order[k]!.id) ?? []))
  return order
}

/**
 * Every predicate of the document with its roles by function: voice, relatives, control, conjuncts and light verbs undone.
 * In text order of the predicates; `clauses[i].id === i`.
 */
export function findClauses(
  analysis: Pick<Linked, 'tokens' | 'sentences'>,
  { grammar }: Pick<Vocabulary, 'grammar'>,
): Clause[] {
  const { tree } = indexOf(analysis)
  const heads = findHeads(tree, grammar).sort((a, b) => a.token - b.token)
  const headAt = new Map<number, number>()
  heads.forEach((head, id) => {
    headAt.set(head.token, id)
    if (head.light !== undefined) headAt.set(head.light, id)
  })
  const drafts = heads.map((head, id) => draft(tree, head, id, grammar))
  heads.forEach((head, id) => {
    const d = drafts[id]!
    d.parent = parentOf(tree, head, headAt)
    d.link = linkOf(tree, head, headAt)
    d.arguments = d.arguments.map((a) => {
      const inner = headAt.get(a.head)
      return inner === undefined || inner === id ? a : { ...a, clause: inner }
    })
  })
  for (const d of topDown(drafts)) addImplied(tree, d, d.parent === null ? null : drafts[d.parent]!, grammar)
  return drafts.map(({ anchor: _anchor, ...clause }) => clause)
}
