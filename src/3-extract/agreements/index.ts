import type { Context } from '../context.ts'
import type { AgreementDraft } from '../draft.ts'

export function findAgreements(_context: Context): AgreementDraft[] {
  return []
}
