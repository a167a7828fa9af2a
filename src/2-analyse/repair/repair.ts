import type { Entity, Sentence, TimeExpression, Token } from '../../model/analysis.ts'
import { buildTree, type Tree } from '../../model/tree.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'

/** A token that a repair may change. */
export type Draft = { -readonly [K in keyof Token]: Token[K] }

/** What a repair reads and changes. */
export interface RepairContext {
  /** The tokens as the repairs before left them. A repair changes them in place. */
  readonly tokens: readonly Draft[]
  /** The same tokens before the first repair of the group. */
  readonly parsed: readonly Token[]
  readonly sentences: readonly Sentence[]
  /** The names in text order. A repair may put a longer list here. */
  entities: readonly Entity[]
  /** The time expressions in text order; none before they are found. */
  readonly times: readonly TimeExpression[]
  readonly vocabulary: Pick<Vocabulary, 'reference' | 'grammar' | 'events' | 'cues'>
}

/** One kind of mistake of the parser or of the name recogniser, and how it is put right. */
export interface Repair {
  /** The name of its file. */
  readonly id: string
  /** Words in which the mistake is made. */
  readonly example: string
  /** What is true of them. */
  readonly reason: string
  repair(context: RepairContext): void
}

/** Names in text order. */
export const inOrder = (entities: readonly Entity[]): Entity[] => [...entities].sort((a, b) => a.first - b.first)

/** The tree as the repairs before left it. It does not follow what the repair changes. */
export const treeOf = ({ tokens, sentences }: RepairContext): Tree => buildTree(tokens, sentences)
