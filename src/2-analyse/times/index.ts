import type { TimeExpression } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Named } from '../steps.ts'
import { type Expression, findExpressions } from './find.ts'
import { REFINERS } from './refine.ts'
import { resolve } from './resolve.ts'

/** The expressions of time in a document: found by rules, refined by what surrounds them, resolved in the order of the text. */
export function findTimes(analysis: Named, vocabulary: Vocabulary): TimeExpression[] {
  const found = findExpressions(analysis, vocabulary.times)
  const kept = REFINERS.reduce<readonly Expression[]>((expressions, refine) => refine(expressions, analysis), found)
  return resolve(kept, analysis, vocabulary.times)
}
