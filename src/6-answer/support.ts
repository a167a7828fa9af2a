import type { Corroboration, HeldRecord } from '../5-ledger/index.ts'
import type { Gathered } from './gather.ts'
import { groupBy, unique } from './group.ts'
import { knownThen } from './names.ts'

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

const ALONE: Support = { reports: 1, origins: 1, because: [] }

/** On how many words each of these stands, in their order: one question to the ledger for all. */
export async function supportsOf({ ledger, question }: Gathered, all: readonly Told[]): Promise<readonly Support[]> {
  const shared = ({ records }: Told): boolean => records.length > 1 || records[0]!.cluster !== null
  const ids = unique(all.filter(shared).map(({ id }) => id))
  // Which reports there are depends on what was known, not on the day that is asked about.
  const then = knownThen(question)
  const found = ids.length === 0 ? [] : await ledger.corroborations(ids, then)
  const supports = new Map(found.map((corroboration, k) => [ids[k]!, supportIn(corroboration)]))
  return all.map(({ id }) => supports.get(id) ?? ALONE)
}

function supportIn({ reports, origins }: Corroboration): Support {
  const because = origins.flatMap((origin) => (origin.records.length > 1 ? origin.reasons.map((r) => r.text) : []))
  return { reports, origins: origins.length, because: unique(because) }
}
