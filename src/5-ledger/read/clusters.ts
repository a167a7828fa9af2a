import { type RawBuilder, sql } from 'kysely'
import type { Cluster, Contradiction } from '../held.ts'
import type { Judgement, JudgementAction, Proposal } from '../judged.ts'
import { mergesAt } from '../merges.ts'
import type { RecordQuery } from '../query.ts'
import type { ConflictRow, Store } from '../schema.ts'
import { ask, OPEN } from '../store/rows.ts'
import { openAt, uuids } from '../store/select.ts'
import { conditions } from './filter.ts'
import { windowPieces } from './page.ts'
import { checkPage } from './paging.ts'
import { group, readRecords } from './records.ts'
import { moment } from './times.ts'

/** The clusters that the query's records are in, whole: also members that the query itself leaves out. */
export async function readClusters(store: Store, query: RecordQuery = {}): Promise<readonly Cluster[]> {
  const ids = new Set((await readRecords(store, query)).map((r) => r.cluster).filter((c) => c !== null))
  const members = await membersOf(store, [...ids], moment(query.known))
  const known = query.known === undefined ? {} : { known: query.known }
  const records = await readRecords(store, { ...known, ids: members.map((m) => m.record_id), limit: members.length })
  const standing = new Set(records.map((r) => r.id))
  return [...group(members, (m) => m.cluster_id)].map(([id, list]) => ({
    id,
    kind: list[0]!.kind,
    members: list
      .filter((m) => standing.has(m.record_id))
      .map((m) => ({ record: m.record_id, document: m.document_id, reason: m.reason, by: m.by, recordedAt: m.at })),
  }))
}

/** Members open at a time, clusters by id, the first member first. */
const membersOf = (store: Store, clusters: readonly string[], known: string | null) =>
  ask(store, (db) =>
    db
      .selectFrom('cluster_members as m')
      .innerJoin('clusters as c', (on) =>
        on.onRef('c.ledger', '=', 'm.ledger').onRef('c.cluster_id', '=', 'm.cluster_id'),
      )
      .leftJoin('judgements as j', (on) =>
        on.onRef('j.ledger', '=', 'm.ledger').onRef('j.judgement_id', '=', 'm.judgement_id'),
      )
      .select([
        'm.cluster_id',
        'm.record_id',
        'm.document_id',
        'm.reason',
        'm.recorded_at as at',
        'c.kind',
        'j.by_whom as by',
      ])
      .where('m.ledger', '=', store.ledger)
      .where('m.cluster_id', '=', uuids(clusters))
      .where(openAt(known, 'm.'))
      .orderBy('m.cluster_id')
      .orderBy('m.recorded_at')
      .orderBy(sql`m.reason ->> 'code' <> 'first'`)
      .orderBy('m.record_id')
      .execute(),
  )

/** Pairs of which both records stand, at least one of them within the query. */
export async function readContradictions(store: Store, query: RecordQuery = {}): Promise<readonly Contradiction[]> {
  const rows = await conflicts(store, query, ['contradiction', 'revision'])
  const ids = [...new Set(rows.flatMap((row) => [row.earlier_id, row.later_id]))]
  const records = await readRecords(store, { ids, ...(query.known ? { known: query.known } : {}), limit: ids.length })
  const of = new Map(records.map((r) => [r.id, r]))
  return rows.flatMap((row) => {
    const [earlier, later] = [of.get(row.earlier_id), of.get(row.later_id)]
    if (!earlier || !later || row.kind === 'supersedes' || row.kind === 'same-actor') return []
    return [
      {
        id: row.conflict_id,
        kind: row.kind,
        type: row.type,
        earlier,
        later,
        reason: row.reason,
        recordedAt: row.recorded_at,
      },
    ]
  })
}

