import type { HeldRecord } from '../5-ledger/index.ts'
import type { Gathered } from './gather.ts'
import { groupBy, unique } from './group.ts'

/** On how many words something stands: reports counted apart from the independent origins they go back to. */
export interface Support {
  readonly reports: number
  readonly origins: number
  /** Why several reports are one origin. */
  readonly because: readonly string[]
}

/** One happening or fact with all its reports among those gathered. */
export interface Told {
  /** Cluster, or the record that stands alone. */
  readonly id: string
  readonly records: readonly HeldRecord[]
}

export const together = (records: readonly HeldRecord[]): readonly Told[] =>
  [...groupBy(records, (record) => record.cluster ?? record.id)].map(([id, members]) => ({ id, records: members }))

export async function supportOf({ ledger, question }: Gathered, { id, records }: Told): Promise<Support> {
  if (records.length === 1 && records[0]!.cluster === null) return { reports: 1, origins: 1, because: [] }
  // Which reports there are depends on what was known, not on the day that is asked about.
  const { reports, origins } = await ledger.corroboration(
    id,
    question.known === undefined ? {} : { known: question.known },
  )
  const because = unique(
    origins.flatMap((origin) => (origin.records.length > 1 ? origin.reasons.map((r) => r.text) : [])),
  )
  return { reports, origins: origins.length, because }
}
