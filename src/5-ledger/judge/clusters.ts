import type { Who } from '../index.ts'
import type { Judgement } from '../judged.ts'
import type { JudgementRow, MemberRow, Store, Write } from '../schema.ts'
import { insert, write } from '../store/rows.ts'
import { shut } from '../store/select.ts'
import { openMembers } from '../write/members.ts'
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

/** What was taken out goes back, with what came to it since: one happening is one again. */
export async function restoreMembers(w: Write, target: JudgementRow, judgement: string, who: Who): Promise<void> {
  const [cluster, own] = target.targets as [string, string | undefined]
  const before = target.before as readonly Taken[]
  const joined = own === undefined ? [] : await openMembers(w, 'cluster_id', [own])
  const taken = before.map((b) => ({ record_id: b.record, document_id: b.document }))
  const back = new Map([...taken, ...joined].map((one) => [one.record_id, one]))
  await move(w, [...back.values()], cluster, judgement, { code: 'undo', text: `by ${who.by}: ${who.why}` })
}
