import type { HeldRecord } from '../5-ledger/index.ts'
import { type AgreementStatus, STATUSES } from '../model/index.ts'
import { compare, dayOf } from './cite.ts'
import { isDone } from './state.ts'

const stage = (status: AgreementStatus): number => STATUSES.indexOf(status)

export const byTime = (a: HeldRecord, b: HeldRecord): number =>
  compare(dayOf(a), dayOf(b)) || compare(a.publishedOn ?? '', b.publishedOn ?? '') || compare(a.id, b.id)

/**
 * The record that tells where an agreement stands: the last that is told as a fact. A report that speaks of "the accord"
 * and gives no day takes it back to no earlier stage.
 */
export function lastStatus(records: readonly HeldRecord[]): HeldRecord | null {
  let last: HeldRecord | null = null
  let reached = -1
  for (const record of records.filter(isDone).sort(byTime)) {
    if (record.record.kind !== 'agreement' || record.record.certainty !== 'certain') continue
    const here = stage(record.record.status)
    if (!record.dated && here < reached) continue
    last = record
    reached = here
  }
  return last
}
