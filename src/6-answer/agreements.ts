import type { HeldRecord, Ledger } from '../5-ledger/index.ts'
import { type AgreementStatus, fold, type Scope } from '../model/index.ts'
import type { Answer, Cited, Named, Standing, When } from './answer.ts'
import { cite, compare, dayOf, idsOf, standingOf, whenOf } from './cite.ts'
import { answer, type Gathered, timesOf } from './gather.ts'
import { groupBy, unique } from './group.ts'
import { type Hanging, hangingOn } from './hanging.ts'
import type { Question } from './question.ts'
import { lastStatus } from './status.ts'
import { type Support, supportsOf, type Told, together } from './support.ts'

/** A status that reports give an agreement, and when. */
export interface Step extends Standing {
  readonly status: AgreementStatus
  readonly when: When
  readonly support: Support
  readonly citations: readonly Cited[]
}

/** A treaty, deal or ceasefire with all that reports say became of it. */
export interface Pact {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  readonly parties: readonly Named[]
  readonly scope: readonly Scope[]
  readonly excludes: readonly Scope[]
  /** The last status that is told as a fact; null where all are planned, denied or doubtful. */
  readonly status: AgreementStatus | null
  /** In order of time. */
  readonly history: readonly Step[]
  /** What has to come before it, what stands in its way, and what it opens. */
  readonly hangsOn: readonly Hanging[]
  readonly citations: readonly Cited[]
}

/** Words that tell no agreement from another. */
export const GENERIC: ReadonlySet<string> = new Set(
  'the a an this that new agreement accord accords deal pact treaty truce ceasefire cease fire plan declaration memorandum of in principle between and to peace draft text'.split(
    ' ',
  ),
)

export const nameOfPact = (record: HeldRecord): string => (record.record.kind === 'agreement' ? record.record.name : '')
export const distinctive = (name: string): string =>
  fold(name)
    .split(' ')
    .filter((word) => !GENERIC.has(word))
    .join(' ')

interface Group {
  readonly key: string
  readonly records: HeldRecord[]
  readonly parties: Set<string>
}

const shared = (a: ReadonlySet<string>, b: readonly string[]): number => b.filter((id) => a.has(id)).length

/** Generic names ("the truce") are told apart by their parties: two in common, or all that are named. */
const sameParties = (group: Group, parties: readonly string[]): boolean =>
  parties.length > 0 &&
  group.parties.size > 0 &&
  shared(group.parties, parties) >= Math.min(2, parties.length, group.parties.size)

/** One name holds the other: "the Ostrel Accord", and a clause that names it. */
const oneInTheOther = (a: string, b: string): boolean =>
  a !== '' && b !== '' && (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `))

function isOf(group: Group, own: string, last: string, parties: readonly string[]): boolean {
  if (own === '') return group.key === last && sameParties(group, parties)
  const named = oneInTheOther(group.key, own)
  return named && (shared(group.parties, parties) > 0 || parties.length === 0 || group.parties.size === 0)
}

/** Reports of one agreement: by the ledger's cluster, by a name of its own, else by kind and parties. */
export function pactsOf(records: readonly HeldRecord[]): HeldRecord[][] {
  const groups: Group[] = []
  const own = (record: HeldRecord): string => distinctive(nameOfPact(record))
  // Plain names first, so that a clause that names an agreement finds it.
  const order = [...records].sort(
    (a, b) => own(a).length - own(b).length || compare(dayOf(a), dayOf(b)) || compare(a.id, b.id),
  )
  for (const record of order) {
    const parties = idsOf(record, 'party')
    const last = fold(nameOfPact(record)).split(' ').at(-1)!
    const group =
      groups.find((g) => record.cluster !== null && g.records.some((r) => r.cluster === record.cluster)) ??
      groups.find((g) => isOf(g, own(record), last, parties))
    if (group) {
      group.records.push(record)
      for (const party of parties) group.parties.add(party)
    } else groups.push({ key: own(record) || last, records: [record], parties: new Set(parties) })
  }
  return groups.map((g) => g.records.sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id)))
}

/** A name of its own before a generic one, a name before a clause, then the one most reports use. */
export function bestName(names: readonly string[]): string {
  const times = (name: string): number => names.filter((n) => n === name).length
  const rank = (name: string): number => (distinctive(name) === '' ? 2 : name.split(' ').length > 6 ? 1 : 0)
  return [...names].sort((a, b) => rank(a) - rank(b) || times(b) - times(a) || b.length - a.length || compare(a, b))[0]!
}

/** A status of an agreement with the reports that give it. */
const statusesOf = (records: readonly HeldRecord[]): Told[] =>
  together(records).flatMap(({ id, records: told }) =>
    [...groupBy(told, (r) => [r.subtype, r.record.polarity, r.record.realis].join('|')).values()].map((same) => ({
      id,
      records: same,
    })),
  )

function history(records: readonly HeldRecord[], supportFor: (id: string) => Support): Step[] {
  const steps = statusesOf(records).flatMap(({ id, records: same }): Step[] => {
    const first = same.find((r) => r.dated) ?? same[0]!
    if (first.record.kind !== 'agreement') return []
    const { status } = first.record
    const citations = same.map((r) => cite(r))
    return [{ status, when: whenOf(first), ...standingOf(first), support: supportFor(id), citations }]
  })
  return steps.sort(
    (a, b) => compare(placed(a), placed(b)) || compare(a.when.publishedOn ?? '', b.when.publishedOn ?? ''),
  )
}

const placed = ({ when }: Step): string => when.from ?? when.to ?? when.publishedOn ?? ''

function pact(
  { nameOf }: Gathered,
  records: readonly HeldRecord[],
  dependencies: readonly HeldRecord[],
  supportFor: (id: string) => Support,
): Pact {
  const all = records.flatMap((r) => (r.record.kind === 'agreement' ? [r.record] : []))
  const names = unique(all.map((r) => r.name))
  const last = lastStatus(records)
  return {
    id: records[0]!.cluster ?? records[0]!.id,
    name: bestName(all.map((r) => r.name)),
    names,
    parties: unique(records.flatMap((r) => idsOf(r, 'party'))).map(nameOf),
    scope: unique(all.flatMap((r) => r.scope)),
    excludes: unique(all.flatMap((r) => r.excludes)),
    status: last?.record.kind === 'agreement' ? last.record.status : null,
    history: history(records, supportFor),
    hangsOn: hangingOn(
      new Set(records.map((r) => r.id)),
      names.map(distinctive).filter((n) => n.length > 3),
      dependencies,
    ),
    citations: records.map((r) => cite(r)),
  }
}

export async function pacts(gathered: Gathered): Promise<Pact[]> {
  const held = gathered.records.filter((r) => r.kind === 'agreement')
  if (held.length === 0) return []
  const { ledger, question } = gathered
  const dependencies = await ledger.records({ ...timesOf(question), kinds: ['dependency'], limit: 100_000 })
  const told = together(held)
  const supports = await supportsOf(gathered, told)
  const of = new Map(told.map(({ id }, k) => [id, supports[k]!]))
  const rows = pactsOf(held).map((records) => pact(gathered, records, dependencies, (id) => of.get(id)!))
  return rows.sort((a, b) => b.citations.length - a.citations.length || compare(a.name, b.name))
}

/** What is agreed between whom, what became of it, what it covers and leaves out, and what it hangs on. */
export const agreements = (ledger: Ledger, question: Question = {}): Promise<Answer<Pact>> =>
  answer(ledger, 'agreements', question, { kinds: ['agreement'] }, pacts)
