import { sql } from 'kysely'
import type { Who } from '../index.ts'
import type { Judgement } from '../judged.ts'
import { mergesAt } from '../merges.ts'
import type { JudgementRow, MemberRow, Store, Write } from '../schema.ts'
import { insert, write } from '../store/rows.ts'
import { shut } from '../store/select.ts'
import { resolvedOf } from '../write/candidates.ts'
import { membersOf, openMembers } from '../write/members.ts'
import { changedSince } from '../write/regroup.ts'
import { missing, record, refuse } from './rows.ts'

interface Taken {
  readonly record: string
  readonly cluster: string
  readonly document: string
}

/** These records tell something else: they become a cluster of their own, a single one stands alone. */
export const splitCluster = (store: Store, cluster: string, records: readonly string[], who: Who): Promise<Judgement> =>
  write(store, async (w) => {
    const found = await w.tx
      .selectFrom('clusters')
      .selectAll()
      .where('ledger', '=', w.ledger)
      .where('cluster_id', '=', cluster)
      .executeTakeFirst()
    if (!found) throw missing('cluster', cluster)
    const members = await openMembers(w, 'record_id', records)
    if (
      records.length === 0 ||
      members.length !== new Set(records).size ||
      members.some((m) => m.cluster_id !== cluster)
    )
      throw refuse('not all of these records are in this cluster')
    const judgement = w.uuid()
    const own = records.length > 1 ? w.uuid() : null
    if (own !== null) await insert(w, 'clusters', [{ cluster_id: own, kind: found.kind }])
    await move(w, members, own, judgement, { code: 'split', text: `by ${who.by}: ${who.why}` })
    return record(w, judgement, who, {
      action: 'split-cluster',
      targets: [cluster, ...(own === null ? [] : [own])],
      before: members.map((m): Taken => ({ record: m.record_id, cluster, document: m.document_id })),
    })
  })

async function move(
  w: Write,
  members: readonly Pick<MemberRow, 'record_id' | 'document_id'>[],
  to: string | null,
  judgement: string,
  reason: MemberRow['reason'],
): Promise<void> {
  await shut(w, 'cluster_members', 'record_id', new Set(members.map((m) => m.record_id)))
  if (to === null) return
  await insert(
    w,
    'cluster_members',
    members.map((m) => ({
      cluster_id: to,
      record_id: m.record_id,
      document_id: m.document_id,
      reason,
      judgement_id: judgement,
    })),
  )
}

/**
 * Of those that were taken out, those that tell what they told, or still what the cluster tells. Throws where one was
 * corrected since to tell something else; one whose correction was taken back since tells what it told before both.
 */
async function whoGoesBack(w: Write, { targets, before, recorded_at }: JudgementRow): Promise<readonly Taken[]> {
  const taken = before as readonly Taken[]
  const ids = taken.map((one) => one.record)
  const changed = await changedSince(w, ids, recorded_at)
  if (changed.size === 0) return taken
  const merges = await mergesAt(w, null, w.tx)
  const left = await resolvedOf(w, await membersOf(w, targets[0]!), merges, 'all')
  const away = (await resolvedOf(w, [...changed], merges, 'all')).filter((one) => !w.resolver.match(one, left))
  for (const { id } of away) {
    const later = await correctionSince(w, id, recorded_at)
    if (later)
      throw refuse(`judgement ${later} (correct) made a record of it tell something else: take that back first`)
  }
  return taken.filter((one) => !away.some(({ id }) => id === one.record))
}

async function correctionSince(w: Write, record: string, moment: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select j.judgement_id as id from judgements j
    where j.ledger = ${w.ledger} and j.action = 'correct' and j.targets ->> 0 = ${record} and j.recorded_at > ${moment}
      and not exists (select 1 from judgements u where u.ledger = j.ledger and u.undoes = j.judgement_id)
    order by j.recorded_at desc limit 1`.execute(w.tx)
  return rows[0]?.id
}

/** What was taken out goes back, with what came to it since: one happening is one again. */
export async function restoreMembers(w: Write, target: JudgementRow, judgement: string, who: Who): Promise<void> {
  const [cluster, own] = target.targets as [string, string | undefined]
  const before = await whoGoesBack(w, target)
  const joined = own === undefined ? [] : await openMembers(w, 'cluster_id', [own])
  const taken = before.map((b) => ({ record_id: b.record, document_id: b.document }))
  const back = new Map([...taken, ...joined].map((one) => [one.record_id, one]))
  await move(w, [...back.values()], cluster, judgement, { code: 'undo', text: `by ${who.by}: ${who.why}` })
}
