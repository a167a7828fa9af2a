import type { Attribution } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Claused } from '../steps.ts'

export function findAttributions(_analysis: Claused, _vocabulary: Vocabulary): Attribution[] {
  return []
}
