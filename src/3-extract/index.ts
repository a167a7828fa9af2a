import type { Analysis } from '../model/analysis.ts'
import type { Reading } from '../model/reading.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import { findAgreements } from './agreements/index.ts'
import { assemble } from './assemble.ts'
import { buildContext } from './build-context.ts'
import type { Context } from './context.ts'
import { decide } from './decide/index.ts'
import { findDependencies } from './dependencies/index.ts'
import type { Draft, Grounds } from './draft.ts'
import { findEstimates } from './estimates/index.ts'
import { findEvents } from './events/index.ts'
import { findRelations } from './relations/index.ts'
import { findStatements } from './statements/index.ts'
import { dropWithdrawn, findWithdrawn } from './withdrawn.ts'

export { whyOf } from './decide/score.ts'

/** The extractors, one for each kind of record, in the order in which ties between them are decided. */
const EXTRACTORS: readonly ((context: Context) => readonly Draft[])[] = [
  findStatements,
  findEvents,
  findRelations,
  findAgreements,
  findDependencies,
  findEstimates,
]

/** What the rows find. */
export const draftByRows = (context: Context): readonly Draft[] => EXTRACTORS.flatMap((find) => find(context))

export interface Extracted extends Pick<Reading, 'actors' | 'records'> {
  /** What speaks for and against each record, by its id. */
  readonly grounds: ReadonlyMap<string, Grounds>
}

/** Analysis → the actors and records of a reading, without the records whose score is below `minScore`. */
export function extract(
  analysis: Analysis,
  vocabulary: Vocabulary,
  values: Float32Array,
  minScore?: number,
): Extracted {
  const context = buildContext(analysis, vocabulary)
  const found = decide(context, draftByRows(context), values, minScore)
  const { records, grounds } = assemble(dropWithdrawn(found, findWithdrawn(analysis, vocabulary)))
  return { actors: context.actors, records, grounds }
}
