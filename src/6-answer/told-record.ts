import type { HeldRecord } from '../5-ledger/index.ts'
import type { RecordKind } from '../model/index.ts'
import type { Cited, Named, Standing, When } from './answer.ts'
import { cite, standingOf, whenOf } from './cite.ts'
import type { Gathered } from './gather.ts'
import { unique } from './group.ts'

/** A record by itself: what it is, who stands in it, and its exact words. */
export interface ToldRecord extends Standing {
  readonly id: string
  readonly kind: RecordKind
  readonly subtype: string
  readonly actors: readonly Named[]
  readonly when: When
  readonly citations: readonly Cited[]
}

export function toldRecord(record: HeldRecord, { nameOf }: Gathered): ToldRecord {
  const actors = record.parts.filter((p) => p.part !== 'source' && p.part !== 'place').map((p) => p.actor)
  return {
    id: record.id,
    kind: record.kind,
    subtype: record.subtype,
    actors: unique(actors).map(nameOf),
    when: whenOf(record),
    ...standingOf(record),
    citations: [cite(record)],
  }
}
