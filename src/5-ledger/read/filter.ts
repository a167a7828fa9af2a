import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Merges } from '../merges.ts'
import type { RecordQuery } from '../query.ts'
import type { Store, Tables } from '../schema.ts'
import { OPEN } from '../store/rows.ts'
import { after, day } from './times.ts'

type Eb = ExpressionBuilder<Tables & { r: Tables['records'] }, 'r'>
type Condition = ExpressionWrapper<Tables & { r: Tables['records'] }, 'r', SqlBool>

/** Rows that are open at a recorded time (null: now). */
export const standing = (eb: Eb, known: string | null): Condition =>
  known === null
    ? eb('r.retracted_at', '=', OPEN)
    : eb.and([eb('r.recorded_at', '<=', known), eb('r.retracted_at', '>', known)])

/** The last row of each record, standing or not. */
function lastRow(eb: Eb, known: string | null): Condition {
  const later = eb
    .selectFrom('records as l')
    .select('l.record_id')
    .whereRef('l.ledger', '=', 'r.ledger')
    .whereRef('l.record_id', '=', 'r.record_id')
    .whereRef('l.recorded_at', '>', 'r.recorded_at')
  const none = eb.not(eb.exists(known === null ? later : later.where('l.recorded_at', '<=', known)))
  return known === null ? none : eb.and([eb('r.recorded_at', '<=', known), none])
}

/** See `Times.asOf`. */
function heldOn(eb: Eb, text: string): Condition {
  const on = day(text)
  const relation = eb('r.kind', '=', 'relation')
  const dated = eb('r.dated', '=', true)
  const begun = eb('r.day', '<=', on)
  return eb.or([
    eb.and([relation, dated, eb('r.valid_from', '<=', on), eb('r.valid_to', '>=', on)]),
    eb.and([relation, eb.not(dated), begun, eb('r.ended', '=', false)]),
    eb.and([eb.not(relation), begun]),
  ])
}

function within(eb: Eb, since: string | undefined, until: string | undefined): Condition[] {
  const dated = eb('r.dated', '=', true)
  const either = (whenDated: Condition, whenNot: Condition) =>
    eb.or([eb.and([dated, whenDated]), eb.and([eb.not(dated), whenNot])])
  return [
    ...(since === undefined ? [] : [either(eb('r.valid_to', '>=', day(since)), eb('r.published_on', '>=', since))]),
    ...(until === undefined ? [] : [either(eb('r.valid_from', '<=', day(until)), eb('r.published_on', '<=', until))]),
  ]
}

/** A reading by another program, or of before there were scores, has none: it is not left out. */
const scoredFrom = (eb: Eb, least: number): Condition =>
  eb(sql`coalesce((r.payload->>'score')::float8, 1)`, '>=', least) as Condition

/** Named with the ledger itself, not with the record's: so the rows are found once, not again for each record. */
function byActor(
  eb: Eb,
  { ledger }: Store,
  actors: readonly string[],
  parts: readonly string[] | undefined,
  known: string | null,
  merges: Merges,
): Condition {
  const family = [...new Set(actors.flatMap((actor) => merges.family(actor)))]
  let query = eb
    .selectFrom('record_actors as a')
    .select('a.record_id')
    .where('a.ledger', '=', ledger)
    .where('a.actor_id', '=', sql<string>`any(${family}::uuid[])`)
  if (parts) query = query.where('a.part', 'in', parts as never)
  query =
    known === null
      ? query.where('a.retracted_at', '=', OPEN)
      : query.where('a.recorded_at', '<=', known).where('a.retracted_at', '>', known)
  return eb('r.record_id', 'in', query) as Condition
}

function byCluster(eb: Eb, { ledger }: Store, clusters: readonly string[], known: string | null): Condition {
  let query = eb
    .selectFrom('cluster_members as m')
    .select('m.record_id')
    .where('m.ledger', '=', ledger)
    .where('m.cluster_id', '=', sql<string>`any(${clusters}::uuid[])`)
  query =
    known === null
      ? query.where('m.retracted_at', '=', OPEN)
      : query.where('m.recorded_at', '<=', known).where('m.retracted_at', '>', known)
  return eb('r.record_id', 'in', query) as Condition
}

const anyOf = <T>(values: readonly T[] | undefined, condition: (values: readonly T[]) => Condition): Condition[] =>
  values === undefined ? [] : [condition(values)]

/** Every condition of a query, to be joined by "and". An empty list of values means none of them: nothing is found. */
export function conditions(
  eb: Eb,
  store: Store,
  query: RecordQuery,
  known: string | null,
  merges: Merges,
): Condition[] {
  const no = eb.lit(false) as unknown as Condition
  const isIn =
    (column: 'kind' | 'subtype' | 'publisher' | 'certainty' | 'realis' | 'review') => (values: readonly string[]) =>
      values.length === 0 ? no : (eb(`r.${column}`, 'in', values as never) as Condition)
  const inSmall = (names: readonly string[]) =>
    eb(sql`lower(r.publisher)`, '=', sql<string>`any(${names.map((name) => name.toLowerCase())}::text[])`) as Condition
  const ids = (column: 'record_id' | 'document_id') => (values: readonly string[]) =>
    eb(`r.${column}`, '=', sql<string>`any(${values}::uuid[])`) as Condition
  return [
    eb('r.ledger', '=', store.ledger),
    query.retracted ? lastRow(eb, known) : standing(eb, known),
    ...(query.asOf === undefined ? [] : [heldOn(eb, query.asOf)]),
    ...within(eb, query.since, query.until),
    ...anyOf(query.ids, ids('record_id')),
    ...anyOf(query.documents, ids('document_id')),
    ...anyOf(query.kinds, isIn('kind')),
    ...anyOf(query.subtypes, isIn('subtype')),
    // As written, or with other capitals: a database may know small letters of English alone.
    ...anyOf(query.publishers, (names) => eb.or([isIn('publisher')(names), inSmall(names)])),
    ...anyOf(query.certainty, isIn('certainty')),
    ...anyOf(query.realis, isIn('realis')),
    ...anyOf(query.review, isIn('review')),
    ...(query.recordedSince === undefined ? [] : [eb('r.recorded_at', '>', after(query.recordedSince))]),
    ...(query.publishedSince === undefined ? [] : [eb('r.published_on', '>=', day(query.publishedSince))]),
    ...(query.minScore === undefined ? [] : [scoredFrom(eb, query.minScore)]),
    ...(query.polarity === undefined ? [] : [eb('r.polarity', '=', query.polarity)]),
    ...(query.undated === false ? [eb('r.dated', '=', true)] : []),
    ...anyOf(query.actors, (actors) => byActor(eb, store, actors, query.parts, known, merges)),
    ...anyOf(query.sources, (actors) => byActor(eb, store, actors, ['source'], known, merges)),
    ...anyOf(query.clusters, (clusters) => byCluster(eb, store, clusters, known)),
    ...(query.text === undefined
      ? []
      : [
          sql<boolean>`to_tsvector('english', r.words) @@ websearch_to_tsquery('english', ${query.text})` as unknown as Condition,
        ]),
  ]
}
