import type { Attribution } from '../../model/analysis.ts'
import { indexOf } from '../../model/document-index.ts'
import type { Span } from '../../model/span.ts'
import type { Context } from '../context.ts'

const CLAUSAL = new Set(['VERB', 'ADJ', 'NOUN', 'AUX'])

/** Starts of the clauses in a content that a conjunction of their own opens: "said A and *that B*". */
function starts({ analysis, vocabulary }: Context, { start, end }: Span, cue: number): number[] {
  const { tree } = indexOf(analysis)
  const heads = tree.children(cue).filter((c) => analysis.tokens[c]!.deprel === 'ccomp')
  return heads
    .flatMap((head) => tree.children(head))
    .filter((c) => analysis.tokens[c]!.deprel === 'conj' && CLAUSAL.has(analysis.tokens[c]!.upos))
    .flatMap((c) => tree.children(c).filter((mark) => analysis.tokens[mark]!.deprel === 'mark'))
    .map((mark) => analysis.tokens[mark]!)
    .filter(
      (mark) => vocabulary.channels.clausal.has(mark.text.toLowerCase()) && start < mark.start && mark.start < end,
    )
    .map((mark) => mark.index)
}

/** What is said, parted where a second clause is said beside the first. */
export function partsOf(context: Context, { content, cueToken, mode }: Attribution): readonly (readonly Span[])[] {
  const [span] = content
  if (cueToken === undefined || content.length !== 1 || mode === 'direct') return [content]
  const { tokens } = context.analysis
  const parts: Span[] = []
  let from = span!.start
  for (const at of starts(context, span!, cueToken)) {
    let last = at - 1
    while (last > 0 && (tokens[last]!.upos === 'CCONJ' || tokens[last]!.text === ',')) last--
    parts.push({ start: from, end: tokens[last]!.end })
    from = tokens[at]!.start
  }
  return [...parts, { start: from, end: span!.end }].map((part) => [part])
}
