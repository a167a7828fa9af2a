import type { TimeExpression } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Named } from '../steps.ts'

export function findTimes(_analysis: Named, _vocabulary: Vocabulary): TimeExpression[] {
  return []
}
