import type { Sentence, Token } from '../../model/analysis.ts'
import type { Draft } from './draft.ts'

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

/** A sentence that several repairs together made a ring of stays as it was parsed. */
export function keepTrees(mended: readonly Draft[], parsed: readonly Token[], sentences: readonly Sentence[]): void {
  for (const sentence of sentences)
    if (!isTree(mended, sentence))
      for (let at = sentence.first; at <= sentence.last; at++) Object.assign(mended[at]!, parsed[at]!)
}
