import type { HeldRecord, Ledger, RecordQuery, Times } from '../5-ledger/index.ts'
import type { Answer, None } from './answer.ts'
import { compare, dayOf } from './cite.ts'
import { findActors, knownThen, type NameOf, nameBook, nearestNames } from './names.ts'
import type { Question } from './question.ts'

const FIRST_PAGE = 1000
const LARGEST_PAGE = 20_000

export interface Gathered {
  readonly ledger: Ledger
  readonly question: Question
  readonly records: readonly HeldRecord[]
  readonly nameOf: NameOf
  /** Ids of the actors that the question is about. */
  readonly about: readonly string[]
}

export const timesOf = (times: Times): { asOf?: string; known?: string } => ({
  ...(times.asOf === undefined ? {} : { asOf: times.asOf }),
  ...knownThen(times),
})

/** As the text of a query: records that hold all words of any of these. */
export const anyOfWords = (texts: readonly string[]): string =>
  texts.map((text) => text.replace(/"|(?<=^|\s)-+/g, ' ').trim()).join(' or ')

/** All records of a query, page by page: the ledger goes through those before a page again, so pages grow. */
export async function allRecords(ledger: Ledger, query: RecordQuery): Promise<HeldRecord[]> {
  const records: HeldRecord[] = []
  for (;;) {
    const limit = Math.min(LARGEST_PAGE, Math.max(FIRST_PAGE, 2 * records.length))
    const page = await ledger.records({ ...query, limit, offset: records.length })
    for (const record of page) records.push(record)
    if (page.length < limit) return records
  }
}

/** What a question says apart from its actors and sources. */
export function narrowing(question: Question): RecordQuery {
  const { since, until, certainty, minScore } = question
  return {
    ...timesOf(question),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(minScore === undefined ? {} : { minScore }),
  }
}

const unknown = async (ledger: Ledger, name: string, question: Question): Promise<None> => {
  const nearest = await nearestNames(ledger, name, question)
  return { code: 'unknown-name', message: `The ledger knows nobody called “${name}”${heldThen(question)}.`, nearest }
}

/** " as of 2031-05-14, as known on 2031-05-20", or nothing. */
export const heldThen = ({ asOf, known }: Question): string =>
  (asOf ? ` as of ${asOf}` : '') + (known ? `${asOf ? ',' : ''} as known on ${known}` : '')

export async function actorIds(ledger: Ledger, names: readonly string[], question: Question): Promise<string[] | None> {
  const ids: string[] = []
  for (const name of names) {
    const bearers = await findActors(ledger, name, question)
    if (bearers.length === 0) return unknown(ledger, name, question)
    ids.push(...bearers.map((actor) => actor.id))
  }
  return ids
}

/** Names of the publishers that the ledger holds, in small letters. */
export const publishersHeld = async (ledger: Ledger): Promise<ReadonlySet<string>> =>
  new Set((await ledger.publishers()).map(({ name }) => name.toLowerCase()))

/** A query for each of those on whose word the question wants it: as publisher, and anywhere in the chain of sources. */
export async function sourceQueries(
  ledger: Ledger,
  query: RecordQuery,
  question: Question,
): Promise<RecordQuery[] | None> {
  if (!question.sources) return [query]
  const held = await publishersHeld(ledger)
  const queries: RecordQuery[] = []
  for (const source of question.sources) {
    const published = held.has(source.toLowerCase())
    if (published) queries.push({ ...query, publishers: [source] })
    const ids = await actorIds(ledger, [source], question)
    if (!('code' in ids)) queries.push({ ...query, sources: ids })
    else if (!published) return ids
  }
  return queries
}

/** Records on the word of a publisher, or of somebody in the chain: each query of the two, put together. */
async function bySource(ledger: Ledger, query: RecordQuery, question: Question): Promise<HeldRecord[] | None> {
  const queries = await sourceQueries(ledger, query, question)
  if ('code' in queries) return queries
  if (queries.length === 1) return allRecords(ledger, queries[0]!)
  const found = new Map<string, HeldRecord>()
  for (const one of queries) for (const record of await allRecords(ledger, one)) found.set(record.id, record)
  return [...found.values()].sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.id, b.id))
}

/** The records that a question is about, of the kinds that its answer is made of; or why there are none. */
export async function gather(ledger: Ledger, question: Question, narrow: RecordQuery): Promise<Gathered | None> {
  const about = await actorIds(ledger, question.about ?? [], question)
  if ('code' in about) return about
  const query = { ...narrowing(question), ...narrow, ...(about.length > 0 ? { actors: about } : {}) }
  const records = await bySource(ledger, query, question)
  if ('code' in records) return records
  return { ledger, question, records, nameOf: await nameBook(ledger, records, question), about }
}

export async function nothing(ledger: Ledger, question: Question): Promise<None> {
  const held = await ledger.documents({ limit: 1, ...knownThen(question) })
  if (held.length > 0) {
    return { code: 'nothing', message: `No report in the ledger answers that${heldThen(question)}.`, nearest: [] }
  }
  const then = question.known === undefined ? '' : ` as known on ${question.known}`
  return { code: 'empty', message: `The ledger holds no reports${then}: readout add FILE keeps one.`, nearest: [] }
}

/** The answer to a question that has none, with the reason. */
export const unanswered = (asked: string, question: Question, none: None): Answer<never> => ({
  asked,
  question,
  rows: [],
  leftOff: 0,
  none,
})

/** Asks: gathers records, makes rows of them, and says why where there are none. */
export async function answer<Row>(
  ledger: Ledger,
  asked: string,
  question: Question,
  narrow: RecordQuery,
  rowsOf: (gathered: Gathered) => readonly Row[] | Promise<readonly Row[]>,
): Promise<Answer<Row>> {
  const gathered = await gather(ledger, question, narrow)
  if ('code' in gathered) return unanswered(asked, question, gathered)
  return finish(ledger, asked, question, await rowsOf(gathered))
}

export async function finish<Row>(
  ledger: Ledger,
  asked: string,
  question: Question,
  all: readonly Row[],
): Promise<Answer<Row>> {
  const rows = question.limit === undefined ? all : all.slice(0, question.limit)
  const none = all.length === 0 ? await nothing(ledger, question) : null
  return { asked, question, rows, leftOff: all.length - rows.length, none }
}
