import type { Context } from '../context.ts'
import type { EstimateDraft } from '../draft.ts'

export function findEstimates(_context: Context): EstimateDraft[] {
  return []
}
