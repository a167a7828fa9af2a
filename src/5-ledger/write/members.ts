import type { MemberRow, Write } from '../schema.ts'
import { OPEN } from '../store/rows.ts'
import { uuids } from '../store/select.ts'

/** Who is in a cluster now: of these records, or in these clusters; by record. */
export const openMembers = (
  { tx, ledger }: Write,
  of: 'record_id' | 'cluster_id',
  ids: Iterable<string>,
): Promise<MemberRow[]> =>
  tx
    .selectFrom('cluster_members')
    .selectAll()
    .where('ledger', '=', ledger)
    .where(of, '=', uuids(ids))
    .where('retracted_at', '=', OPEN)
    .orderBy('record_id')
    .execute()

/** The clusters of these records; those that stand alone have none. */
export async function homesOf(w: Write, records: readonly string[]): Promise<Map<string, string>> {
  if (records.length === 0) return new Map()
  const rows = await openMembers(w, 'record_id', records)
  return new Map(rows.map((row) => [row.record_id, row.cluster_id]))
}

/** The records that are in a cluster. */
export const membersOf = async (w: Write, cluster: string): Promise<string[]> =>
  (await openMembers(w, 'cluster_id', [cluster])).map((row) => row.record_id)
