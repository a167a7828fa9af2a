import { sql } from 'kysely'
import type { Reason, ResolvedRecord } from '../../model/index.ts'
import { type Merges, mergesAt } from '../merges.ts'
import type { ConflictRow, Write } from '../schema.ts'
import { insert, OPEN } from '../store/rows.ts'
import { shut, uuids } from '../store/select.ts'
import { type Candidate, candidatesFor, firstKept, resolvedOf } from './candidates.ts'
import { FIRST, nearOf } from './cluster.ts'
import { homesOf, membersOf, openMembers } from './members.ts'
import { noteConflicts } from './note-conflicts.ts'

/** Why a record's place among the others is looked at again. */
interface Cause {
  readonly judgement: string
  readonly why: Reason
  /** Only against what was kept or judged after this moment: until then nothing that it says has changed. */
  readonly since?: string
}

/**
 * What the ledger concluded about a record, concluded again from what it says now: it leaves a cluster of which it tells
 * nothing more, joins the one whose happening or fact it tells, and conflicts with whom it conflicts with.
 */
export async function regroup(w: Write, id: string, cause: Cause): Promise<void> {
  const merges = await mergesAt(w, null, w.tx)
  const { record, among } = await nearTo(w, id, merges)
  const changed = cause.since === undefined ? null : await changedSince(w, idsOf(among), cause.since)
  const fresh = changed ? among.filter((c) => changed.has(c.record.id)) : among
  await rejoin(w, record, fresh, merges, cause)
  await recheck(w, record, among, merges, cause.since)
}

const idsOf = (among: readonly Candidate[]): string[] => among.map((c) => c.record.id)

