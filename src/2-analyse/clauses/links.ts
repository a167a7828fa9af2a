import type { Link } from '../../model/clause.ts'
import { baseRelation, type Tree } from '../../model/tree.ts'
import type { Head } from './heads.ts'

/** The token of a head's unit that hangs on something outside it: of a light verb with its noun, the verb. */
export const anchorOf = (head: Head): number => head.light ?? head.token

/** The nearest clause above, by the index in `heads`; null at the root. */
export function parentOf(tree: Tree, head: Head, headAt: ReadonlyMap<number, number>): number | null {
  let token = tree.tokens[anchorOf(head)]!.head
  const self = headAt.get(head.token)
  while (token >= 0) {
    const found = headAt.get(token)
    if (found !== undefined && found !== self) return found
    token = tree.tokens[token]!.head
  }
  return null
}

/** The relation by which the unit leaves its parent's own words: the first one on the way up that says how. */
export function linkOf(tree: Tree, head: Head, headAt: ReadonlyMap<number, number>): Link {
  let token = anchorOf(head)
  let link: Link | null = null
  while (token >= 0) {
    const own = tree.tokens[token]!
    if (own.head < 0) return link ?? 'root'
    link ??= linkOfRelation(tree, token)
    if (link === null && headAt.has(own.head))
      return own.upos === 'NOUN' || baseRelation(own) === 'obl' ? 'argument' : 'other'
    if (link !== null) return link
    token = own.head
  }
  return link ?? 'other'
}

function linkOfRelation(tree: Tree, token: number): Link | null {
  const own = tree.tokens[token]!
  switch (baseRelation(own)) {
    case 'ccomp':
    case 'xcomp':
    case 'csubj':
      return 'complement'
    case 'advcl':
      return 'adverbial'
    case 'acl':
      if (own.deprel === 'acl:relcl') return 'relative'
      return tree.children(token).some((c) => baseRelation(tree.tokens[c]!) === 'mark') ? 'complement' : 'participle'
    case 'amod':
      return 'participle'
    case 'conj':
      return 'conjunct'
    case 'parataxis':
      return 'parataxis'
    case 'nsubj':
    case 'obj':
    case 'iobj':
    case 'obl':
    case 'nmod':
      return 'argument'
    default:
      return null
  }
}

/** The subordinator of a clause with its tokens: "if", "in order to", "after", "when". */
export function markerOf(tree: Tree, head: Head): { marker?: string; markerTokens: number[] } {
  const tokens: number[] = []
  for (const child of tree.children(anchorOf(head))) {
    const token = tree.tokens[child]!
    const subordinate = baseRelation(token) === 'mark' || (token.deprel === 'case' && head.kind === 'verb')
    const adverb = token.deprel === 'advmod' && token.xpos === 'WRB'
    if (!subordinate && !adverb) continue
    tokens.push(child)
    for (const fixed of tree.children(child)) if (tree.tokens[fixed]!.deprel === 'fixed') tokens.push(fixed)
  }
  if (tokens.length === 0) return { markerTokens: tokens }
  tokens.sort((a, b) => a - b)
  return { marker: tokens.map((t) => tree.tokens[t]!.text.toLowerCase()).join(' '), markerTokens: tokens }
}
