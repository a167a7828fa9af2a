import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Correction, HeldRecord, Judgement, KeptReading } from '../../../../src/5-ledger/index.ts'
import type { ReadoutRecord } from '../../../../src/model/index.ts'
import { SUBTYPE_FIELD } from '../../../../src/model/records.ts'
import { client } from '../../api/client.ts'

export type Verdict =
  | { readonly kind: 'accept'; readonly why: string }
  | { readonly kind: 'reject'; readonly why: string }
  | { readonly kind: 'correct'; readonly correction: Correction; readonly why: string }

interface Judged {
  readonly record: HeldRecord
  readonly verdict: Verdict
}

/** The record as it will be, but for its actors and ends: shown at once, before the ledger says so. */
export function judged(record: HeldRecord, verdict: Verdict): HeldRecord {
  if (verdict.kind === 'accept') return { ...record, review: 'accepted' }
  if (verdict.kind === 'reject') return { ...record, review: 'rejected' }
  const { subtype = record.subtype, validFrom, validTo, fields, actors: _, ends: __, ...standing } = verdict.correction
  const from = validFrom === undefined ? record.validFrom : validFrom
  const to = validTo === undefined ? record.validTo : validTo
  const moved = validFrom !== undefined || validTo !== undefined
  const time = { text: '', precision: 'day' as const, ...record.record.time, start: from, end: to }
  return {
    ...record,
    subtype,
    validFrom: from,
    validTo: to,
    review: 'corrected',
    record: {
      ...record.record,
      ...fields,
      ...standing,
      [SUBTYPE_FIELD[record.kind]]: subtype,
      ...(moved ? { time } : {}),
    } as ReadoutRecord,
  }
}

const send = ({ record: { id }, verdict }: Judged): Promise<Judgement> =>
  verdict.kind === 'correct'
    ? client.correct(id, verdict.correction, verdict.why)
    : client.judge(id, verdict.kind, verdict.why)

const UNDOABLE = new Set(['accept', 'reject', 'correct', 'retract'])

/** The judgement of a record that stands, to be taken back. */
async function standingOf(record: string): Promise<Judgement> {
  const { rows } = await client.judgements()
  const [last] = rows
    .filter((row) => UNDOABLE.has(row.action) && row.targets.includes(record) && row.undoneBy === null)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
  if (!last) throw new Error('Nothing was decided on this record that could be taken back.')
  return last
}

/**
 * Judging records of the reading under `key`. A record changes at once and goes back where the ledger refuses; one that is
 * rejected leaves the ledger's answer, and stays here, struck through, until the report is left.
 */
export function useJudging(key: readonly unknown[]) {
  const queries = useQueryClient()
  const queryKey = ['read', ...key]
  const [rejected, setRejected] = useState<ReadonlyMap<string, HeldRecord>>(new Map())
  const replace = (next: HeldRecord): void =>
    void queries.setQueryData<KeptReading>(
      queryKey,
      (kept) => kept && { ...kept, records: kept.records.map((r) => (r.id === next.id ? next : r)) },
    )
  const judge = useMutation({
    mutationFn: send,
    onMutate: async ({ record, verdict }) => {
      await queries.cancelQueries({ queryKey })
      const next = judged(record, verdict)
      replace(next)
      if (verdict.kind === 'reject') setRejected((before) => new Map(before).set(record.id, next))
    },
    onError: (_error, { record }) => {
      replace(record)
      setRejected((before) => new Map([...before].filter(([id]) => id !== record.id)))
    },
    onSettled: () => queries.invalidateQueries(),
  })
  const undo = useMutation({
    mutationFn: async (record: string) => client.undo((await standingOf(record)).id),
    onSuccess: async (_made, record) => {
      // It stays in its place until the ledger gives it back.
      await queries.invalidateQueries()
      setRejected((before) => new Map([...before].filter(([id]) => id !== record)))
    },
  })
  const error = judge.error ?? undo.error
  const clear = (): void => {
    judge.reset()
    undo.reset()
  }
  return { rejected, judge, undo, error, clear, busy: judge.isPending || undo.isPending }
}
