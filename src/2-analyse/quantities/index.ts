import type { Analysis, Quantity } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Named } from '../steps.ts'

export function findQuantities(_analysis: Named & Pick<Analysis, 'times'>, _vocabulary: Vocabulary): Quantity[] {
  return []
}
