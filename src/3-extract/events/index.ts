import type { Context } from '../context.ts'
import type { EventDraft } from '../draft.ts'

export function findEvents(_context: Context): EventDraft[] {
  return []
}
