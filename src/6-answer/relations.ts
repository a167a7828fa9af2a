import type { HeldRecord, Ledger } from '../5-ledger/index.ts'
import type { RelationPredicate, Time } from '../model/index.ts'
import { fold } from '../model/index.ts'
import type { Answer, Cited, Named, Standing } from './answer.ts'
import { byFirmness, cite, compare, idsOf, standingOf } from './cite.ts'
import { answer, type Gathered } from './gather.ts'
import { groupBy } from './group.ts'
import type { Question } from './question.ts'
import { type Support, supportsOf, type Told } from './support.ts'

/** When a relation held: what reports date, and the days of publication between which it was reported to hold. */
export interface Interval {
  readonly from: string | null
  readonly to: string | null
  /** First and last report that has it holding. */
  readonly seenFrom: string | null
  readonly seenTo: string | null
  /** Reports say that it is over; by the day of the first of them, where they do not say since when. */
  readonly ended: boolean
  readonly endedBy: string | null
}

/** A state of affairs with the interval over which it held. */
export interface Relationship extends Standing {
  readonly id: string
  readonly predicate: RelationPredicate
  readonly subject: Named
  readonly object: Named | null
  readonly role: string | null
  readonly interval: Interval
  /** Others whom later reports name in the same office: whether they took it over is for people to judge. */
  readonly laterHolders: readonly Named[]
  readonly support: Support
  readonly disputed: boolean
  readonly citations: readonly Cited[]
}

export interface RelationOptions {
  readonly predicates?: readonly RelationPredicate[]
}

const days = (values: readonly (string | null)[]): string[] =>
  values.filter((v): v is string => v !== null).sort(compare)

const DAY = 86_400_000
/** How many days one expression of a precision covers at most. */
const DAYS: Readonly<Record<Time['precision'], number>> = {
  time: 1,
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  season: 92,
  year: 366,
  decade: 3653,
  century: 36_525,
  open: 1,
  unknown: 1,
}

/** "In October", and not "from October to May". */
function isOneTime({ validFrom, validTo, record }: HeldRecord): boolean {
  if (validFrom === null || validTo === null) return false
  return (Date.parse(validTo) - Date.parse(validFrom)) / DAY < DAYS[record.time?.precision ?? 'unknown']
}

/** What the reports of one relation tell of its beginning and its end. */
export function intervalOf(records: readonly HeldRecord[]): Interval {
  const isOver = (r: HeldRecord): boolean => r.record.kind === 'relation' && r.record.ended
  const over = records.filter(isOver)
  const holding = records.filter((r) => !isOver(r))
  // "Joined on 20 May": the one day that is told is the first of it, not the last.
  const lasting = holding.filter((r) => r.validFrom !== r.validTo)
  return {
    // "Resigned on 10 November" tells when it ended, "from 2019 to 2023" also when it began.
    from: days([...holding, ...over.filter((r) => !isOneTime(r))].map((r) => r.validFrom))[0] ?? null,
    to: days(over.map((r) => r.validTo)).at(-1) ?? days(lasting.map((r) => r.validTo)).at(-1) ?? null,
    seenFrom: days(holding.map((r) => r.publishedOn))[0] ?? null,
    seenTo: days(holding.map((r) => r.publishedOn)).at(-1) ?? null,
    ended: over.length > 0,
    endedBy: days(over.map((r) => r.publishedOn))[0] ?? null,
  }
}

const roleOf = ({ record }: HeldRecord): string => (record.kind === 'relation' ? fold(record.role ?? '') : '')

/** "Prime minister" and "Cassian prime minister" are one office where their bodies do not differ. */
function sameOffice(a: HeldRecord, b: HeldRecord): boolean {
  const [x, y] = [` ${roleOf(a)}`, ` ${roleOf(b)}`]
  const [of, other] = [idsOf(a, 'object')[0], idsOf(b, 'object')[0]]
  const sameBody = of === other || (x.trim() !== '' && (of === undefined || other === undefined))
  return sameBody && (x.endsWith(y) || y.endsWith(x)) && (x.trim() === '') === (y.trim() === '')
}

