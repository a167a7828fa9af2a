/*
 * This folder finds expressions of time and the calendar days that they mean. Rules over atoms (find.ts) catch the longest
 * expression at each word, refiners (refine.ts) take away what only looks like one, and resolve.ts goes through the rest
 * in text order, because later expressions are counted from earlier ones. The values are TimeML's. Expressions do not
 * overlap, and one whose days cannot be known has no interval. Read find.ts, resolve.ts, context.ts, then make/.
 */
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
