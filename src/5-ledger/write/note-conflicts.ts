import { sql } from 'kysely'
import type { Conflict } from '../../model/index.ts'
import type { Write } from '../schema.ts'
import { insert, OPEN } from '../store/rows.ts'
import { uuids } from '../store/select.ts'

/** How two records stand to each other, before it is noted. */
export type FoundConflict = Conflict & { readonly earlier_id: string; readonly later_id: string }

/** Notes conflicts, and what is to be proposed once for each pair of facts. `homes`: the clusters of records, as far as told here. */
export async function noteConflicts(
  w: Write,
  found: readonly FoundConflict[],
  homes: ReadonlyMap<string, string>,
): Promise<void> {
  const proposed = found.filter((one) => one.kind === 'supersedes')
  const noted = [...found.filter((one) => one.kind !== 'supersedes'), ...(await onceForFacts(w, proposed, homes))]
  await insert(
    w,
    'conflicts',
    noted.map((one) => ({ conflict_id: w.uuid(), ...one })),
  )
}

/**
 * Of what would be proposed, each pair of facts once: the first of these, and none that waits for people or was decided
 * already. One that was accepted counts no more once another report of the earlier fact comes, which goes on.
 */
async function onceForFacts(
  w: Write,
  found: readonly FoundConflict[],
  homes: ReadonlyMap<string, string>,
): Promise<readonly FoundConflict[]> {
  if (found.length === 0) return []
  const pairs = await notedPairs(w, [...new Set(found.map((one) => one.earlier_id))])
  // What this transaction writes is not all in the tables yet: what is known of it here goes first.
  const noted = new Set(
    pairs.map((one) => `${homes.get(one.earlier_id) ?? one.earlier} ${homes.get(one.later_id) ?? one.later}`),
  )
  return found.filter(({ earlier_id, later_id }) => {
    const pair = `${homes.get(earlier_id) ?? earlier_id} ${homes.get(later_id) ?? later_id}`
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
      and (exists (select 1 from records l where l.ledger = c.ledger and l.record_id = c.later_id
          and l.retracted_at = ${OPEN})
        or exists (select 1 from judgements j where j.ledger = c.ledger and j.action = 'decide'
          and j.targets ->> 0 = c.conflict_id::text
          and not exists (select 1 from judgements u where u.ledger = j.ledger and u.undoes = j.judgement_id)))
      and c.earlier_id in (select b.record_id from cluster_members a
        join cluster_members b on b.ledger = a.ledger and b.cluster_id = a.cluster_id and b.retracted_at = ${OPEN}
        where a.ledger = ${ledger} and a.record_id = ${uuids(earlier)} and a.retracted_at = ${OPEN}
        union select unnest(${earlier}::uuid[]))`.execute(tx)
  return rows
}
