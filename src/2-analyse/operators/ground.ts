import type { Token } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import { buildTree, type Tree } from '../shared/tree.ts'
import type { Attributed } from '../steps.ts'

export interface Ground {
  readonly tokens: readonly Token[]
  readonly tree: Tree
  readonly clauses: readonly Clause[]
}

export const layGround = ({ tokens, sentences, clauses }: Attributed): Ground => ({
  tokens,
  clauses,
  tree: buildTree(tokens, sentences),
})

/** The token by which a clause hangs on what is above it: of a light verb with its noun, the verb. */
export function anchorOf({ tokens }: Pick<Ground, 'tokens'>, { head, light }: Clause): number {
  return light !== undefined && tokens[head]!.head >= 0 ? tokens[head]!.head : head
}
