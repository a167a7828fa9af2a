import { sql } from 'kysely'
import type { Who } from '../index.ts'
import type { Judgement } from '../judged.ts'
import { mergesAt } from '../merges.ts'
import type { JudgementRow, RecordActorRow, RecordRow, Spans, Store, Write } from '../schema.ts'
import { insert, OPEN, write } from '../store/rows.ts'
import { shut, uuids } from '../store/select.ts'
import { passOn } from '../write/pass-on.ts'
import { findSpans } from '../write/reconcile.ts'
import { decidedOf, dropNoted, regroup, restoreConflicts, restoreMembership } from '../write/regroup.ts'
import { closeMerges, restoreLinks } from './actors.ts'
import { restoreMembers } from './clusters.ts'
import { closeRecord, missing, openRecord, record, refuse, reopen } from './rows.ts'

/** Takes back a judgement that stands: what it closed is opened again as new rows, what it opened is closed. */
export const undo = (store: Store, who: Who, id?: string): Promise<Judgement> =>
  write(store, async (w) => {
    const all = await w.tx
      .selectFrom('judgements')
      .selectAll()
      .where('ledger', '=', w.ledger)
      .orderBy('recorded_at', 'desc')
      .execute()
    const undone = new Set(all.map((j) => j.undoes))
    const standing = all.filter((j) => j.action !== 'undo' && !undone.has(j.judgement_id))
    const target = id === undefined ? standing[0] : standing.find((j) => j.judgement_id === id)
    if (!target) {
      if (id !== undefined && !all.some((j) => j.judgement_id === id)) throw missing('judgement', id)
      throw refuse(
        id === undefined
          ? 'no judgement stands that could be taken back'
          : 'this judgement does not stand: it was taken back, or takes one back itself',
      )
    }
    const later = standing.find(
      (j) => j.recorded_at > target.recorded_at && j.targets.some((t) => target.targets.includes(t)),
    )
    if (later)
      throw refuse(`judgement ${later.judgement_id} (${later.action}) came after it on the same: take that back first`)
    const judgement = w.uuid()
    const facts = { action: 'undo', targets: target.targets, undoes: target.judgement_id } as const
    // First: what follows from it asks which judgements stand.
    const taken = await record(w, judgement, who, facts)
    await takeBack(w, target, judgement, who)
    return taken
  })

async function takeBack(w: Write, target: JudgementRow, judgement: string, who: Who): Promise<void> {
  switch (target.action) {
    case 'accept':
    case 'correct':
    case 'reject':
    case 'retract':
      return restoreRecord(w, target, target.targets[0]!, judgement, who)
    case 'decide':
      return undecide(w, target, judgement, who)
    case 'merge':
      return closeMerges(w, [target.targets[1]!])
    case 'split':
      return restoreSplit(w, target, judgement, who)
    case 'split-cluster':
      return restoreMembers(w, target, judgement, who)
    default:
      return
  }
}

/** What accepting a proposal did: actors that became one, or a relation that ended in every report of it. */
async function undecide(w: Write, target: JudgementRow, judgement: string, who: Who): Promise<void> {
  const [proposal, ...changed] = target.targets
  const { kind, earlier_id } = await w.tx
    .selectFrom('conflicts')
    .select(['kind', 'earlier_id'])
    .where('ledger', '=', w.ledger)
    .where('conflict_id', '=', proposal!)
    .executeTakeFirstOrThrow()
  if (kind === 'same-actor') return closeMerges(w, changed)
  // A report that says it no longer has nothing to take back.
  for (const id of changed) if (await openRecord(w, id)) await restoreRecord(w, target, id, judgement, who)
  // Records that were corrected since may leave nothing to decide, and what the earlier one had ended may hold again.
  for (const id of new Set([earlier_id, ...changed]))
    if (await openRecord(w, id)) await restoreConflicts(w, id, target.recorded_at)
  await passOn(w, earlier_id, target.recorded_at)
}

async function restoreRecord(w: Write, target: JudgementRow, id: string, judgement: string, who: Who): Promise<void> {
  const open = await openRecord(w, id)
  const before = await w.tx
    .selectFrom('records')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', id)
    .where('retracted_at', '=', target.recorded_at)
    .executeTakeFirst()
  const away = target.action === 'reject' || target.action === 'retract'
  const gone = !open && !away
  const anchor = before && !gone && (await anchorNow(w, before))
  if (!anchor) throw refuse('the record does not stand any more: its sentence is gone')
  await closeRecord(w, id, `${target.action} taken back`)
  await reopen(w, before, judgement, await partsBefore(w, target, id))
  const { version, spans, there } = anchor
  if (!there) await insert(w, 'anchors', [{ record_id: id, document_id: before.document_id, version, spans }])
  if (target.action === 'correct') await ungroup(w, target, id, judgement)
  // What came or was corrected while it did not stand was not compared with it.
  const why = { code: 'undo', text: `by ${who.by}: ${who.why}` }
  if (away) {
    await dropNoted(w, target.recorded_at)
    await regroup(w, id, { judgement, why, since: target.recorded_at })
  }
  if (target.action !== 'accept') await passOn(w, id, target.recorded_at)
}

