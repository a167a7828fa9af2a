import type { HeldDocument, HeldRecord, Ledger, Times } from '../5-ledger/index.ts'
import type { AgreementStatus } from '../model/index.ts'
import type { Cited, When } from './answer.ts'
import { cite, compare, dayOf, dayOfWhen, whenOf } from './cite.ts'
import { type Disagreement, disagreement } from './disagreements.ts'
import { allRecords } from './gather.ts'
import { groupBy } from './group.ts'
import { knownThen } from './names.ts'
import { type OfficeChange, officeChanges } from './offices.ts'
import { bestName, nameOfPact, pactsOf } from './pacts-of.ts'
import { lastStatus } from './status.ts'
import { waitingProposals } from './waiting.ts'

/** A report that came in, or of which another version did. */
export interface NewReport {
  readonly document: string
  readonly title: string | null
  readonly publisher: string | null
  readonly publishedAt: string | null
  /** Of this version. */
  readonly recordedAt: string
  readonly version: number
  readonly outcome: 'new' | 'version'
  /** Records that it brought and that still stand. */
  readonly records: number
}

/** An agreement that stands elsewhere than it did. */
export interface StatusChange {
  /** As in `agreements`. */
  readonly id: string
  readonly name: string
  /** Null: no report had told of it as a fact. */
  readonly from: AgreementStatus | null
  readonly to: AgreementStatus
  readonly when: When
  readonly citation: Cited
}

/** What the ledger came to hold after one recorded time and by another. */
export interface News {
  /** The recorded time after which something is new; null: everything is. */
  readonly since: string | null
  /** The last write that is looked at; null: nothing was written. */
  readonly until: string | null
  readonly firstRecordedAt: string | null
  readonly lastRecordedAt: string | null
  /** Those recorded last first. */
  readonly reports: readonly NewReport[]
  /** There are more reports than these. */
  readonly more: boolean
  readonly statuses: readonly StatusChange[]
  readonly offices: readonly OfficeChange[]
  readonly disagreements: readonly Disagreement[]
  /** What waits for people, new or not. */
  readonly waiting: { readonly proposals: number; readonly records: number }
}

/** As of a day: of what was published, begun or told by then. */
export interface NewsQuestion extends Times {
  /** A day (its last moment) or date-time. */
  readonly recordedSince?: string
  /** Most reports. Default 100. */
  readonly limit?: number
}

const MOST = 100
/** Before anything was recorded. */
const NEVER = '1970-01-01T00:00:00Z'

const newReport = (held: HeldDocument, since: string, records: number): NewReport => {
  const { document, title, publisher, publishedAt, version, versions, recordedAt } = held
  return {
    document,
    title,
    publisher,
    publishedAt,
    recordedAt: versions.at(-1)!.recordedAt,
    version,
    outcome: Date.parse(recordedAt) > endOf(since) ? 'new' : 'version',
    records,
  }
}

/** A day stands for its last moment. */
const endOf = (moment: string): number => Date.parse(moment.length === 10 ? `${moment}T23:59:59.999Z` : moment)

async function reportsSince(ledger: Ledger, since: string, times: Times, limit: number) {
  const then = knownThen(times)
  const published = times.asOf === undefined ? {} : { until: times.asOf }
  const held = await ledger.documents({
    ...then,
    ...published,
    recordedSince: since,
    order: 'recorded',
    limit: limit + 1,
  })
  const documents = held.slice(0, limit)
  const ids = documents.map((d) => d.document)
  const records = await allRecords(ledger, { ...then, recordedSince: since, documents: ids })
  const of = groupBy(records, (r) => r.citation.document)
  return {
    reports: documents.map((d) => newReport(d, since, of.get(d.document)?.length ?? 0)),
    more: held.length > limit,
  }
}

async function pactsThen(ledger: Ledger, times: Times) {
  return pactsOf(await allRecords(ledger, { ...times, kinds: ['agreement'] }))
}

/** An agreement is the same as before where they have a record in common. */
async function statusesSince(ledger: Ledger, since: string, times: Times): Promise<StatusChange[]> {
  const before = await pactsThen(ledger, { ...times, known: since })
  const changes: StatusChange[] = []
  for (const records of await pactsThen(ledger, times)) {
    const last = lastStatus(records)
    if (last?.record.kind !== 'agreement') continue
    const ids = new Set(records.map((r) => r.id))
    const was = lastStatus(before.find((pact) => pact.some((r) => ids.has(r.id))) ?? [])
    const from = was?.record.kind === 'agreement' ? was.record.status : null
    const to = last.record.status
    if (from === to) continue
    const id = records[0]!.cluster ?? records[0]!.id
    changes.push({ id, name: bestName(records.map(nameOfPact)), from, to, when: whenOf(last), citation: cite(last) })
  }
  return changes.sort((a, b) => compare(dayOfWhen(a.when), dayOfWhen(b.when)) || compare(a.id, b.id))
}

async function disagreementsSince(ledger: Ledger, since: string, times: Times): Promise<Disagreement[]> {
  const found = await ledger.contradictions({ ...times, recordedSince: since })
  const told = (side: HeldRecord): boolean => times.asOf === undefined || dayOf(side) <= times.asOf
  return found
    .filter((c) => c.kind === 'contradiction' && Date.parse(c.recordedAt) > endOf(since))
    .filter(({ earlier, later }) => told(earlier) && told(later))
    .map(disagreement)
    .sort((a, b) => compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id))
}

async function officesSince(ledger: Ledger, since: string, times: Times): Promise<OfficeChange[]> {
  const changes = await officeChanges(ledger, { known: since }, knownThen(times))
  const { asOf } = times
  if (asOf === undefined) return changes
  return changes.filter(({ day, citation }) => (day ?? citation.publishedAt?.slice(0, 10) ?? '') <= asOf)
}

/**
 * What is new since a recorded time, as known at another: reports, agreements whose status changed, offices taken up or
 * left, contradictions, and what waits for people. Nothing is new where nothing was written between the two.
 */
export async function news(ledger: Ledger, question: NewsQuestion = {}): Promise<News> {
  const { recordedSince, limit = MOST, ...times } = question
  const since = recordedSince ?? NEVER
  const [first, last, until] = await Promise.all([ledger.oldest(), ledger.newest(), ledger.newest(times.known)])
  const proposals = (await waitingProposals(ledger, times)).length
  const { records } = await ledger.count({ ...times, review: ['proposed'] })
  const quiet = until === null || Date.parse(until) <= endOf(since)
  return {
    since: recordedSince ?? null,
    until,
    firstRecordedAt: first,
    lastRecordedAt: last,
    ...(quiet ? { reports: [], more: false } : await reportsSince(ledger, since, times, limit)),
    statuses: quiet ? [] : await statusesSince(ledger, since, times),
    offices: quiet ? [] : await officesSince(ledger, since, times),
    disagreements: quiet ? [] : await disagreementsSince(ledger, since, times),
    waiting: { proposals, records },
  }
}
