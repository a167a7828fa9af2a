import { ReadoutError } from '../../model/index.ts'
import type { Who } from '../index.ts'
import type { Judgement, JudgementAction } from '../judged.ts'
import type { RecordActorRow, RecordRow, Write } from '../schema.ts'
import { BEGINNING, commit, insert, OPEN, wellFormed } from '../store/rows.ts'
import { shut } from '../store/select.ts'

export const refuse = (message: string): ReadoutError => new ReadoutError('judgement-invalid', message)
export const missing = (what: string, id: string): ReadoutError =>
  new ReadoutError('not-found', `no ${what} ${id} in the ledger`)

interface Facts {
  readonly action: JudgementAction
  readonly targets: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
  readonly undoes?: string
}

/** Writes the judgement; `id` is made before, since the rows it changes name it. */
export async function record(
  w: Write,
  id: string,
  who: Who,
  { action, targets, before = null, after = null, undoes }: Facts,
): Promise<Judgement> {
  // A cell that is JSON null would be SQL's null: it is kept as an empty object's field.
  await insert(w, 'judgements', [
    {
      judgement_id: id,
      action,
      targets: [...targets],
      before: before ?? {},
      after: after ?? {},
      by_whom: who.by,
      why: who.why,
      undoes: undoes ?? null,
    },
  ])
  await commit(w, action, id, who.by)
  return {
    id,
    action,
    targets,
    by: who.by,
    why: who.why,
    recordedAt: w.at,
    undoes: undoes ?? null,
    undoneBy: null,
    before,
    after,
  }
}

export const openRecord = (w: Write, id: string): Promise<RecordRow | undefined> =>
  w.tx
    .selectFrom('records')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', id)
    .where('retracted_at', '=', OPEN)
    .executeTakeFirst()

export async function standingRecord(w: Write, id: string): Promise<RecordRow> {
  const row = await openRecord(w, id)
  if (row) return row
  const any = await w.tx
    .selectFrom('records')
    .select('retracted_why')
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  throw any ? refuse(`record ${id} does not stand (${any.retracted_why}): take that back first`) : missing('record', id)
}

export async function closeRecord(w: Write, id: string, why: string): Promise<void> {
  await w.tx
    .updateTable('records')
    .set({ retracted_at: w.at, retracted_why: wellFormed(why) })
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', id)
    .where('retracted_at', '=', OPEN)
    .execute()
}

/** A record's actors that are open now, in order. */
export const openParts = (w: Write, id: string): Promise<RecordActorRow[]> =>
  w.tx
    .selectFrom('record_actors')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', id)
    .where('retracted_at', '=', OPEN)
    .orderBy('part')
    .orderBy('position')
    .execute()

/**
 * Opens a row of a record that has no open one; `parts`: with these actors instead of those it has. Its actors' rows
 * follow where kind, subtype or day differ.
 */
export async function reopen(
  w: Write,
  row: RecordRow,
  judgement: string,
  parts?: readonly RecordActorRow[],
): Promise<void> {
  const fields = {
    ...row,
    valid_from: row.valid_from ?? BEGINNING,
    valid_to: row.valid_to ?? OPEN,
    day: row.day ?? OPEN,
    recorded_at: w.at,
    retracted_at: OPEN,
    retracted_why: null,
    judgement_id: judgement,
  }
  await insert(w, 'records', [fields])
  const held = parts ?? (await openParts(w, row.record_id))
  const stale = held.some((p) => p.subtype !== row.subtype || (p.day ?? OPEN) !== fields.day)
  if (!parts && !stale) return
  await shut(w, 'record_actors', 'record_id', [row.record_id])
  await insert(
    w,
    'record_actors',
    held.map((p) => ({ ...p, subtype: row.subtype, day: fields.day, recorded_at: w.at, retracted_at: OPEN })),
  )
}
