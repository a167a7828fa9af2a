import type { RecordKind } from '../../model/index.ts'
import type { Correction, Judgement } from '../held.ts'
import type { Who } from '../index.ts'
import { day } from '../read/times.ts'
import type { RecordRow, Store } from '../schema.ts'
import { write } from '../store/rows.ts'
import { closeRecord, record, refuse, reopen, standingRecord } from './rows.ts'

export const accept = (store: Store, id: string, who: Who): Promise<Judgement> =>
  write(store, async (w) => {
    const row = await standingRecord(w, id)
    const judgement = w.uuid()
    await closeRecord(w, id, 'accepted')
    await reopen(w, { ...row, review: 'accepted' }, judgement)
    return record(w, judgement, who, { action: 'accept', targets: [id] })
  })

/** `reject`: the reader read what is not there. `retract`: it is there, and is withdrawn. Neither comes back by reading again. */
const close =
  (action: 'reject' | 'retract', why: string) =>
  (store: Store, id: string, who: Who): Promise<Judgement> =>
    write(store, async (w) => {
      await standingRecord(w, id)
      const judgement = w.uuid()
      await closeRecord(w, id, `${why} by ${who.by}: ${who.why}`)
      return record(w, judgement, who, { action, targets: [id] })
    })
export const reject = close('reject', 'rejected')
export const retract = close('retract', 'withdrawn')

export const correct = (store: Store, id: string, correction: Correction, who: Who): Promise<Judgement> =>
  write(store, async (w) => {
    const row = await standingRecord(w, id)
    const judgement = w.uuid()
    await closeRecord(w, id, 'corrected')
    await reopen(w, corrected(row, correction), judgement)
    return record(w, judgement, who, {
      action: 'correct',
      targets: [id],
      before: fieldsBefore(row, correction),
      after: correction,
    })
  })

/** The field that a kind's subtype stands in. */
const SUBTYPE: Readonly<Record<RecordKind, string>> = {
  statement: 'act',
  event: 'type',
  relation: 'predicate',
  agreement: 'status',
  dependency: 'relation',
  estimate: 'measure',
}

export function corrected(
  row: RecordRow,
  { subtype, polarity, certainty, realis, validFrom, validTo, fields }: Correction,
): RecordRow {
  const locked = Object.keys(fields ?? {}).find(
    (name) => ['id', 'kind', 'evidence', 'sources', 'cues'].includes(name) || !(name in row.payload),
  )
  if (locked !== undefined) throw refuse(`the field "${locked}" of a ${row.kind} cannot be corrected`)
  const from = validFrom === undefined ? row.valid_from : validFrom && day(validFrom)
  const to = validTo === undefined ? row.valid_to : validTo && day(validTo)
  if (from && to && from > to) throw refuse(`${from} is after ${to}`)
  const standing = {
    polarity: polarity ?? row.polarity,
    certainty: certainty ?? row.certainty,
    realis: realis ?? row.realis,
  }
  const payload = {
    ...row.payload,
    ...fields,
    ...standing,
    ...(subtype === undefined ? {} : { [SUBTYPE[row.kind]]: subtype }),
  } as RecordRow['payload']
  const moved = validFrom !== undefined || validTo !== undefined
  return {
    ...row,
    ...standing,
    ...(payload.kind === 'estimate' ? { low: payload.low, high: payload.high } : {}),
    ended: payload.kind === 'relation' && payload.ended,
    subtype: subtype ?? row.subtype,
    dated: from !== null || to !== null,
    valid_from: from,
    valid_to: to,
    day: from ?? to ?? row.published_on,
    payload: moved
      ? { ...payload, time: { text: '', precision: 'day', ...payload.time, start: from, end: to } }
      : payload,
    review: 'corrected',
  }
}

export function fieldsBefore(row: RecordRow, { fields = {}, ...own }: Correction): Correction {
  const is = {
    subtype: row.subtype,
    polarity: row.polarity,
    certainty: row.certainty,
    realis: row.realis,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
  const payload = row.payload as unknown as Record<string, unknown>
  return {
    ...Object.fromEntries(Object.keys(own).map((name) => [name, is[name as keyof typeof is]])),
    fields: Object.fromEntries(Object.keys(fields).map((name) => [name, payload[name]])),
  }
}
