import type { HeldRecord, Ledger } from '../5-ledger/index.ts'
import type { EventType, Realis } from '../model/index.ts'
import type { Answer, Cited, Named, Standing, When } from './answer.ts'
import { byFirmness, cite, compare, idsOf, standingOf, whenOf, wordsOf } from './cite.ts'
import { answer, type Gathered } from './gather.ts'
import type { Question } from './question.ts'
import { type Support, supportsOf, type Told, together } from './support.ts'

/** Something that happened (is happening, is planned), once, however many reports tell it. */
export interface Happening extends Standing {
  /** Cluster, or the record that stands alone. */
  readonly id: string
  readonly type: EventType
  readonly mode: string | null
  readonly actors: readonly Named[]
  readonly recipients: readonly Named[]
  readonly joint: boolean
  readonly about: string | null
  readonly place: Named | null
  readonly when: When
  readonly support: Support
  /** Some reports affirm it and others deny it. */
  readonly disputed: boolean
  /** The firmest first. */
  readonly citations: readonly Cited[]
}

export interface TimelineOptions {
  readonly types?: readonly EventType[]
  /** Default actual and future: what "would" happen only under a condition is no entry of a timeline. */
  readonly realis?: readonly Realis[]
}

/** The firmest report that gives a day tells when; without one, the earliest that tells it at all. */
const timed = (records: readonly HeldRecord[]): HeldRecord =>
  records.find((r) => r.dated) ?? [...records].sort((a, b) => compare(a.publishedOn ?? '9', b.publishedOn ?? '9'))[0]!

function happening({ nameOf }: Gathered, told: Told, support: Support): Happening {
  const records = [...told.records].sort(byFirmness)
  const first = records[0]!
  if (first.record.kind !== 'event') throw new TypeError(`record ${first.id} is no event`)
  const { type, mode, joint } = first.record
  const place = records.flatMap((r) => idsOf(r, 'place'))[0]
  return {
    id: told.id,
    type,
    mode,
    actors: idsOf(first, 'actor').map(nameOf),
    recipients: idsOf(first, 'recipient').map(nameOf),
    joint,
    about: wordsOf(first, 'about'),
    place: place === undefined ? null : nameOf(place),
    when: whenOf(timed(records)),
    ...standingOf(first),
    support,
    disputed: new Set(records.map((r) => r.record.polarity)).size > 1,
    citations: records.map((r) => cite(r)),
  }
}

/** Each once, in order of its day (undated: of the first report's). */
export async function happenings(gathered: Gathered, records: readonly HeldRecord[]): Promise<Happening[]> {
  const all = together(records)
  const supports = await supportsOf(gathered, all)
  return all
    .map((told, k) => happening(gathered, told, supports[k]!))
    .sort((a, b) => compare(placeInTime(a), placeInTime(b)) || compare(a.id, b.id))
}

const placeInTime = ({ when }: Happening): string => when.from ?? when.to ?? when.publishedOn ?? ''

/** What happened, each happening once, in order of its day (undated: of the first report's). */
export function timeline(
  ledger: Ledger,
  question: Question = {},
  options: TimelineOptions = {},
): Promise<Answer<Happening>> {
  const { types, realis = ['actual', 'future'] } = options
  const narrow = { kinds: ['event' as const], realis, ...(types ? { subtypes: types } : {}) }
  return answer(ledger, 'timeline', question, narrow, (gathered) => happenings(gathered, gathered.records))
}
