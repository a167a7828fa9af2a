import type { Token } from '../../model/analysis.ts'
import { lowerBound } from '../../model/lower-bound.ts'
import { baseRelation } from '../../model/tree.ts'
import type { Named } from '../steps.ts'

const CLAUSAL = new Set(['root', 'ccomp', 'advcl', 'acl', 'xcomp', 'parataxis', 'csubj'])

/** Of each token, the head of its clause: itself, or the nearest ancestor with a clausal relation. */
export function clauseHeads(tokens: readonly Token[]): Int32Array {
  const heads = new Int32Array(tokens.length).fill(-1)
  for (const token of tokens) {
    const path: number[] = []
    let at = token.index
    while (heads[at]! < 0 && tokens[at]!.head >= 0 && !isClauseHead(tokens, at)) {
      path.push(at)
      at = tokens[at]!.head
    }
    const head = heads[at]! < 0 ? at : heads[at]!
    heads[at] = head
    for (const step of path) heads[step] = head
  }
  return heads
}

function isClauseHead(tokens: readonly Token[], at: number): boolean {
  const relation = baseRelation(tokens[at]!)
  return CLAUSAL.has(relation) || (relation === 'conj' && tokens[at]!.upos === 'VERB')
}

/** Of each token, the innermost quotation that contains it, or -1. */
export function quotationsOf({ tokens, quotations }: Named): Int32Array {
  const out = new Int32Array(tokens.length).fill(-1)
  const order = quotations.map((_, k) => k).sort((a, b) => quotations[a]!.level - quotations[b]!.level)
  for (const k of order) {
    const { start, end } = quotations[k]!
    for (let i = lowerBound(tokens, (token) => token.start < start); i < tokens.length && tokens[i]!.end <= end; i++)
      out[i] = k
  }
  return out
}
