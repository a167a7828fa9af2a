import type { Context } from '../context.ts'
import type { RelationDraft } from '../draft.ts'

export function findRelations(_context: Context): RelationDraft[] {
  return []
}
