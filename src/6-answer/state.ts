import type { HeldRecord } from '../5-ledger/index.ts'
import { idsOf } from './cite.ts'

/** `fulfilled`: a report has it done; `blocked`: something that stands in its way holds, or it is denied; `pending`: asked, promised, planned, conditional; `unknown`: no record tells of it. */
export type NodeState = 'fulfilled' | 'pending' | 'blocked' | 'unknown'

export const isDone = ({ record }: HeldRecord): boolean =>
  record.realis === 'actual' &&
  record.polarity === 'affirmed' &&
  (record.certainty === 'certain' || record.certainty === 'probable')

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id))

/** A later record of the same act by the same actors (to the same ones, where both name them): what was promised is done. */
export function fulfils(record: HeldRecord, promised: HeldRecord): boolean {
  if (
    record.id === promised.id ||
    record.kind !== promised.kind ||
    record.subtype !== promised.subtype ||
    !isDone(record)
  )
    return false
  if ((record.publishedOn ?? '') < (promised.publishedOn ?? '')) return false
  const [by, to] = (['actor', 'recipient'] as const).map(
    (part) => [idsOf(record, part), idsOf(promised, part)] as const,
  )
  const [doing, promising] = by!
  const [receiving, promisedTo] = to!
  if (doing.length === 0 || !overlap(doing, promising)) return false
  return receiving.length > 0 && overlap(receiving, promisedTo)
}

/** What the records of a node, and the records that may fulfil them, tell of its state. */
export function stateOf(
  records: readonly HeldRecord[],
  candidates: readonly HeldRecord[],
  blocked: HeldRecord | null,
): { state: NodeState; shownBy: HeldRecord | null } {
  const done = records.find(isDone) ?? candidates.find((c) => records.some((r) => fulfils(c, r)))
  if (done) return { state: 'fulfilled', shownBy: done }
  if (blocked) return { state: 'blocked', shownBy: blocked }
  const denied = records.find((r) => r.record.polarity === 'denied' && r.record.realis === 'actual')
  if (denied) return { state: 'blocked', shownBy: denied }
  return records.length > 0 ? { state: 'pending', shownBy: records[0]! } : { state: 'unknown', shownBy: null }
}