/** Reports of one relation: the same predicate of the same subject, to the same object, in the same office. */
export function sameRelations(records: readonly HeldRecord[]): HeldRecord[][] {
  const groups: HeldRecord[][] = []
  for (const bearer of groupBy(records, (r) =>
    [r.subtype, idsOf(r, 'subject')[0], r.record.realis].join('|'),
  ).values()) {
    const own: HeldRecord[][] = []
    // Those that name the body come first, so that those that do not can join them.
    const order = [...bearer].sort((a, b) => idsOf(b, 'object').length - idsOf(a, 'object').length)
    for (const record of order) {
      const group = own.find((g) => sameOffice(g[0]!, record))
      if (group) group.push(record)
      else own.push([record])
    }
    groups.push(...own)
  }
  return groups
}

function relationship({ nameOf }: Gathered, { id, records }: Told, support: Support): Relationship {
  const first = records[0]!
  if (first.record.kind !== 'relation') throw new TypeError(`record ${first.id} is no relation`)
  const object = records.flatMap((r) => idsOf(r, 'object'))[0]
  return {
    id,
    predicate: first.record.predicate,
    subject: nameOf(idsOf(first, 'subject')[0] ?? first.record.subject),
    object: object === undefined ? null : nameOf(object),
    role: first.record.role,
    interval: intervalOf(records),
    laterHolders: [],
    support,
    disputed: new Set(records.map((r) => r.record.polarity)).size > 1,
    ...standingOf(first),
    citations: records.map((r) => cite(r)),
  }
}

export async function relationships(gathered: Gathered): Promise<Relationship[]> {
  const held = gathered.records.filter((r) => r.kind === 'relation')
  const all = sameRelations(held).map((reports): Told => {
    const records = [...reports].sort(byFirmness)
    return { id: records[0]!.cluster ?? records[0]!.id, records }
  })
  const supports = await supportsOf(gathered, all)
  const rows = all.map((told, k) => relationship(gathered, told, supports[k]!))
  return withLaterHolders(rows).sort(
    (a, b) => compare(a.subject.name, b.subject.name) || compare(a.predicate, b.predicate) || compare(a.id, b.id),
  )
}

const beganOn = ({ interval }: Relationship): string => interval.from ?? interval.seenFrom ?? ''

/** One office of one body: titles that differ by a nationality in front are the same. */
function oneOffice(a: Relationship, b: Relationship): boolean {
  const [x, y] = [fold(a.role ?? ''), fold(b.role ?? '')]
  const sameTitle = x !== '' && (` ${x}`.endsWith(` ${y}`) || ` ${y}`.endsWith(` ${x}`)) && y !== ''
  return a.predicate === 'holdsOffice' && b.predicate === a.predicate && sameTitle && a.object?.id === b.object?.id
}

function withLaterHolders(rows: readonly Relationship[]): Relationship[] {
  return rows.map((row) => {
    if (row.predicate !== 'holdsOffice' || row.object === null || row.interval.ended) return row
    const later = rows.filter((o) => o.subject.id !== row.subject.id && oneOffice(row, o) && beganOn(o) > beganOn(row))
    return { ...row, laterHolders: later.filter((o) => !o.interval.ended).map((o) => o.subject) }
  })
}

/** Whether it held on a day, as far as the reports tell: begun (or told) by then, and not told to be over by then. */
export function holdsOn({ from, to, seenFrom, ended, endedBy }: Interval, day: string): boolean {
  const begun = (from ?? seenFrom ?? day) <= day
  const over = to !== null ? to < day : ended && (endedBy ?? day) <= day
  return begun && !over
}

/** The query for relations that may have held on the day asked about: by their reports, whose ends are weighed together. */
export function heldQuery(question: Question): Question {
  const { asOf, ...rest } = question
  if (asOf === undefined) return question
  return { ...rest, until: rest.until !== undefined && rest.until < asOf ? rest.until : asOf }
}

const heldOnly = (rows: readonly Relationship[], asOf: string | undefined): Relationship[] =>
  rows.filter((row) => asOf === undefined || (row.realis === 'actual' && holdsOn(row.interval, asOf)))

export const relationsHeld = async (gathered: Gathered, asOf: string | undefined): Promise<Relationship[]> =>
  heldOnly(await relationships(gathered), asOf)

/** Who is what to whom, each relation once with the interval over which it held; of a day, those that held on it. */
export async function relations(
  ledger: Ledger,
  question: Question = {},
  { predicates }: RelationOptions = {},
): Promise<Answer<Relationship>> {
  const narrow = { kinds: ['relation' as const], ...(predicates ? { subtypes: predicates } : {}) }
  const found = await answer(ledger, 'relations', heldQuery(question), narrow, (g) => relationsHeld(g, question.asOf))
  return { ...found, question }
}
