import type { Sentence, Token } from './analysis.ts'
import type { Span } from './span.ts'

/** Children and extents of every token of the document, computed once in linear time. Indexes are the document's. */
export interface Tree {
  readonly tokens: readonly Token[]
  children(token: number): readonly number[]
  /** First and last token of the subtree, without the children that `skip` names and what hangs on them. */
  extent(token: number, skip?: (child: Token) => boolean): { first: number; last: number }
  /** The words of a subtree, punctuation at its edges left out. */
  span(token: number, skip?: (child: Token) => boolean): Span
}

const NONE: readonly number[] = []
const relation = (token: Token): string => {
  const colon = token.deprel.indexOf(':')
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon)
}
/** The relation without its subtype. */
export const baseRelation = relation

function subtreeExtents(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  children: readonly (number[] | undefined)[],
) {
  const first = Int32Array.from(tokens, (t) => t.index)
  const last = Int32Array.from(tokens, (t) => t.index)
  for (const sentence of sentences) {
    const order: number[] = []
    for (let i = sentence.first; i <= sentence.last; i++) if (tokens[i]!.head < 0) order.push(i)
    for (let k = 0; k < order.length; k++) order.push(...(children[order[k]!] ?? NONE))
    for (let k = order.length - 1; k >= 0; k--) {
      const head = tokens[order[k]!]!.head
      if (head < 0) continue
      if (first[order[k]!]! < first[head]!) first[head] = first[order[k]!]!
      if (last[order[k]!]! > last[head]!) last[head] = last[order[k]!]!
    }
  }
  return { first, last }
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '”': '“' }

/** Whether a closing mark has its opening one in the phrase: "Defence Forces (DF)" keeps its bracket. */
function closesInside(tokens: readonly Token[], first: number, index: number): boolean {
  const opening = OPENING[tokens[index]!.text]
  if (opening === undefined) return false
  for (let i = index - 1; i >= first && index - i < 40; i--) if (tokens[i]!.text === opening) return true
  return false
}

export function buildTree(tokens: readonly Token[], sentences: readonly Sentence[]): Tree {
  const children: (number[] | undefined)[] = new Array(tokens.length)
  for (const token of tokens) {
    if (token.head < 0) continue
    const siblings = children[token.head]
    if (siblings) siblings.push(token.index)
    else children[token.head] = [token.index]
  }
  const extents = subtreeExtents(tokens, sentences, children)
  const extent: Tree['extent'] = (token, skip) => {
    if (!skip) return { first: extents.first[token]!, last: extents.last[token]! }
    let first = token
    let last = token
    for (const child of children[token] ?? NONE) {
      if (skip(tokens[child]!)) continue
      first = Math.min(first, extents.first[child]!)
      last = Math.max(last, extents.last[child]!)
    }
    return { first, last }
  }
  const span: Tree['span'] = (token, skip) => {
    let { first, last } = extent(token, skip)
    const edge = (index: number) =>
      tokens[index]!.upos === 'PUNCT' && index !== token && !closesInside(tokens, first, index)
    while (first < token && edge(first)) first++
    while (last > token && edge(last)) last--
    return { start: tokens[first]!.start, end: tokens[last]!.end }
  }
  return { tokens, children: (token) => children[token] ?? NONE, extent, span }
}

/** Trims nothing but what is no part of a phrase: its preposition, conjuncts, punctuation and asides. */
export const outsidePhrase = (child: Token): boolean => {
  const r = relation(child)
  return (
    r === 'case' ||
    r === 'cc' ||
    r === 'conj' ||
    r === 'punct' ||
    r === 'parataxis' ||
    r === 'mark' ||
    r === 'discourse'
  )
}
