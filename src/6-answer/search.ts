import type { Citation, Ledger, Quote, RecordQuery } from '../5-ledger/index.ts'
import { RECORD_KINDS, type RecordKind, type Span, SUBTYPES } from '../model/index.ts'
import { type Known, known } from './actors.ts'
import type { Answer, None } from './answer.ts'
import { finish, gather, publishersHeld, unanswered } from './gather.ts'
import { knownThen } from './names.ts'
import { sentencesOf } from './passages.ts'
import type { Question } from './question.ts'
import { type ToldRecord, toldRecord } from './told-record.ts'

/** A record in whose words the search found something. */
export interface FoundRecord extends ToldRecord {
  readonly found: 'record'
}

/** A report in whose title or text it did; the sentences are exact words of that version. */
export interface FoundText extends Citation {
  readonly found: 'report'
  readonly id: string
  readonly inTitle: readonly Span[]
  readonly quotes: readonly Quote[]
}

/** An actor by one of whose names it did. */
export interface FoundActor extends Known {
  readonly found: 'actor'
}

export type Found = FoundActor | FoundText | FoundRecord

/** What is searched. */
export const FOUND = ['actors', 'reports', 'records'] as const
type Room = (typeof FOUND)[number]

/**
 * Words to look for, and fields: in:reports kind:event type:AGREE actor:"Ilara Denvoss" by:Cassia publisher:"Meridian Wire";
 * small and capital letters are one.
 */
export interface Sought {
  readonly text: string
  /** Actors, reports or records alone; none named: all of them. */
  readonly rooms: readonly Room[]
  readonly kinds: readonly RecordKind[]
  readonly types: readonly string[]
  readonly actors: readonly string[]
  readonly by: readonly string[]
  readonly publishers: readonly string[]
  /** Values of `kind:` and `in:` that there are not. */
  readonly unknown: readonly { readonly field: 'kind' | 'in'; readonly value: string }[]
}

const TYPES: readonly string[] = Object.values(SUBTYPES).flat()
/** As it is written among these, or in small letters, as measures are. */
const spelled = (value: string, among: readonly string[]): string =>
  among.find((one) => one.toLowerCase() === value.toLowerCase()) ?? value.toLowerCase()
const isOne = <T extends string>(among: readonly T[], value: string): value is T =>
  (among as readonly string[]).includes(value)

const FIELD = /(^|\s)(in|kind|type|actor|by|publisher):(?:"([^"]*)"|(\S+))/gi

export function readSearch(words: string): Sought {
  const fields = [...words.matchAll(FIELD)].map((m) => ({ field: m[2]!.toLowerCase(), value: m[3] ?? m[4] ?? '' }))
  const values = (name: string): string[] => fields.filter(({ field }) => field === name).map(({ value }) => value)
  const kinds = values('kind').map((kind) => spelled(kind, RECORD_KINDS))
  const rooms = values('in').map((room) => spelled(room, FOUND))
  const strange = (field: 'kind' | 'in', all: readonly string[], among: readonly string[]) =>
    all.filter((value) => !among.includes(value)).map((value) => ({ field, value }))
  return {
    text: words.replace(FIELD, ' ').trim(),
    rooms: rooms.filter((room) => isOne(FOUND, room)),
    kinds: kinds.filter((kind) => isOne(RECORD_KINDS, kind)),
    types: values('type').map((type) => spelled(type, TYPES)),
    actors: values('actor'),
    by: values('by'),
    publishers: values('publisher'),
    unknown: [...strange('in', rooms, FOUND), ...strange('kind', kinds, RECORD_KINDS)],
  }
}

const listed = (all: readonly string[]): string => `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
const noSuch = (field: 'kind' | 'in', value: string): None => ({
  code: 'nothing',
  message:
    field === 'kind'
      ? `There is no kind “${value}”: a record is of kind ${listed(RECORD_KINDS)}.`
      : `Nothing is searched in “${value}”: in: takes ${listed(FOUND)}.`,
  nearest: [],
})

/** Most reports of an answer: of more, those published last. */
const MOST_REPORTS = 200
const MOST_ACTORS = 50

/** Reports that hold the words. What only a record has (actors, certainty, score, on whose word) finds none. */
async function foundReports(
  ledger: Ledger,
  { text, publishers }: Sought,
  question: Question,
): Promise<readonly FoundText[]> {
  const { about, certainty, minScore, sources, since, until, asOf } = question
  if (about || certainty || minScore !== undefined) return []
  const held = sources && (await publishersHeld(ledger))
  if (sources?.some((source) => !held!.has(source.toLowerCase()))) return []
  const last = [until, asOf].filter((day) => day !== undefined).sort()[0]
  const from = [...publishers, ...(sources ?? [])]
  const reports = await ledger.find(text, {
    ...(since === undefined ? {} : { since }),
    ...(last === undefined ? {} : { until: last }),
    ...knownThen(question),
    ...(from.length > 0 ? { publishers: from } : {}),
    descending: true,
    limit: MOST_REPORTS,
  })
  return [...reports].reverse().map(({ document: report, inTitle, inText }) => {
    const { document, version, title, publisher, url, publishedAt } = report
    const quotes = sentencesOf(report.text, inText).map((quote) => ({ ...quote, version }))
    return { found: 'report', id: document, document, version, title, publisher, url, publishedAt, inTitle, quotes }
  })
}

/** Words that are names, without what only a search for words has. */
const asName = (text: string): string => text.replace(/"|(?<=^|\s)-\S+/g, ' ').trim()

async function foundActors(ledger: Ledger, { text }: Sought, question: Question): Promise<readonly FoundActor[]> {
  const { about, certainty, minScore, sources, since, until } = question
  const words = asName(text)
  if (about || certainty || minScore !== undefined || sources || since || until || words === '') return []
  const held = await ledger.actors({ words, limit: MOST_ACTORS, ...knownThen(question) })
  return held.map((actor) => ({ found: 'actor', ...known(actor) }))
}

/**
 * Actors called so, reports whose title or text holds the words sought, in any inflection, and records whose exact words
 * do: in this order, reports and records in order of time. What is looked for by a record's own fields is a record.
 */
export async function search(ledger: Ledger, words: string, question: Question = {}): Promise<Answer<Found>> {
  const sought = readSearch(words)
  const { text, rooms, kinds, types, actors, by, publishers, unknown } = sought
  const asked = `search ${words}`
  if (unknown[0] !== undefined) return unanswered(asked, question, noSuch(unknown[0].field, unknown[0].value))
  const narrow: RecordQuery = {
    ...(text ? { text } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(types.length > 0 ? { subtypes: types } : {}),
  }
  const about = [...(question.about ?? []), ...actors]
  const on = [...(question.sources ?? []), ...by, ...publishers]
  const narrower = { ...question, ...(about.length > 0 ? { about } : {}), ...(on.length > 0 ? { sources: on } : {}) }
  const ofRecords = [kinds, types, actors, by].some((field) => field.length > 0)
  const wants = (room: Room): boolean =>
    (rooms.length === 0 || rooms.includes(room)) && (room === 'records' || (text !== '' && !ofRecords))
  const gathered = wants('records') ? await gather(ledger, narrower, narrow) : null
  if (gathered && 'code' in gathered) return unanswered(asked, question, gathered)
  return finish(ledger, asked, question, [
    ...(wants('actors') && publishers.length === 0 ? await foundActors(ledger, sought, question) : []),
    ...(wants('reports') ? await foundReports(ledger, sought, question) : []),
    ...(gathered?.records ?? []).map((record): Found => ({ found: 'record', ...toldRecord(record, gathered!) })),
  ])
}
