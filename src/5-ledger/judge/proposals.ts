import type { Who } from '../index.ts'
import type { Correction, Judgement } from '../judged.ts'
import { mergesAt } from '../merges.ts'
import type { ConflictRow, RecordRow, Store, Write } from '../schema.ts'
import { write } from '../store/rows.ts'
import { homesOf, membersOf } from '../write/members.ts'
import { openMerge } from './actors.ts'
import { corrected } from './records.ts'
import { closeRecord, missing, openRecord, record, refuse, reopen } from './rows.ts'

type Decision = 'accepted' | 'rejected'

/**
 * A decision is a judgement on the proposal and, where it is accepted, on what it changes: two actors become one, or the
 * earlier relation ends. Statuses of agreements follow each other anyhow: nothing of theirs is changed.
 */
export const decide = (store: Store, proposal: string, decision: Decision, who: Who): Promise<Judgement> =>
  write(store, async (w) => {
    const row = await w.tx
      .selectFrom('conflicts')
      .selectAll()
      .where('ledger', '=', w.ledger)
      .where('conflict_id', '=', proposal)
      .where('kind', 'in', ['supersedes', 'same-actor'])
      .executeTakeFirst()
    if (!row) throw missing('proposal', proposal)
    if (row.retracted_at !== null) throw refuse('a record of it was corrected since: there is nothing to decide')
    await mustWait(w, proposal)
    const judgement = w.uuid()
    const changed = decision === 'accepted' ? await (row.kind === 'same-actor' ? join : end)(w, row, judgement) : []
    return record(w, judgement, who, { action: 'decide', targets: [proposal, ...changed], after: decision })
  })

async function mustWait(w: Write, proposal: string): Promise<void> {
  const rows = await w.tx
    .selectFrom('judgements')
    .select(['judgement_id', 'undoes', 'action', 'targets'])
    .where('ledger', '=', w.ledger)
    .where('action', 'in', ['decide', 'undo'])
    .execute()
  const undone = new Set(rows.map((row) => row.undoes))
  const standing = rows.find(
    (row) => row.action === 'decide' && row.targets[0] === proposal && !undone.has(row.judgement_id),
  )
  if (standing) throw refuse(`judgement ${standing.judgement_id} decided it already: take that back first`)
}

/** The later one becomes the earlier; gives whom was changed. */
async function join(w: Write, { earlier_id, later_id }: ConflictRow, judgement: string): Promise<string[]> {
  const merges = await mergesAt(w, null, w.tx)
  const [into, from] = [merges.canonical(earlier_id), merges.canonical(later_id)]
  if (into === from) return []
  await openMerge(w, into, from, judgement)
  return [from]
}

/** The day up to which the earlier relation held, given the one that ends it or takes its place. */
const lastDay = ({ ended, valid_from, valid_to, published_on }: RecordRow): string | null =>
  (ended ? valid_to : valid_from) ?? published_on

/**
 * The earlier relation holds no longer than until the day of the later one, in every report of it that had begun by then;
 * gives the records that were changed.
 */
async function end(w: Write, { earlier_id, later_id }: ConflictRow, judgement: string): Promise<string[]> {
  const [earlier, later] = [await openRecord(w, earlier_id), await openRecord(w, later_id)]
  if (!earlier || !later) throw refuse('one of the two records does not stand any more: there is nothing to decide')
  const until = lastDay(later)
  if (until === null || earlier.kind !== 'relation') return []
  const changed: string[] = []
  for (const id of await toldWith(w, earlier_id)) {
    const row = await openRecord(w, id)
    const open = row?.kind === 'relation' && !row.ended && row.valid_to === null
    if (!open || (row.valid_from ?? row.published_on ?? until) > until) continue
    // One that no report dates is known to hold from its report on.
    const correction: Correction = { validFrom: row.valid_from ?? row.published_on, validTo: until }
    await closeRecord(w, id, `superseded by ${later_id}`)
    await reopen(w, { ...corrected(row, correction), review: row.review }, judgement)
    changed.push(id)
  }
  return changed
}

/** The records of a record's fact, itself first. */
async function toldWith(w: Write, id: string): Promise<readonly string[]> {
  const home = (await homesOf(w, [id])).get(id)
  return [...new Set([id, ...(home === undefined ? [] : await membersOf(w, home))])]
}
