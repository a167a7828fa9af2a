import type { Quotation } from '../../model/analysis.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Parsed } from '../steps.ts'

export function findQuotations(_analysis: Parsed, _vocabulary: Vocabulary): Quotation[] {
  return []
}