/** Its actors as they were, where the judgement changed them; whom each is taken for now is what counts. */
async function partsBefore(w: Write, { recorded_at }: JudgementRow, id: string): Promise<RecordActorRow[] | undefined> {
  const rows = await w.tx
    .selectFrom('record_actors')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', id)
    .where((eb) => eb.or([eb('recorded_at', '=', recorded_at), eb('retracted_at', '=', recorded_at)]))
    .orderBy('part')
    .orderBy('position')
    .execute()
  if (rows.length === 0) return undefined
  const were = rows.filter((row) => row.retracted_at === recorded_at)
  const links = await w.tx
    .selectFrom('actor_links')
    .select(['reading_actor_id', 'actor_id'])
    .where('ledger', '=', w.ledger)
    .where('reading_actor_id', '=', uuids(were.map((row) => row.reading_actor_id)))
    .where('retracted_at', '=', OPEN)
    .execute()
  const now = new Map(links.map((link) => [link.reading_actor_id, link.actor_id]))
  return were.map((row) => ({ ...row, actor_id: now.get(row.reading_actor_id) ?? row.actor_id }))
}

/** What followed from a correction: the record's cluster, its conflicts, and the actors who were put in its report by hand. */
async function ungroup(w: Write, target: JudgementRow, id: string, judgement: string): Promise<void> {
  await restoreMembership(w, id, target.recorded_at, judgement)
  await restoreConflicts(w, id, target.recorded_at)
  const used = sql<boolean>`exists (select 1 from record_actors p where p.ledger = l.ledger
    and p.reading_actor_id = l.reading_actor_id and p.retracted_at = ${OPEN})`
  const links = await w.tx
    .selectFrom('actor_links as l')
    .select('l.link_id')
    .where('l.ledger', '=', w.ledger)
    .where('l.judgement_id', '=', target.judgement_id)
    .where('l.retracted_at', '=', OPEN)
    .where(sql<boolean>`not ${used}`)
    .execute()
  await shut(
    w,
    'actor_links',
    'link_id',
    links.map((link) => link.link_id),
  )
  await dropProposals(w, target)
}

/** That one whom a correction made is another is asked no more once nobody names him. */
async function dropProposals(w: Write, { recorded_at }: JudgementRow): Promise<void> {
  const rows = await w.tx
    .selectFrom('conflicts as c')
    .selectAll('c')
    .where('c.ledger', '=', w.ledger)
    .where('c.kind', '=', 'same-actor')
    .where('c.recorded_at', '=', recorded_at)
    .where('c.retracted_at', '=', OPEN)
    .where(
      sql<boolean>`not exists (select 1 from actor_links l where l.ledger = c.ledger and l.actor_id = c.later_id
        and l.retracted_at = ${OPEN})`,
    )
    .execute()
  const decided = await decidedOf(w, rows)
  const ids = rows.map((row) => row.conflict_id)
  await shut(
    w,
    'conflicts',
    'conflict_id',
    ids.filter((id) => !decided.has(id)),
  )
}

/**
 * Where the record stands in its document's newest text, or null where it says it no more: one that was rejected comes
 * back only while it does. Versions that came meanwhile did not anchor it.
 */
async function anchorNow(w: Write, { document_id, record_id }: RecordRow): Promise<Anchor | null> {
  const newest = await w.tx
    .selectFrom('versions')
    .select(['number', 'text'])
    .where('ledger', '=', w.ledger)
    .where('document_id', '=', document_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const anchors = await w.tx
    .selectFrom('anchors')
    .select(['version', 'spans'])
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', record_id)
    .orderBy('version', 'desc')
    .execute()
  const spans = anchors.map((anchor) => findSpans(anchor.spans, newest.text)).find((found) => found !== null)
  const there = anchors[0]?.version === newest.number
  return spans === undefined ? null : { version: newest.number, spans, there }
}

interface Anchor {
  readonly version: number
  readonly spans: Spans
  readonly there: boolean
}

async function restoreSplit(w: Write, target: JudgementRow, judgement: string, who: Who): Promise<void> {
  if (Array.isArray(target.before))
    return restoreLinks(w, target.before as { link: string; actor: string }[], judgement, who)
  const parts = target.targets.slice(1)
  const rows = await w.tx
    .selectFrom('actor_merges')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('actor_id', 'in', parts)
    .where('retracted_at', '=', target.recorded_at)
    .execute()
  const merges = await mergesAt(w, null, w.tx)
  if (
    rows.some(
      (row) => merges.canonical(row.canonical_id) === row.actor_id || merges.canonical(row.actor_id) !== row.actor_id,
    )
  )
    throw refuse('the actors were merged otherwise since')
  await insert(
    w,
    'actor_merges',
    rows.map((row) => ({
      actor_id: row.actor_id,
      canonical_id: row.canonical_id,
      judgement_id: judgement,
      recorded_at: w.at,
      retracted_at: OPEN,
    })),
  )
}
