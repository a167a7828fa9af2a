import type { Context } from '../context.ts'
import type { DependencyDraft } from '../draft.ts'
import { findByClause } from './clauses.ts'
import { findByConnective } from './connectives.ts'
import { findByNoun } from './nouns.ts'
import { dropRepeated } from './repeated.ts'
import { buildScene, type Scene } from './scene.ts'
import { isMeant, type Tie, toDraft } from './tie.ts'

const FINDERS: readonly ((scene: Scene) => readonly Tie[])[] = [findByConnective, findByNoun, findByClause]

/** What hangs on what: connectives, nouns and verbs that say how two acts or states depend on each other. */
export function findDependencies(context: Context): readonly DependencyDraft[] {
  const scene = buildScene(context)
  const ties = FINDERS.flatMap((find) => find(scene)).filter((tie) => isMeant(scene, tie))
  return dropRepeated(ties).map((tie) => toDraft(scene, tie))
}
