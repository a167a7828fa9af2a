import { sql } from 'kysely'
import type { ResolvedRecord } from '../../model/index.ts'
import { mergesAt } from '../merges.ts'
import type { ConflictRow, Write } from '../schema.ts'
import { insert, OPEN } from '../store/rows.ts'
import { shut, uuids } from '../store/select.ts'
import { firstKept, resolvedOf } from './candidates.ts'
import { homesOf, membersOf } from './members.ts'
import { decidedOf } from './regroup.ts'

/** Two facts of which one was proposed to take the other's place. */
interface Pair {
  readonly earlier: readonly string[]
  readonly later: readonly string[]
}

/**
 * A proposal names one record of either fact. Where what is judged makes one stand or tell it no more, another of the
 * same fact that does takes its place; where both of two proposals stand again, the first record's is kept. `judged`: the
 * moment before which the facts were as they were to be.
 */
export async function passOn(w: Write, id: string, judged: string): Promise<void> {
  for (const cluster of await around(w, id)) {
    const rows = await proposedAround(w, cluster, judged)
    if (rows.length === 0) continue
    const pairs = await pairsIn(w, cluster, rows)
    for (const pair of pairs) await settle(w, pair)
  }
}

/** The clusters that a record is in, or was until this write. */
async function around(w: Write, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ cluster: string }>`select distinct cluster_id as cluster from cluster_members
    where ledger = ${w.ledger} and record_id = ${id} and (retracted_at = ${OPEN} or retracted_at = ${w.at})`.execute(
    w.tx,
  )
  return rows.map((row) => row.cluster)
}

type Proposed = Pick<ConflictRow, 'earlier_id' | 'later_id'> & { readonly side: 'earlier' | 'later' }

/**
 * What is proposed of a fact by a record that is of it, or was until this write; and what was before it was judged, by any
 * that was ever of it. With the fact's side.
 */
async function proposedAround(w: Write, cluster: string, judged: string): Promise<readonly Proposed[]> {
  const { rows } = await sql<Proposed>`with own as (
      select record_id as id, bool_or(retracted_at in (${OPEN}, ${w.at})) as still
      from cluster_members where ledger = ${w.ledger} and cluster_id = ${cluster} group by record_id)
    select c.earlier_id, c.later_id, s.side from own
    cross join lateral (values ('earlier'), ('later')) s(side)
    join conflicts c on c.ledger = ${w.ledger} and c.kind = 'supersedes'
      and own.id = case s.side when 'earlier' then c.earlier_id else c.later_id end
      and ((own.still and c.retracted_at = ${OPEN}) or (c.recorded_at < ${judged} and c.retracted_at >= ${judged}
        and c.retracted_at <> ${OPEN}))
    order by c.conflict_id`.execute(w.tx)
  return rows
}

async function pairsIn(w: Write, cluster: string, rows: readonly Proposed[]): Promise<readonly Pair[]> {
  const own = await membersOf(w, cluster)
  const others = rows.map((row) => (row.side === 'earlier' ? row.later_id : row.earlier_id))
  const homes = await homesOf(w, others)
  const pairs = new Map<string, Pair>()
  for (const [k, { side }] of rows.entries()) {
    const other = others[k]!
    const home = homes.get(other) ?? other
    if (pairs.has(`${side} ${home}`) || home === cluster) continue
    const theirs = homes.has(other) ? await membersOf(w, home) : [other]
    pairs.set(`${side} ${home}`, side === 'earlier' ? { earlier: own, later: theirs } : { earlier: theirs, later: own })
  }
  return [...pairs.values()]
}

async function settle(w: Write, pair: Pair): Promise<void> {
  const open = await w.tx
    .selectFrom('conflicts')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('kind', '=', 'supersedes')
    .where('earlier_id', '=', uuids(pair.earlier))
    .where('later_id', '=', uuids(pair.later))
    .where('retracted_at', '=', OPEN)
    .execute()
  if ((await decidedOf(w, open)).size > 0) return
  const merges = await mergesAt(w, null, w.tx)
  const kept = await firstKept(w, [...pair.earlier, ...pair.later])
  const place = (id: string): string => `${kept.get(id)} ${id}`
  const inOrder = (a: string, b: string): number => (place(a) < place(b) ? -1 : Number(a !== b))
  const standing = async (ids: readonly string[]) =>
    (await resolvedOf(w, ids, merges)).sort((a, b) => inOrder(a.id, b.id))
  const [earlier, later] = [await standing(pair.earlier), await standing(pair.later)]
  const stands = new Set([...earlier, ...later].map((record) => record.id))
  const [first, ...twice] = open
    .filter((one) => stands.has(one.earlier_id) && stands.has(one.later_id))
    .sort((a, b) => inOrder(a.later_id, b.later_id) || inOrder(a.earlier_id, b.earlier_id))
  const ids = twice.map((one) => one.conflict_id)
  await shut(w, 'conflicts', 'conflict_id', ids)
  const found = first ? undefined : firstOf(w, earlier, later, inOrder)
  if (found) await insert(w, 'conflicts', [{ conflict_id: w.uuid(), ...found }])
}

/** The first two of which one is to take the other's place. */
function firstOf(
  w: Write,
  earlier: readonly ResolvedRecord[],
  later: readonly ResolvedRecord[],
  inOrder: (a: string, b: string) => number,
) {
  for (const second of later)
    for (const first of earlier) {
      const found = inOrder(first.id, second.id) < 0 ? w.resolver.conflict(first, second) : null
      if (found?.kind === 'supersedes') return { ...found, earlier_id: first.id, later_id: second.id }
    }
  return undefined
}