/** Of these records those that stood not yet at a moment, or told something else: one that came to tell the same did not change. */
export async function changedSince(w: Write, ids: readonly string[], moment: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select r.record_id as id from records r
    where r.ledger = ${w.ledger} and r.record_id = ${uuids(ids)} and r.recorded_at > ${moment}
      and not exists (select 1 from records n where n.ledger = r.ledger and n.record_id = r.record_id
        and n.recorded_at > r.recorded_at)
      and not exists (select 1 from records b where b.ledger = r.ledger and b.record_id = r.record_id
        and b.recorded_at <= ${moment} and b.retracted_at > ${moment} and b.payload = r.payload)`.execute(w.tx)
  return new Set(rows.map(({ id }) => id))
}

/**
 * A record's conflicts as they were before a moment at which it was judged; with what has changed since they are concluded
 * anew. Those with others stay what they were, though actors were merged or split since: so that taking back all of it
 * leaves what there was.
 */
export async function restoreConflicts(w: Write, id: string, judged: string): Promise<void> {
  const rows = await w.tx
    .selectFrom('conflicts')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('retracted_at', '=', judged)
    .orderBy('conflict_id')
    .execute()
  await dropNoted(w, judged)
  const open = await conflictsOf(w, id)
  const again = rows.filter((c) => !open.some((o) => samePair(o, c) && sameConflict(o, c)))
  await insert(
    w,
    'conflicts',
    again.map((c) => ({ ...c, conflict_id: w.uuid(), recorded_at: w.at, retracted_at: OPEN })),
  )
  const merges = await mergesAt(w, null, w.tx)
  const { record, among } = await nearTo(w, id, merges)
  await recheck(w, record, among, merges, judged)
}

/** Ends what a judgement made the ledger note of records, also where it was ended since and came back; what people decided stays. */
export async function dropNoted(w: Write, judged: string): Promise<void> {
  const rows = await w.tx
    .selectFrom('conflicts as c')
    .innerJoin('conflicts as n', (on) =>
      on
        .onRef('n.ledger', '=', 'c.ledger')
        .onRef('n.earlier_id', '=', 'c.earlier_id')
        .onRef('n.later_id', '=', 'c.later_id')
        .onRef('n.kind', '=', 'c.kind')
        .onRef('n.type', '=', 'c.type'),
    )
    .selectAll('c')
    .where('c.ledger', '=', w.ledger)
    .where('c.kind', '<>', 'same-actor')
    .where('c.retracted_at', '=', OPEN)
    .where('n.recorded_at', '=', judged)
    .execute()
  const decided = await decidedOf(w, rows)
  const over = rows.map((c) => c.conflict_id).filter((conflict) => !decided.has(conflict))
  await shut(w, 'conflicts', 'conflict_id', over)
}

async function nearTo(
  w: Write,
  id: string,
  merges: Merges,
): Promise<{ readonly record: ResolvedRecord; readonly among: readonly Candidate[] }> {
  const [record] = await resolvedOf(w, [id], merges)
  const candidates = await candidatesFor(w, record!.document, [record!], merges)
  const near = new Set(nearOf(candidates.map((c) => c.record))(record!))
  return { record: record!, among: candidates.filter((c) => near.has(c.record)) }
}

/** The record is in the cluster that it was in before a moment at which it was moved. */
export async function restoreMembership(w: Write, id: string, moved: string, judgement: string): Promise<void> {
  const rows = await w.tx
    .selectFrom('cluster_members')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', id)
    .where((eb) => eb.or([eb('recorded_at', '=', moved), eb('retracted_at', '=', moved)]))
    .execute()
  if (rows.length === 0) return
  await shut(w, 'cluster_members', 'record_id', [id])
  for (const { cluster_id, recorded_at } of rows) if (recorded_at === moved) await leaveAlone(w, cluster_id, moved)
  const were = rows.filter((row) => row.retracted_at === moved)
  await insert(
    w,
    'cluster_members',
    were.map((row) => ({ ...row, judgement_id: judgement, recorded_at: w.at, retracted_at: OPEN })),
  )
}

/** One record alone is no cluster: who was put in one only to be joined by the record that left is taken out again. */
async function leaveAlone(w: Write, cluster: string, moved: string): Promise<void> {
  const made = await w.tx
    .selectFrom('clusters')
    .select('recorded_at')
    .where('ledger', '=', w.ledger)
    .where('cluster_id', '=', cluster)
    .executeTakeFirst()
  const left = await openMembers(w, 'cluster_id', [cluster])
  if (made?.recorded_at === moved && left.length === 1)
    await shut(w, 'cluster_members', 'record_id', [left[0]!.record_id])
}

async function rejoin(
  w: Write,
  record: ResolvedRecord,
  among: readonly Candidate[],
  merges: Merges,
  { judgement, why, since }: Cause,
): Promise<void> {
  const home = (await homesOf(w, [record.id])).get(record.id)
  const others = home === undefined ? [] : (await membersOf(w, home)).filter((id) => id !== record.id)
  if (w.resolver.match(record, await resolvedOf(w, others, merges))) return
  const apart = await apartFrom(w, record.id)
  const shunned = new Set([...apart.clusters, ...(await homesOf(w, [...apart.records])).values()])
  const match = w.resolver.match(
    record,
    among
      .filter((c) => (c.cluster === null ? !apart.records.has(c.record.id) : !shunned.has(c.cluster)))
      .map((c) => c.record),
  )
  // Those that do not stand may stand again: what the record told with them it tells still.
  const tells = async () => w.resolver.match(record, await resolvedOf(w, others, merges, 'all')) !== null
  if (!match && (since !== undefined || others.length === 0 || (await tells()))) return
  await shut(w, 'cluster_members', 'record_id', [record.id])
  if (!match) return
  const other = among.find((c) => c.record.id === match.record)!
  const cluster = other.cluster ?? w.uuid()
  const member = (one: ResolvedRecord, reason: Reason) => ({
    ...{ cluster_id: cluster, record_id: one.id, document_id: one.document, reason, judgement_id: judgement },
  })
  if (other.cluster === null) {
    await insert(w, 'clusters', [{ cluster_id: cluster, kind: record.kind === 'event' ? 'happening' : 'fact' }])
    await insert(w, 'cluster_members', [member(other.record, FIRST)])
  }
  const reason = { code: match.reason.code, text: `${match.reason.text}; ${why.code} ${why.text}` }
  await insert(w, 'cluster_members', [member(record, reason)])
}

interface Apart {
  /** Clusters that people took the record out of. */
  readonly clusters: ReadonlySet<string>
  /** Records that people took out of a cluster that it stayed in, or that stayed where it was taken out. */
  readonly records: ReadonlySet<string>
}

/** What people told apart does not come together by itself. */
async function apartFrom(w: Write, record: string): Promise<Apart> {
  const stayed = (one: string) => sql`${sql.ref(`${one}.recorded_at`)} < j.recorded_at
    and ${sql.ref(`${one}.retracted_at`)} > j.recorded_at`
  const { rows } = await sql<{ home: string; out: boolean; other: string | null }>`
    select m.cluster_id as home, m.retracted_at = j.recorded_at as out, o.record_id as other
    from cluster_members m
    join judgements j on j.ledger = m.ledger and j.action = 'split-cluster'
      and not exists (select 1 from judgements u where u.ledger = j.ledger and u.undoes = j.judgement_id)
    left join cluster_members o on o.ledger = m.ledger and o.cluster_id = m.cluster_id and o.record_id <> m.record_id
      and ((m.retracted_at = j.recorded_at and ${stayed('o')}) or (o.retracted_at = j.recorded_at and ${stayed('m')}))
    where m.ledger = ${w.ledger} and m.record_id = ${record}
      and (m.retracted_at = j.recorded_at or o.record_id is not null)`.execute(w.tx)
  return {
    clusters: new Set(rows.flatMap(({ home, out }) => (out ? [home] : []))),
    records: new Set(rows.flatMap(({ other }) => other ?? [])),
  }
}

const sameConflict = (a: Pick<ConflictRow, 'kind' | 'type'>, b: Pick<ConflictRow, 'kind' | 'type'> | null): boolean =>
  a.kind === b?.kind && a.type === b.type

const samePair = (a: ConflictRow, b: ConflictRow): boolean => a.earlier_id === b.earlier_id && a.later_id === b.later_id

/** Conflicts that hold no longer end; those that hold now and are not noted are noted. `since`: with what changed after it. */
async function recheck(
  w: Write,
  record: ResolvedRecord,
  among: readonly Candidate[],
  merges: Merges,
  since?: string,
): Promise<void> {
  const otherOf = (c: ConflictRow): string => (c.earlier_id === record.id ? c.later_id : c.earlier_id)
  const all = await conflictsOf(w, record.id)
  const ids = [...new Set([...idsOf(among), ...all.map(otherOf)])]
  const changed = since === undefined ? new Set(ids) : await changedSince(w, ids, since)
  const held = all.filter((c) => changed.has(otherOf(c)))
  const known = new Map(among.filter((c) => changed.has(c.record.id)).map((c) => [c.record.id, c.record]))
  const unknown = held.map(otherOf).filter((id) => !known.has(id))
  for (const other of await resolvedOf(w, unknown, merges, 'all')) known.set(other.id, other)
  const kept = await firstKept(w, [record.id, ...known.keys()])
  const between = (other: ResolvedRecord) => {
    const [earlier, later] = kept.get(other.id)! < kept.get(record.id)! ? [other, record] : [record, other]
    const found = w.resolver.conflict(earlier, later)
    return found && { ...found, earlier_id: earlier.id, later_id: later.id }
  }
  const decided = await decidedOf(w, held)
  const over = held.filter((c) => {
    const other = known.get(otherOf(c))
    return !decided.has(c.conflict_id) && (!other || !sameConflict(c, between(other)))
  })
  await shut(
    w,
    'conflicts',
    'conflict_id',
    over.map((c) => c.conflict_id),
  )
  const standing = held.filter((c) => !over.includes(c))
  const fresh = [...known.values()].flatMap((other) => {
    const found = between(other)
    const noted = standing.some((c) => otherOf(c) === other.id && sameConflict(c, found))
    return found && !noted ? [found] : []
  })
  await noteConflicts(w, fresh, await homesOf(w, [record.id, ...known.keys()]))
}

const conflictsOf = (w: Write, record: string): Promise<ConflictRow[]> =>
  w.tx
    .selectFrom('conflicts')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('kind', '<>', 'same-actor')
    .where((eb) => eb.or([eb('earlier_id', '=', record), eb('later_id', '=', record)]))
    .where('retracted_at', '=', OPEN)
    .orderBy('conflict_id')
    .execute()

/** What people decided stays as they decided it, and is not asked again. */
export async function decidedOf(w: Write, among: readonly ConflictRow[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select j.targets ->> 0 as id from judgements j
    where j.ledger = ${w.ledger} and j.action = 'decide'
      and j.targets ->> 0 = any(${among.map((c) => c.conflict_id)}::text[])
      and not exists (select 1 from judgements u where u.ledger = j.ledger and u.undoes = j.judgement_id)`.execute(w.tx)
  return new Set(rows.map(({ id }) => id))
}
