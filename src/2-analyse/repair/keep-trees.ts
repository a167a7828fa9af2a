import type { Sentence, Token } from '../../model/analysis.ts'
import type { RepairContext } from './repair.ts'

/** Does every word of a sentence hang, in so many steps at most, on its root? */
function isTree(tokens: readonly Token[], { first, last }: Sentence): boolean {
  const sound = new Uint8Array(last - first + 1)
  for (let from = first; from <= last; from++) {
    const path: number[] = []
    let at = from
    while (at >= first && at <= last && sound[at - first] === 0) {
      if (path.length > last - first) return false
      path.push(at)
      at = tokens[at]!.head
    }
    for (const one of path) sound[one - first] = 1
  }
  return true
}

/** Gives a sentence back its parse if several repairs together made a ring of its tree. */
export function keepTrees({ tokens, parsed, sentences }: Pick<RepairContext, 'tokens' | 'parsed' | 'sentences'>): void {
  for (const sentence of sentences)
    if (!isTree(tokens, sentence))
      for (let at = sentence.first; at <= sentence.last; at++) Object.assign(tokens[at]!, parsed[at]!)
}
