/**
 * Proposes records that no row has, gives each record its score, and decides which are kept. What decides was
 * learned from reports read by hand (corpus/): a small network says of each word whether it names a record of a kind, and
 * of each pair of words whether the second takes part in what the first names. It sees the encoder's vector of a word and
 * what the rows, the clauses and the actors say of it. Read scene.ts, then the file of a kind.
 */
import type { RecordKind } from '../../model/records.ts'
import type { Context } from '../context.ts'
import type { Draft } from '../draft.ts'
import { decideDependencies } from './dependencies.ts'
import { decideEvents } from './events.ts'
import { decideRelations } from './relations.ts'
import { openScene, type Scene } from './scene.ts'
import { groundsOf, isLearned, scoreOf } from './score.ts'

const keep =
  (kind: RecordKind) =>
  (_scene: Scene, drafts: readonly Draft[]): readonly Draft[] =>
    drafts.filter((draft) => draft.kind === kind)

/** The chance under which a word is no cue of a statement. */
const LEAST_CUE = 0.03

/** Keeps the statements of rows, unless the word that introduces one is unlikely to do so. */
const decideStatements = (scene: Scene, drafts: readonly Draft[]): readonly Draft[] =>
  drafts.filter(
    ({ kind, at }) =>
      kind === 'statement' && (at === undefined || (scene.chances(at)?.get('statement') ?? 1) >= LEAST_CUE),
  )

/** What decides on the records of each kind. */
const DECIDERS: Readonly<Record<RecordKind, (scene: Scene, drafts: readonly Draft[]) => readonly Draft[]>> = {
  statement: decideStatements,
  event: decideEvents,
  relation: decideRelations,
  agreement: keep('agreement'),
  dependency: decideDependencies,
  estimate: keep('estimate'),
}

/**
 * The records whose score is at least `minScore`; left out: at least what is usual for those with or without a row.
 * `values`: what the encoder's head for records says of each token.
 */
export function decide(
  context: Context,
  drafts: readonly Draft[],
  values: Float32Array,
  minScore?: number,
): readonly Draft[] {
  const { scores, encoder } = context.vocabulary
  const scene = openScene(context, drafts, encoder.records, values)
  return Object.values(DECIDERS)
    .flatMap((decideOn) => decideOn(scene, drafts))
    .map((draft) => {
      const grounds = groundsOf(scene, draft)
      return { ...draft, grounds, score: scoreOf(grounds, scores) }
    })
    .filter((draft) => draft.score >= (minScore ?? (isLearned(draft) ? scores.least.learned : scores.least.row)))
}
