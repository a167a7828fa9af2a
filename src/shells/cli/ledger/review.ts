import type { HeldRecord, Ledger, Proposal, RecordQuery, Who, WorldActor } from '../../../ledger.ts'
import { ReadoutError } from '../../../model/errors.ts'
import { readCorrection, withIds } from './correction.ts'
import type { Keys } from './keys.ts'
import { oneActor } from './resolve.ts'

/** Something that waits for a person's judgement. */
export type Waiting =
  | {
      readonly kind: 'proposal'
      readonly proposal: Proposal
      readonly records: readonly HeldRecord[]
      readonly actors: readonly WorldActor[]
    }
  | { readonly kind: 'record'; readonly record: HeldRecord }

const PAGE = 200

/** Proposals first, then records as the reader gave them, in order of time. */
export async function* waiting(ledger: Ledger, query: RecordQuery): AsyncGenerator<Waiting> {
  for (const proposal of await ledger.proposals()) {
    if (proposal.decided !== null) continue
    const ids = [proposal.first, proposal.second]
    const records = proposal.kind === 'supersedes' ? await ledger.records({ ids }) : []
    const actors = proposal.kind === 'same-actor' ? await ledger.actors({ ids }) : []
    const inOrder = <T extends { readonly id: string }>(all: readonly T[]): T[] =>
      ids.flatMap((id) => all.filter((one) => one.id === id))
    yield { kind: 'proposal', proposal, records: inOrder(records), actors: inOrder(actors) }
  }
  // A judgement moves no record in this order, but a rejected one leaves it: pages are kept whole before they are shown.
  const held: string[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await ledger.records({ ...query, limit: PAGE, offset })
    held.push(...page.filter((r) => r.review === 'proposed').map((r) => r.id))
    if (page.length < PAGE) break
  }
  for (const id of held) {
    const [record] = await ledger.records({ ids: [id] })
    if (record?.review === 'proposed') yield { kind: 'record', record }
  }
}

export interface Session {
  readonly ledger: Ledger
  readonly who: Who
  readonly keys: Keys
  readonly show: (item: Waiting) => void
  readonly tell: (text: string) => void
}

export interface Judged {
  accepted: number
  corrected: number
  rejected: number
  undone: number
  passed: number
}

export const HELP = 'a accept · c correct · r reject · u undo · n next · q quit'

async function correct(session: Session, record: HeldRecord): Promise<boolean> {
  const line = await session.keys.line('field=value: ')
  if (!line) return false
  const { ledger, who } = session
  // As the record names him; others by any of their names.
  const idOf = async (name: string): Promise<string> =>
    record.parts.find((part) => part.name === name)?.actor ?? oneActor(ledger, name)
  await ledger.correct(record.id, await withIds(readCorrection(line, record.kind), idOf), who)
  return true
}

/** What a key does to what is shown; true where it is dealt with and the next may come. */
async function press(key: string, item: Waiting, session: Session, judged: Judged): Promise<boolean> {
  const { ledger, who } = session
  const proposal = item.kind === 'proposal' ? item.proposal : null
  const id = item.kind === 'record' ? item.record.id : ''
  switch (key) {
    case 'a':
      await (proposal ? ledger.decide(proposal.id, 'accepted', who) : ledger.accept(id, who))
      judged.accepted++
      return true
    case 'r':
      await (proposal ? ledger.decide(proposal.id, 'rejected', who) : ledger.reject(id, who))
      judged.rejected++
      return true
    case 'c':
      if (item.kind !== 'record' || !(await correct(session, item.record))) return false
      judged.corrected++
      return true
    case 'u':
      session.tell(`taken back: ${(await ledger.undo(who)).targets.join(', ')}`)
      judged.undone++
      return false
    case 'n':
      judged.passed++
      return true
    default:
      session.tell(HELP)
      return false
  }
}

/** Shows what waits one by one until it is all judged, or the reviewer leaves. */
export async function review(session: Session, items: AsyncIterable<Waiting>): Promise<Judged> {
  const judged: Judged = { accepted: 0, corrected: 0, rejected: 0, undone: 0, passed: 0 }
  for await (const item of items) {
    session.show(item)
    for (let done = false; !done; ) {
      const key = await session.keys.key()
      if (key === null || key === 'q') return judged
      try {
        done = await press(key, item, session, judged)
      } catch (error) {
        if (!(error instanceof ReadoutError)) throw error
        session.tell(`${error.message} [${error.code}]`)
      }
    }
  }
  return judged
}
