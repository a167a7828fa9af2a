import { type RawBuilder, sql } from 'kysely'
import type { Part, RecordKind, ResolvedRecord } from '../../model/index.ts'
import type { Merges } from '../merges.ts'
import type { RecordActorRow, RecordRow, Write } from '../schema.ts'
import { BEGINNING, OPEN } from '../store/rows.ts'
import { uuids } from '../store/select.ts'

/** Two reports of one happening are looked for among those this many days apart; what holds over time has no window. */
const WINDOW_DAYS: Readonly<Record<RecordKind, number | null>> = {
  event: 14,
  statement: 7,
  estimate: 60,
  dependency: 14,
  relation: null,
  agreement: null,
}
/** Kinds whose subtype differs between reports of one thing: an agreement's status is its history. */
const ANY_SUBTYPE: readonly RecordKind[] = ['agreement']
/** Newest first: of an actor with more than these the oldest are not compared. */
const MOST = 400
/** Parts by which no two records are told to be of one thing. */
export const ASIDE: readonly Part[] = ['source', 'place', 'hearer', 'orderedBy']

const COLUMNS = [
  'r.record_id',
  'r.document_id',
  'r.kind',
  'r.subtype',
  'r.polarity',
  'r.certainty',
  'r.realis',
  'r.valid_from',
  'r.valid_to',
  'r.published_on',
  'r.label',
  'r.low',
  'r.high',
  'r.ended',
  'r.words',
] as const
type Bare<C> = C extends `r.${infer Name extends keyof RecordRow}` ? Name : never
type Row = Pick<RecordRow, Bare<(typeof COLUMNS)[number]>>
type Parts = readonly Pick<RecordActorRow, 'part' | 'actor_id'>[] | null

/** A record's actors, as one value. */
const PARTS = sql<Parts>`(select json_agg(json_build_object('part', a.part, 'actor_id', a.actor_id)
  order by a.part, a.position) from record_actors a
  where a.ledger = r.ledger and a.record_id = r.record_id and a.retracted_at = 'infinity')`

export function toResolved(
  row: Row,
  parts: readonly Pick<RecordActorRow, 'part' | 'actor_id'>[],
  merges: Merges,
): ResolvedRecord {
  const actors: Partial<Record<Part, string[]>> = {}
  for (const { part, actor_id } of parts) actors[part] = [...(actors[part] ?? []), merges.canonical(actor_id)]
  const finite = (day: string | null): string | null => (day === null || day.endsWith('infinity') ? null : day)
  return {
    id: row.record_id,
    document: row.document_id,
    kind: row.kind,
    subtype: row.subtype,
    polarity: row.polarity,
    certainty: row.certainty,
    realis: row.realis,
    start: finite(row.valid_from),
    end: finite(row.valid_to),
    publishedOn: row.published_on,
    actors,
    label: row.label,
    low: row.low,
    high: row.high,
    ended: row.ended,
    words: row.words,
  }
}

interface Wanted {
  readonly kind: RecordKind
  readonly subtype: string | null
  readonly actors: Set<string>
  from: string
  to: string
}

/** One question for each kind and subtype among the new records. */
function questionsFor(records: readonly ResolvedRecord[], merges: Merges): Wanted[] {
  const wanted = new Map<string, Wanted>()
  for (const record of records) {
    const subtype = ANY_SUBTYPE.includes(record.kind) ? null : record.subtype
    const key = `${record.kind} ${subtype}`
    const day = record.start ?? record.end ?? record.publishedOn ?? ''
    const entry = wanted.get(key) ?? { kind: record.kind, subtype, actors: new Set<string>(), from: day, to: day }
    wanted.set(key, entry)
    if (day !== '' && (entry.from === '' || day < entry.from)) entry.from = day
    if (day > entry.to) entry.to = day
    for (const [part, ids] of Object.entries(record.actors))
      if (!ASIDE.includes(part as Part))
        for (const id of ids) for (const member of merges.family(id)) entry.actors.add(member)
  }
  return [...wanted.values()].filter(({ actors }) => actors.size > 0)
}

const DAY_MS = 86_400_000
const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** The days among which a question's records are looked for. */
function daysOf({ kind, from, to }: Wanted): readonly [since: string, until: string] {
  const days = WINDOW_DAYS[kind]
  return days === null || from === '' ? [BEGINNING, OPEN] : [shift(from, -days), shift(to, days)]
}

