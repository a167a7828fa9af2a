import type { Predicate } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Attributed } from '../steps.ts'

export function foldOperators(_analysis: Attributed, _vocabulary: Vocabulary): Predicate[] {
  return []
}