/** Conflicts of which one side at least is a record of the query; `limit` counts conflicts, and there is none by default. */
function conflicts(store: Store, query: RecordQuery, kinds: readonly ConflictRow['kind'][]): Promise<ConflictRow[]> {
  return ask(store, async (db) => {
    checkPage(query)
    const known = moment(query.known)
    const merges = await mergesAt(store, known)
    const pieces = windowPieces(query)
    const onSide = (side: 'earlier_id' | 'later_id', inWindow: RawBuilder<boolean>) =>
      db
        .selectFrom('conflicts as c')
        .innerJoin('records as r', (on) => on.onRef('r.ledger', '=', 'c.ledger').onRef('r.record_id', '=', `c.${side}`))
        .select('c.conflict_id')
        .where('c.ledger', '=', store.ledger)
        .where('c.kind', 'in', kinds)
        .where((eb) => eb.and(conditions(eb as never, store, query, known, merges) as never))
        .where(inWindow)
    // Each piece of the days has an index of its own; an "or" of them has none.
    const sides = (pieces.length > 0 ? pieces : [sql<boolean>`true`]).flatMap((piece) => [
      onSide('earlier_id', piece),
      onSide('later_id', piece),
    ])
    let found = db
      .selectFrom('conflicts')
      .selectAll()
      .where('ledger', '=', store.ledger)
      .where(
        'conflict_id',
        'in',
        sides.reduce((all, one) => all.union(one)),
      )
      .where(openAt(known))
      .orderBy('recorded_at')
      .orderBy('conflict_id')
    if (query.limit !== undefined) found = found.limit(query.limit)
    if (query.offset !== undefined) found = found.offset(query.offset)
    return found.execute()
  })
}

export const readJudgements = (store: Store, knownText?: string): Promise<readonly Judgement[]> =>
  ask(store, async (db) => {
    const rows = await db
      .selectFrom('judgements')
      .selectAll()
      .where('ledger', '=', store.ledger)
      .where('recorded_at', '<=', moment(knownText) ?? OPEN)
      .orderBy('recorded_at')
      .execute()
    const undone = new Map(rows.flatMap((r) => (r.undoes === null ? [] : [[r.undoes, r.judgement_id] as const])))
    return rows.map((r) => ({
      id: r.judgement_id,
      action: r.action as JudgementAction,
      targets: r.targets,
      by: r.by_whom,
      why: r.why,
      recordedAt: r.recorded_at,
      undoes: r.undoes,
      undoneBy: undone.get(r.judgement_id) ?? null,
      before: r.before,
      after: r.after,
    }))
  })

const PROPOSED: readonly Proposal['kind'][] = ['supersedes', 'same-actor']

/** What was noticed and waits for people, with what they decided. */
export const readProposals = (store: Store, knownText?: string): Promise<readonly Proposal[]> =>
  ask(store, async (db) => {
    const rows = await db
      .selectFrom('conflicts')
      .selectAll()
      .where('ledger', '=', store.ledger)
      .where('kind', 'in', PROPOSED)
      .where(openAt(moment(knownText)))
      .orderBy('recorded_at')
      .orderBy('conflict_id')
      .execute()
    const decided = new Map<string, Proposal['decided']>()
    for (const j of await readJudgements(store, knownText))
      if (j.action === 'decide' && j.undoneBy === null) decided.set(j.targets[0]!, j.after as Proposal['decided'])
    const merges = await mergesAt(store, moment(knownText))
    const gone = await goneOf(store, rows, moment(knownText))
    return rows.flatMap((r): Proposal[] => {
      const decision = decided.get(r.conflict_id) ?? null
      // Nothing is left to decide while one of the two does not stand.
      if (decision === null && (gone.has(r.earlier_id) || gone.has(r.later_id))) return []
      // Of actors that were merged with others since those whom they are now wait; two that are one already do not.
      const who = r.kind === 'same-actor' && decision === null ? merges.canonical : (id: string): string => id
      const [first, second] = [who(r.earlier_id), who(r.later_id)]
      if (first === second) return []
      const { kind, reason, recorded_at } = r
      return [
        {
          ...{ id: r.conflict_id, kind: kind as Proposal['kind'], first, second, reason },
          ...{ recordedAt: recorded_at, decided: decision },
        },
      ]
    })
  })

/** The records of proposals that do not stand as known then. */
async function goneOf(store: Store, rows: readonly ConflictRow[], known: string | null): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap((r) => (r.kind === 'supersedes' ? [r.earlier_id, r.later_id] : []))
  const standing = await store.db
    .selectFrom('records')
    .select('record_id')
    .where('ledger', '=', store.ledger)
    .where('record_id', '=', uuids(ids))
    .where(openAt(known))
    .execute()
  const found = new Set(standing.map((row) => row.record_id))
  return new Set(ids.filter((id) => !found.has(id)))
}
