import type { Context } from '../context.ts'
import type { StatementDraft } from '../draft.ts'

export function findStatements(_context: Context): StatementDraft[] {
  return []
}
