import type { Clause } from '../../model/clause.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Linked } from '../steps.ts'

export function findClauses(_analysis: Linked, _vocabulary: Vocabulary): Clause[] {
  return []
}
