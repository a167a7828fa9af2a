import type { Ledger, Proposal, Times } from '../5-ledger/index.ts'
import type { RecordKind } from '../model/index.ts'
import type { Answer, Cited, Named } from './answer.ts'
import { cite } from './cite.ts'
import { allRecords, finish, gather, timesOf, unanswered } from './gather.ts'
import { unique } from './group.ts'
import type { Question } from './question.ts'
import { type ToldRecord, toldRecord } from './told-record.ts'

/** A record as the reader gave it, which nobody judged yet. */
export interface WaitingRecord extends ToldRecord {
  readonly waits: 'record'
}

/** Something that the ledger noticed and nobody decided yet. */
export interface WaitingProposal {
  readonly waits: 'proposal'
  readonly id: string
  readonly proposes: Proposal['kind']
  readonly reason: string
  /** Of `same-actor`: the two. */
  readonly actors: readonly Named[]
  readonly recordedAt: string
  /** Of `supersedes`: the earlier and the later. */
  readonly citations: readonly Cited[]
}

export type Waiting = WaitingProposal | WaitingRecord

export interface WaitingOptions {
  /** Left out: all of it. */
  readonly kinds?: readonly (RecordKind | 'proposal')[]
}

/** What the ledger noticed and nobody decided; of two records, where both had begun. */
export async function waitingProposals(ledger: Ledger, times: Times): Promise<readonly WaitingProposal[]> {
  const { known } = times
  const open = (await ledger.proposals(known)).filter((proposal) => proposal.decided === null)
  const ids = (kind: Proposal['kind']): string[] =>
    unique(open.filter((one) => one.kind === kind).flatMap(({ first, second }) => [first, second]))
  const held = await allRecords(ledger, { ids: ids('supersedes'), ...timesOf(times) })
  const recordOf = new Map(held.map((record) => [record.id, record]))
  const names = new Map((await ledger.names(ids('same-actor'), known)).map((one) => [one.id, one]))
  return open.flatMap(({ id, kind, first, second, reason, recordedAt }) => {
    const records = [first, second].flatMap((one) => recordOf.get(one) ?? [])
    if (kind === 'supersedes' && records.length < 2) return []
    const actors = kind === 'same-actor' ? [first, second].flatMap((one) => names.get(one) ?? []) : []
    return [
      {
        waits: 'proposal',
        proposes: kind,
        id,
        reason: reason.text,
        actors,
        recordedAt,
        citations: records.map((record) => cite(record)),
      },
    ]
  })
}

/** What waits for people: proposals first, which are about no actor, source or time, then records in order of time. */
export async function waiting(
  ledger: Ledger,
  question: Question = {},
  { kinds = [] }: WaitingOptions = {},
): Promise<Answer<Waiting>> {
  const asked = 'waiting'
  const { about, sources, since, until, certainty, minScore } = question
  const narrowed = about || sources || since || until || certainty || minScore !== undefined
  const ofRecords = kinds.filter((kind) => kind !== 'proposal')
  const proposals = (kinds.length === 0 || kinds.includes('proposal')) && !narrowed
  const narrow = { review: ['proposed' as const], ...(ofRecords.length > 0 ? { kinds: ofRecords } : {}) }
  const gathered = kinds.length > 0 && ofRecords.length === 0 ? null : await gather(ledger, question, narrow)
  if (gathered && 'code' in gathered) return unanswered(asked, question, gathered)
  return finish(ledger, asked, question, [
    ...(proposals ? await waitingProposals(ledger, question) : []),
    ...(gathered?.records ?? []).map((record): Waiting => ({ waits: 'record', ...toldRecord(record, gathered!) })),
  ])
}
