import type { Context } from '../context.ts'
import type { RelationDraft } from '../draft.ts'
import { findByClause } from './clauses.ts'
import { type Fact, toDraft } from './fact.ts'
import { merge } from './merge.ts'
import { findByNoun } from './nouns.ts'
import { findByPair } from './pairs.ts'
import { findByParticiple } from './participles.ts'
import { buildScene, type Scene } from './scene.ts'

const FINDERS: readonly ((scene: Scene) => readonly Fact[])[] = [findByNoun, findByParticiple, findByClause, findByPair]

/** States of affairs between the document's actors, from nouns and titles, clauses, participles and pairs of names. */
export function findRelations(context: Context): readonly RelationDraft[] {
  const scene = buildScene(context)
  return merge(FINDERS.flatMap((find) => find(scene))).map(toDraft)
}
