import type { ReadoutRecord } from '../model/records.ts'
import type { Context } from './context.ts'
import type { Draft } from './draft.ts'

/** Numbers the drafts. */
export function assemble(drafts: readonly Draft[], _context: Context): ReadoutRecord[] {
  return drafts.map((draft, index) => ({ ...draft, id: `r${index + 1}` }) as ReadoutRecord)
}
