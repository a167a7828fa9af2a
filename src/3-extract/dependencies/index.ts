import type { Context } from '../context.ts'
import type { DependencyDraft } from '../draft.ts'

export function findDependencies(_context: Context): DependencyDraft[] {
  return []
}
