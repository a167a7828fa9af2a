import type { Token } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import { indexOf } from '../../model/document-index.ts'
import type { Tree } from '../../model/tree.ts'
import type { Attributed } from '../steps.ts'

/** What the folding of operators looks at; made once for a document. */
export interface OperatorContext {
  readonly tokens: readonly Token[]
  readonly tree: Tree
  readonly clauses: readonly Clause[]
}

export const contextOf = (analysis: Attributed): OperatorContext => ({
  tokens: analysis.tokens,
  clauses: analysis.clauses,
  tree: indexOf(analysis).tree,
})

/** The token by which a clause hangs on what is above it: of a light verb with its noun, the verb. */
export function anchorOf({ tokens }: Pick<OperatorContext, 'tokens'>, { head, light }: Clause): number {
  return light !== undefined && tokens[head]!.head >= 0 ? tokens[head]!.head : head
}
