import type { HeldRecord, Ledger, RecordQuery } from '../5-ledger/index.ts'
import {
  DEPENDENCY_RELATIONS,
  EVENT_TYPES,
  PREDICATES,
  RECORD_KINDS,
  type RecordKind,
  STATUSES,
} from '../model/index.ts'
import type { Answer, Cited, Named, None, Standing, When } from './answer.ts'
import { cite, standingOf, whenOf } from './cite.ts'
import { answer, type Gathered, unanswered } from './gather.ts'
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

/**
 * Words to look for, and fields: kind:event type:AGREE actor:"Ilara Denvoss" by:Cassia publisher:"Meridian Wire"; small and
 * capital letters are one.
 */
export interface Sought {
  readonly text: string
  readonly kinds: readonly RecordKind[]
  readonly types: readonly string[]
  readonly actors: readonly string[]
  readonly sources: readonly string[]
  /** Said to be kinds, and none. */
  readonly unknown: readonly string[]
}

const TYPES: readonly string[] = [...EVENT_TYPES, ...PREDICATES, ...STATUSES, ...DEPENDENCY_RELATIONS]
/** As it is written among these, or in small letters, as acts and measures are. */
const spelled = (value: string, among: readonly string[]): string =>
  among.find((one) => one.toLowerCase() === value.toLowerCase()) ?? value.toLowerCase()
const isKind = (kind: string): kind is RecordKind => (RECORD_KINDS as readonly string[]).includes(kind)

const FIELD = /(^|\s)(kind|type|actor|by|publisher):(?:"([^"]*)"|(\S+))/gi

export function readSearch(words: string): Sought {
  const fields = [...words.matchAll(FIELD)].map((m) => ({ field: m[2]!.toLowerCase(), value: m[3] ?? m[4] ?? '' }))
  const values = (...names: readonly string[]): string[] =>
    fields.filter((f) => names.includes(f.field)).map((f) => f.value)
  const kinds = values('kind').map((kind) => spelled(kind, RECORD_KINDS))
  return {
    text: words.replace(FIELD, ' ').trim(),
    kinds: kinds.filter(isKind),
    types: values('type').map((type) => spelled(type, TYPES)),
    actors: values('actor'),
    sources: values('by', 'publisher'),
    unknown: kinds.filter((kind) => !isKind(kind)),
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

const noSuchKind = (kind: string): None => ({
  code: 'nothing',
  message: `There is no kind “${kind}”: a record is of kind ${RECORD_KINDS.slice(0, -1).join(', ')} or ${RECORD_KINDS.at(-1)}.`,
  nearest: [],
})

/** Records whose exact words hold the words sought, in any inflection, in order of time. */
export async function search(ledger: Ledger, words: string, question: Question = {}): Promise<Answer<Found>> {
  const { text, kinds, types, actors, sources, unknown } = readSearch(words)
  const asked = `search ${words}`
  if (unknown[0] !== undefined) return unanswered(asked, question, noSuchKind(unknown[0]))
  const narrow: RecordQuery = {
    ...(text ? { text } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(types.length > 0 ? { subtypes: types } : {}),
  }
  const about = [...(question.about ?? []), ...actors]
  const on = [...(question.sources ?? []), ...sources]
  const narrower = { ...question, ...(about.length > 0 ? { about } : {}), ...(on.length > 0 ? { sources: on } : {}) }
  return answer(ledger, asked, narrower, narrow, (gathered) => gathered.records.map((r) => found(r, gathered)))
}
