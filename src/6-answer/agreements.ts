import type { HeldRecord, Ledger } from '../5-ledger/index.ts'
import { type AgreementStatus, fold, type Scope } from '../model/index.ts'
import type { Answer, Cited, Named, Standing, When } from './answer.ts'
import { cite, compare, dayOf, idsOf, standingOf, whenOf } from './cite.ts'
import { allRecords, answer, anyOfWords, type Gathered, gather, timesOf } from './gather.ts'
import { groupBy, unique } from './group.ts'
import { type Hanging, hangingOn } from './hanging.ts'
import { nameBook } from './names.ts'
import { distinctive, nameOfPact, pactsOf } from './pacts-of.ts'
import type { Question } from './question.ts'
import { meant, type Referent, referentOf } from './referents.ts'
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

/** A name of fewer letters stands in too many words. */
const SHORTEST_NAME = 4

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

/** What of the reports hangs on it: its words name it, or mean it. */
function hanging(referent: Referent, all: readonly Referent[], dependencies: readonly HeldRecord[]): Hanging[] {
  const named = referent.names.filter((name) => name.length >= SHORTEST_NAME)
  const records = new Set(referent.records.map((r) => r.id))
  return hangingOn(
    records,
    (words, document) =>
      meant(words, document, all)?.records.some(({ id }) => records.has(id)) ||
      named.some((name) => ` ${fold(words)} `.includes(` ${name} `)),
    dependencies,
  )
}

function pact(
  { nameOf }: Gathered,
  referent: Referent,
  hangsOn: readonly Hanging[],
  supportFor: (id: string) => Support,
): Pact {
  const { id, name, records } = referent
  const all = records.flatMap((r) => (r.record.kind === 'agreement' ? [r.record] : []))
  const last = lastStatus(records)
  return {
    id,
    name,
    names: unique(all.map((r) => r.name)),
    parties: unique(records.flatMap((r) => idsOf(r, 'party'))).map(nameOf),
    scope: unique(all.flatMap((r) => r.scope)),
    excludes: unique(all.flatMap((r) => r.excludes)),
    status: last?.record.kind === 'agreement' ? last.record.status : null,
    history: history(records, supportFor),
    hangsOn,
    citations: records.map((r) => cite(r)),
  }
}

/** Of more names than these every dependency is looked at. */
const MOST_NAMES = 60
const ANY_NUMBER = 100_000

/** The dependencies that may hang on these agreements: of the same reports, or with the words of a name of one. */
async function dependenciesNear(
  ledger: Ledger,
  question: Question,
  held: readonly HeldRecord[],
): Promise<readonly HeldRecord[]> {
  const query = { ...timesOf(question), kinds: ['dependency' as const], limit: ANY_NUMBER }
  const names = unique(held.map(nameOfPact).filter((name) => distinctive(name).length >= SHORTEST_NAME))
  if (names.length > MOST_NAMES) return ledger.records(query)
  const found = [...(await ledger.records({ ...query, documents: unique(held.map((r) => r.citation.document)) }))]
  if (names.length > 0) found.push(...(await ledger.records({ ...query, text: anyOfWords(names.map(distinctive)) })))
  const each = new Map(found.map((record) => [record.id, record]))
  return [...each.values()].sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id))
}

/**
 * The records of agreements, and where only those of some actors were asked for, what else is told of the same by name: what
 * the other side does to it ("the Guard suspended the accord") becomes of it for all.
 */
async function alsoTold(gathered: Gathered, own: readonly HeldRecord[]): Promise<Gathered> {
  const { ledger, question, about } = gathered
  const names = unique(own.map((r) => distinctive(nameOfPact(r))).filter((name) => name.length >= SHORTEST_NAME))
  if (about.length === 0 || names.length === 0 || names.length > MOST_NAMES) return { ...gathered, records: own }
  const told = await gather(ledger, { ...question, about: [] }, { kinds: ['agreement'], text: anyOfWords(names) })
  if ('code' in told) return { ...gathered, records: own }
  const records = [...new Map([...own, ...told.records].map((r) => [r.id, r])).values()]
  return { ...gathered, records, nameOf: await nameBook(ledger, records, question) }
}

/** These agreements and those of the reports: what "the accord" of a report means does not go by what is asked for. */
async function agreementsToldIn(documents: readonly string[], { ledger, question, records }: Gathered) {
  const query = { ...timesOf(question), kinds: ['agreement' as const], documents }
  const near = documents.length === 0 ? [] : await allRecords(ledger, query)
  const each = new Map([...records, ...near].map((record) => [record.id, record]))
  return pactsOf([...each.values()]).map(referentOf)
}

export async function pacts(asked: Gathered): Promise<Pact[]> {
  const own = asked.records.filter((r) => r.kind === 'agreement')
  if (own.length === 0) return []
  const gathered = await alsoTold(asked, own)
  const { ledger, question, records: held } = gathered
  const ids = new Set(own.map((r) => r.id))
  const dependencies = await dependenciesNear(ledger, question, held)
  const told = together(held)
  const supports = await supportsOf(gathered, told)
  const of = new Map(told.map(({ id }, k) => [id, supports[k]!]))
  const all = await agreementsToldIn(unique(dependencies.map((r) => r.citation.document)), gathered)
  const rows = pactsOf(held)
    .filter((records) => records.some((r) => ids.has(r.id)))
    .map(referentOf)
    .map((one) => pact(gathered, one, hanging(one, all, dependencies), (id) => of.get(id)!))
  return rows.sort((a, b) => b.citations.length - a.citations.length || compare(a.name, b.name))
}

/** What is agreed between whom, what became of it, what it covers and leaves out, and what it hangs on. */
export const agreements = (ledger: Ledger, question: Question = {}): Promise<Answer<Pact>> =>
  answer(ledger, 'agreements', question, { kinds: ['agreement'] }, pacts)
