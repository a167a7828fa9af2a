import { type ReadoutRecord, SUBTYPE_FIELD } from '../../model/index.ts'
import type { Who } from '../index.ts'
import type { Correction, Judgement } from '../judged.ts'
import { day } from '../read/times.ts'
import type { RecordActorRow, RecordRow, Store, Write } from '../schema.ts'
import { write } from '../store/rows.ts'
import { passOn } from '../write/pass-on.ts'
import { toldIn } from '../write/record-rows.ts'
import { regroup } from '../write/regroup.ts'
import { checkFields } from './fields.ts'
import { correctParts, withParts } from './parts.ts'
import { closeRecord, openParts, record, refuse, reopen, standingRecord } from './rows.ts'
import { checkShape } from './shape.ts'

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
      await passOn(w, id, w.at)
      return record(w, judgement, who, { action, targets: [id] })
    })
export const reject = close('reject', 'rejected')
export const retract = close('retract', 'withdrawn')

/**
 * The record says what the correction says, and the ledger's own conclusions follow: with what it is one, and what it
 * contradicts. Throws `judgement-invalid` where the correction would leave a record that says nothing sound.
 */
export const correct = (store: Store, id: string, correction: Correction, who: Who): Promise<Judgement> =>
  write(store, async (w) => {
    checkShape(correction)
    const row = await standingRecord(w, id)
    const judgement = w.uuid()
    const plain = corrected(row, correction)
    const before = await openParts(w, id)
    const parts = correction.actors && (await correctParts(w, row, before, correction.actors, { judgement, who }))
    const ended = correction.ends ? await correctEnds(w, plain.payload, correction.ends) : plain.payload
    await closeRecord(w, id, 'corrected')
    const after = { ...plain, payload: parts ? withParts(ended, parts) : ended }
    await reopen(w, after, judgement, parts)
    await regroup(w, id, { judgement, why: { code: 'corrected', text: `by ${who.by}: ${who.why}` } })
    await passOn(w, id, w.at)
    return record(w, judgement, who, {
      action: 'correct',
      targets: [id],
      before: fieldsBefore(row, before, correction),
      after: correction,
    })
  })

const dayOrNone = (text: string | null): string | null => (text === null ? null : day(text))

/** The row as it is to be, apart from its actors. */
export function corrected(row: RecordRow, correction: Correction): RecordRow {
  const { polarity, certainty, realis, validFrom, validTo, fields } = correction
  const subtype = checkFields(row, correction)
  const from = validFrom === undefined ? row.valid_from : dayOrNone(validFrom)
  const to = validTo === undefined ? row.valid_to : dayOrNone(validTo)
  if (from && to && from > to) throw refuse(`${from} is after ${to}`)
  const moved = validFrom !== undefined || validTo !== undefined
  const payload = {
    ...row.payload,
    ...fields,
    polarity: polarity ?? row.polarity,
    certainty: certainty ?? row.certainty,
    realis: realis ?? row.realis,
    ...(subtype === undefined ? {} : { [SUBTYPE_FIELD[row.kind]]: subtype }),
    ...(moved ? { time: { text: '', precision: 'day', ...row.payload.time, start: from, end: to } } : {}),
  } as RecordRow['payload']
  return {
    ...row,
    ...toldIn(payload, row.label),
    dated: from !== null || to !== null,
    valid_from: from,
    valid_to: to,
    day: from ?? to ?? row.published_on,
    payload,
    review: 'corrected',
  }
}

/** The ends of a dependency, told by other records than they were. */
async function correctEnds(
  w: Write,
  payload: ReadoutRecord,
  ends: NonNullable<Correction['ends']>,
): Promise<ReadoutRecord> {
  if (payload.kind !== 'dependency') throw refuse(`a record of kind ${payload.kind} has no ends: dependencies have`)
  const told = { antecedent: payload.antecedent, consequent: payload.consequent }
  for (const end of ['antecedent', 'consequent'] as const) {
    const id = ends[end]
    if (id === undefined) continue
    if (id === payload.id) throw refuse('a dependency does not hang on itself')
    if (id !== null) await standingRecord(w, id)
    told[end] = { text: told[end].text, ...(id === null ? {} : { record: id }) }
  }
  return { ...payload, ...told }
}

function fieldsBefore(
  row: RecordRow,
  parts: readonly Pick<RecordActorRow, 'part' | 'actor_id'>[],
  { fields = {}, actors = {}, ends = {}, ...own }: Correction,
): Correction {
  const is = {
    subtype: row.subtype,
    polarity: row.polarity,
    certainty: row.certainty,
    realis: row.realis,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
  const payload = row.payload as unknown as Record<string, unknown>
  const picked = (names: object, of: (name: string) => unknown): Record<string, unknown> =>
    Object.fromEntries(Object.keys(names).map((name) => [name, of(name)]))
  return {
    ...picked(own, (name) => is[name as keyof typeof is]),
    fields: picked(fields, (name) => payload[name]),
    actors: picked(actors, (part) => parts.filter((p) => p.part === part).map((p) => p.actor_id)),
    ends: picked(ends, (end) => (payload[end] as { readonly record?: string }).record ?? null),
  } as Correction
}
