import type { HeldRecord, Ledger, RecordQuery } from '../5-ledger/index.ts'
import { RECORD_KINDS, type RecordKind } from '../model/index.ts'
import type { Answer, Cited, Named, Standing, When } from './answer.ts'
import { cite, standingOf, whenOf } from './cite.ts'
import { answer, type Gathered } from './gather.ts'
import { unique } from './group.ts'
import type { Question } from './question.ts'

/** A record in whose words the search found something. */
export interface Found extends Standing {
  readonly id: string
  readonly kind: RecordKind
  readonly subtype: string
  readonly actors: readonly Named[]
  readonly when: When
  readonly citations: readonly Cited[]
}

/** Words to look for, and fields: kind:event type:AGREE actor:"Ilara Denvoss" by:Cassia publisher:"Meridian Wire". */
export interface Sought {
  readonly text: string
  readonly kinds: readonly RecordKind[]
  readonly types: readonly string[]
  readonly actors: readonly string[]
  readonly sources: readonly string[]
}

const FIELD = /(^|\s)(kind|type|actor|by|publisher):(?:"([^"]*)"|(\S+))/g

export function readSearch(words: string): Sought {
  const fields = [...words.matchAll(FIELD)].map((m) => ({ field: m[2]!, value: m[3] ?? m[4] ?? '' }))
  const values = (...names: readonly string[]): string[] =>
    fields.filter((f) => names.includes(f.field)).map((f) => f.value)
  return {
    text: words.replace(FIELD, ' ').trim(),
    kinds: values('kind').filter((k): k is RecordKind => RECORD_KINDS.includes(k as RecordKind)),
    types: values('type'),
    actors: values('actor'),
    sources: values('by', 'publisher'),
  }
}

function found(record: HeldRecord, { nameOf }: Gathered): Found {
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

/** Records whose exact words hold the words sought, in any inflection, in order of time. */
export function search(ledger: Ledger, words: string, question: Question = {}): Promise<Answer<Found>> {
  const { text, kinds, types, actors, sources } = readSearch(words)
  const narrow: RecordQuery = {
    ...(text ? { text } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(types.length > 0 ? { subtypes: types } : {}),
  }
  const about = [...(question.about ?? []), ...actors]
  const on = [...(question.sources ?? []), ...sources]
  const narrower = { ...question, ...(about.length > 0 ? { about } : {}), ...(on.length > 0 ? { sources: on } : {}) }
  return answer(ledger, `search ${words}`, narrower, narrow, (gathered) =>
    gathered.records.map((r) => found(r, gathered)),
  )
}
