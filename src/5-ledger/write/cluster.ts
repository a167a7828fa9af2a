import type { Part, Reason, ResolvedRecord } from '../../model/index.ts'
import type { Merges } from '../merges.ts'
import type { Write } from '../schema.ts'
import { insert, type NewRow } from '../store/rows.ts'
import { ASIDE, candidatesFor, toResolved } from './candidates.ts'
import type { Linked } from './link-actors.ts'
import { homesOf } from './members.ts'
import { type FoundConflict, noteConflicts } from './note-conflicts.ts'
import type { NewRecord } from './record-rows.ts'

interface Homes {
  /** Record → its cluster. */
  readonly of: Map<string, string>
  readonly clusters: NewRow<'clusters'>[]
  readonly members: NewRow<'cluster_members'>[]
}

const SAME_DOCUMENT: Reason = { code: 'same-as', text: 'the report tells it twice, from different sources' }
export const FIRST: Reason = { code: 'first', text: 'the first report of it' }

/** Puts new records with those that tell the same happening or fact, and notes where they do not agree. */
export async function clusterRecords(
  w: Write,
  document: string,
  fresh: readonly NewRecord[],
  ids: ReadonlyMap<string, string>,
  linked: ReadonlyMap<string, Linked>,
  merges: Merges,
): Promise<void> {
  const records = fresh.map((record) => resolve(record, document, ids, linked, merges))
  const candidates = await candidatesFor(w, document, records, merges)
  const others = candidates.map((c) => c.record)
  const twice = fresh.flatMap((f) => ids.get(f.record.sameAs ?? '') ?? [])
  const homes: Homes = { of: await homesOf(w, twice), clusters: [], members: [] }
  for (const { record, cluster } of candidates) if (cluster !== null) homes.of.set(record.id, cluster)
  const near = nearOf(others)
  const documentOf = new Map([...others, ...records].map((r) => [r.id, r.document]))
  const conflicts: FoundConflict[] = []
  records.forEach((record, k) => {
    const among = near(record)
    const first = ids.get(fresh[k]!.record.sameAs ?? '')
    const match =
      first !== undefined && first !== record.id
        ? { record: first, reason: SAME_DOCUMENT }
        : w.resolver.match(record, among)
    if (match) join(w, homes, record, documentOf.get(match.record) ?? document, match)
    for (const other of among) {
      const conflict = w.resolver.conflict(other, record)
      if (conflict) conflicts.push({ ...conflict, earlier_id: other.id, later_id: record.id })
    }
  })
  await insert(w, 'clusters', homes.clusters)
  await insert(w, 'cluster_members', homes.members)
  await noteConflicts(w, conflicts, homes.of)
}

/** Those of a record's kind that share an actor with it, in the order given: no others are of one thing with it. */
export function nearOf(others: readonly ResolvedRecord[]): (record: ResolvedRecord) => ResolvedRecord[] {
  const keysOf = ({ kind, actors }: ResolvedRecord): string[] =>
    Object.entries(actors).flatMap(([part, ids]) =>
      ASIDE.includes(part as Part) ? [] : ids.map((id) => `${kind} ${id}`),
    )
  const places = new Map<string, number[]>()
  others.forEach((other, k) => {
    for (const key of new Set(keysOf(other))) {
      const list = places.get(key)
      if (list) list.push(k)
      else places.set(key, [k])
    }
  })
  return (record) =>
    [...new Set(keysOf(record).flatMap((key) => places.get(key) ?? []))].sort((a, b) => a - b).map((k) => others[k]!)
}

function join(
  w: Write,
  homes: Homes,
  record: ResolvedRecord,
  otherDocument: string,
  match: { readonly record: string; readonly reason: Reason },
): void {
  let cluster = homes.of.get(match.record)
  if (cluster === undefined) {
    cluster = w.uuid()
    homes.clusters.push({ cluster_id: cluster, kind: record.kind === 'event' ? 'happening' : 'fact' })
    homes.members.push({
      cluster_id: cluster,
      record_id: match.record,
      document_id: otherDocument,
      reason: FIRST,
      judgement_id: null,
    })
    homes.of.set(match.record, cluster)
  }
  if (homes.of.has(record.id)) return
  homes.members.push({
    cluster_id: cluster,
    record_id: record.id,
    document_id: record.document,
    reason: match.reason,
    judgement_id: null,
  })
  homes.of.set(record.id, cluster)
}

function resolve(
  fresh: NewRecord,
  document: string,
  ids: ReadonlyMap<string, string>,
  linked: ReadonlyMap<string, Linked>,
  merges: Merges,
): ResolvedRecord {
  const parts = fresh.parts.flatMap(({ part, local }) => {
    const to = linked.get(local)
    return to ? [{ part, actor_id: to.actor }] : []
  })
  const row = {
    ...fresh.row,
    record_id: ids.get(fresh.local)!,
    document_id: document,
  }
  return toResolved(row, parts, merges)
}
