import { sql } from 'kysely'
import type { Conflict } from '../../model/index.ts'
import type { Write } from '../schema.ts'
import { OPEN } from '../store/rows.ts'
import { uuids } from '../store/select.ts'

/** That the later record takes the place of the earlier, before it is noted. */
export type Superseding = Conflict & { readonly earlier_id: string; readonly later_id: string }

/**
 * Of what would be proposed, each pair of facts once: the first of these, and none that waits for people or was decided
 * already. One that was accepted counts no more once another report of the earlier fact comes, which goes on.
 */
export async function onceForFacts(
  w: Write,
  found: readonly Superseding[],
  homeOf: (record: string) => string | undefined,
): Promise<readonly Superseding[]> {
  if (found.length === 0) return []
  // What is written in this transaction is not all found yet: what is known of it here goes first.
  const pairOf = (earlier: string, later: string): string => `${homeOf(earlier) ?? earlier} ${homeOf(later) ?? later}`
  const held = await notedPairs(w, [...new Set(found.map((one) => one.earlier_id))])
  const noted = new Set(
    held.map(({ earlier_id, later_id, earlier, later }) =>
      pairOf(homeOf(earlier_id) ? earlier_id : earlier, homeOf(later_id) ? later_id : later),
    ),
  )
  return found.filter((one) => {
    const pair = pairOf(one.earlier_id, one.later_id)
    if (noted.has(pair)) return false
    noted.add(pair)
    return true
  })
}

interface Noted {
  readonly earlier_id: string
  readonly later_id: string
  /** Their clusters; a record without one is its own. */
  readonly earlier: string
  readonly later: string
}

/** What is proposed between facts, of those whose earlier is one of these records' facts. */
async function notedPairs({ tx, ledger }: Write, earlier: readonly string[]): Promise<readonly Noted[]> {
  const home = (record: string) => sql`coalesce((select m.cluster_id from cluster_members m where m.ledger = ${ledger}
    and m.record_id = ${sql.ref(record)} and m.retracted_at = ${OPEN} limit 1), ${sql.ref(record)})`
  const { rows } = await sql<Noted>`select c.earlier_id, c.later_id, ${home('c.earlier_id')} as earlier,
    ${home('c.later_id')} as later from conflicts c
    join records r on r.ledger = c.ledger and r.record_id = c.earlier_id and r.retracted_at = ${OPEN}
    where c.ledger = ${ledger} and c.kind = 'supersedes' and c.retracted_at = ${OPEN}
      and (r.kind <> 'relation' or r.valid_to = ${OPEN})
      and c.earlier_id in (select b.record_id from cluster_members a
        join cluster_members b on b.ledger = a.ledger and b.cluster_id = a.cluster_id and b.retracted_at = ${OPEN}
        where a.ledger = ${ledger} and a.record_id = ${uuids(earlier)} and a.retracted_at = ${OPEN}
        union select unnest(${earlier}::uuid[]))`.execute(tx)
  return rows
}