/**
 * Ids of the newest records of each question. Each actor's are read from the newest on in its index until they are
 * enough, however many it has; and the statement is one and the same, however many questions there are: planning one for each
 * took longer than answering them.
 */
function idsFor(wanted: readonly Wanted[], { ledger }: Write): RawBuilder<unknown> {
  const rows = wanted.flatMap((one, question) => {
    const [since, until] = daysOf(one)
    return [...one.actors].map((actor) => ({ question, actor, since, until, kind: one.kind, subtype: one.subtype }))
  })
  const found = sql`select distinct a.day, a.record_id from record_actors a
    where a.ledger = ${ledger} and a.actor_id = q.actor and a.kind = q.kind and a.day >= q.since and a.day <= q.until
      and (q.subtype is null or a.subtype = q.subtype) and a.part <> all(${ASIDE}::text[]) and a.retracted_at = ${OPEN}
    order by a.day desc, a.record_id desc limit ${MOST}`
  return sql`select record_id from (
    select f.record_id, dense_rank() over (partition by q.question order by f.day desc, f.record_id desc) as place
    from json_to_recordset(${JSON.stringify(rows)}::json)
      q(question integer, actor uuid, since date, until date, kind text, subtype text)
    cross join lateral (${found}) f) c where place <= ${MOST}`
}

/** Records as they stand now, to be compared; `all`: those too that do not stand, as they stood last. */
export async function resolvedOf(
  w: Write,
  ids: readonly string[],
  merges: Merges,
  which: 'standing' | 'all' = 'standing',
): Promise<ResolvedRecord[]> {
  if (ids.length === 0) return []
  let last = w.tx
    .selectFrom('records as r')
    .distinctOn('r.record_id')
    .select(COLUMNS)
    .select(PARTS.as('parts'))
    .where('r.ledger', '=', w.ledger)
    .where('r.record_id', '=', uuids(ids))
    .orderBy('r.record_id')
    .orderBy('r.recorded_at', 'desc')
  if (which === 'standing') last = last.where('r.retracted_at', '=', OPEN)
  return (await last.execute()).map((row) => toResolved(row, row.parts ?? [], merges))
}

/**
 * When each of these records was first kept: recorded times rise with every write, whichever clock and process wrote,
 * and the ids that they made do not.
 */
export async function firstKept(w: Write, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await w.tx
    .selectFrom('records')
    .select((eb) => ['record_id', eb.fn.min('recorded_at').as('at')])
    .where('ledger', '=', w.ledger)
    .where('record_id', '=', uuids(ids))
    .groupBy('record_id')
    .execute()
  return new Map(rows.map((row) => [row.record_id, row.at]))
}

/** What is compared, and the cluster it is in. */
export interface Candidate {
  readonly record: ResolvedRecord
  readonly cluster: string | null
}

/** Open records of other documents that share a kind and an actor with the new ones, near in time: one question. */
export async function candidatesFor(
  w: Write,
  document: string,
  records: readonly ResolvedRecord[],
  merges: Merges,
): Promise<Candidate[]> {
  const wanted = questionsFor(records, merges)
  if (wanted.length === 0) return []
  const ids = sql<string>`any(array(${idsFor(wanted, w)}))`
  const cluster = sql<string | null>`(select m.cluster_id from cluster_members m
    where m.ledger = r.ledger and m.record_id = r.record_id and m.retracted_at = 'infinity' limit 1)`
  const found = w.tx
    .selectFrom('records as r')
    .select(COLUMNS)
    .select([PARTS.as('parts'), cluster.as('cluster')])
    .where('r.ledger', '=', w.ledger)
    .where('r.record_id', '=', ids)
    .where('r.retracted_at', '=', OPEN)
    .where('r.document_id', '<>', document)
    .orderBy('r.record_id')
  type Found = Row & { readonly parts: Parts; readonly cluster: string | null }
  // As one value: the drivers read a hundred rows of many columns more slowly than the database finds them.
  const { rows: answers } = await sql<{
    all: readonly Found[] | null
  }>`select json_agg(f) as all from (${found}) f`.execute(w.tx)
  const rows = answers[0]?.all ?? []
  return rows.map((row) => ({ record: toResolved(row, row.parts ?? [], merges), cluster: row.cluster }))
}
