import { type Expression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Merges } from '../merges.ts'
import type { RecordQuery } from '../query.ts'
import type { RecordActorRow, RecordRow, Spans, Store, Tables, VersionRow } from '../schema.ts'
import { OPEN } from '../store/rows.ts'
import { openAt, uuids } from '../store/select.ts'
import { conditions } from './filter.ts'
import { day } from './times.ts'

const LIMIT = 1000

interface Asked {
  readonly store: Store
  readonly query: RecordQuery
  readonly known: string | null
  readonly merges: Merges
}

type Records = SelectQueryBuilder<Tables & { r: Tables['records'] }, 'r', RecordRow>

function recordsOf({ store, known, merges }: Asked, query: RecordQuery): Records {
  const all = store.db.selectFrom('records as r').selectAll('r')
  return all.where((eb) => eb.and(conditions(eb as never, store, query, known, merges) as never)) as unknown as Records
}

/** A record's row with what stands around it: its actors, its newest anchor with the version it is in, its cluster. */
export interface PageRow extends RecordRow {
  readonly parts: readonly PartRow[] | null
  readonly anchor: AnchorRow
  readonly cluster: string | null
}
export type PartRow = Pick<RecordActorRow, 'part' | 'position' | 'actor_id' | 'name' | 'local'>
export type AnchorRow = Pick<VersionRow, 'number' | 'title' | 'publisher' | 'url' | 'published_at'> & {
  readonly spans: Spans
}

/** The rows of a query, in its order: one question. */
export async function pageOf(asked: Asked): Promise<readonly PageRow[]> {
  const { store, query, known } = asked
  const before = known ?? OPEN
  const order = sql.ref(query.order === 'recorded' ? 'r.recorded_at' : 'r.day')
  const direction = sql.raw(query.descending ? 'desc' : 'asc')
  const { rows } = await sql<PageRow>`select r.*,
    (select json_agg(json_build_object('part', a.part, 'position', a.position, 'actor_id', a.actor_id, 'name', a.name,
      'local', a.local) order by a.part, a.position) from record_actors a
      where a.ledger = r.ledger and a.record_id = r.record_id and ${openAt(known, 'a.')}) as parts,
    (select json_build_object('spans', n.spans, 'number', v.number, 'title', v.title, 'publisher', v.publisher,
      'url', v.url, 'published_at', v.published_at) from anchors n
      join versions v on v.ledger = n.ledger and v.document_id = n.document_id and v.number = n.version
      where n.ledger = r.ledger and n.record_id = r.record_id and n.recorded_at <= ${before}
      order by n.version desc, n.recorded_at desc limit 1) as anchor,
    (select m.cluster_id from cluster_members m
      where m.ledger = r.ledger and m.record_id = r.record_id and ${openAt(known, 'm.')} limit 1) as cluster
    from (${rowsOf(asked)}) r order by ${order} ${direction}, r.record_id ${direction}`.execute(store.db)
  return rows
}

/** Which way the rows are found depends on what narrows the query. */
function rowsOf(asked: Asked): Expression<unknown> {
  const { query } = asked
  const few = query.ids ?? query.documents ?? query.clusters ?? query.text
  const windowed = query.since !== undefined || query.until !== undefined
  const inTime = query.order !== 'recorded' && few === undefined
  if (inTime && windowed) return byWindow(asked)
  if (inTime && (query.actors ?? query.sources)) return byActor(asked)
  return sorted(recordsOf(asked, query), query)
    .limit(query.limit ?? LIMIT)
    .offset(query.offset ?? 0)
}

function sorted(records: Records, { order, descending }: RecordQuery): Records {
  const direction = descending ? 'desc' : 'asc'
  return records.orderBy(order === 'recorded' ? 'r.recorded_at' : 'r.day', direction).orderBy('r.record_id', direction)
}

const isIn = (column: string, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 1
    ? sql<boolean>`${sql.ref(column)} = ${values[0]}`
    : sql<boolean>`${sql.ref(column)} = any(${[...values]}::text[])`

/**
 * Goes through an actor's records in the order of its index until the page is full, however many it has: the planner
 * knows that the page is short only where the actor's rows stand beside its limit, in no query of their own. A record
 * has one row that stands at a time: `limit 1` says so, and keeps it from reading all of the actor's rows first.
 */
function byActor(asked: Asked): RawBuilder<RecordRow> {
  const { store, query, known, merges } = asked
  const { actors, parts, sources, ...others } = query
  const family = [...new Set((actors ?? sources ?? []).flatMap((actor) => merges.family(actor)))]
  const rest = actors && sources ? { ...others, sources } : others
  const direction = sql.raw(query.descending ? 'desc' : 'asc')
  const standsAs = (alias: string): RawBuilder<unknown> => {
    const column = (name: string) => sql.ref(`${alias}.${name}`)
    const wanted = [
      sql`${column('ledger')} = ${store.ledger}`,
      family.length === 1 ? sql`${column('actor_id')} = ${family[0]}` : sql`${column('actor_id')} = ${uuids(family)}`,
      openAt(known, `${alias}.`),
      ...(actors ? (parts ? [isIn(`${alias}.part`, parts)] : []) : [sql`${column('part')} = 'source'`]),
      ...(query.kinds ? [isIn(`${alias}.kind`, query.kinds)] : []),
      ...(query.subtypes ? [isIn(`${alias}.subtype`, query.subtypes)] : []),
    ]
    return sql.join(wanted, sql` and `)
  }
  const one = recordsOf(asked, rest).where('r.record_id', '=', sql<string>`a.record_id`).limit(1)
  // Who stands in several parts of a record has a row for each: the first of them counts.
  return sql<RecordRow>`select r.* from record_actors a cross join lateral (${one}) r where ${standsAs('a')}
    and (a.part, a.position) = (select b.part, b.position from record_actors b where ${standsAs('b')}
      and b.record_id = a.record_id order by b.part, b.position limit 1)
    order by a.day ${direction}, a.record_id ${direction} limit ${query.limit ?? LIMIT} offset ${query.offset ?? 0}`
}

/** No record is in two of them, and all that overlaps the days is in one. */
export function windowPieces(query: RecordQuery): RawBuilder<boolean>[] {
  const [since, until] = [query.since, query.until].map((d) => (d === undefined ? null : day(d)))
  const inside = [...(since ? [sql`r.day >= ${since}`] : []), ...(until ? [sql`r.day <= ${until}`] : [])]
  return [
    ...(since ? [sql<boolean>`r.day < ${since} and r.dated and r.valid_to > r.day and r.valid_to >= ${since}`] : []),
    ...(inside.length > 0 ? [sql<boolean>`${sql.join(inside, sql` and `)}`] : []),
    ...(until ? [sql<boolean>`r.day > ${until} and r.dated and r.valid_from = '-infinity'`] : []),
  ]
}

/**
 * Records that overlap some days, in three pieces that an index gives each: begun before and gone on into them, standing
 * in them, and told to have held until a later day.
 */
function byWindow(asked: Asked): RawBuilder<RecordRow> {
  const { query } = asked
  const [limit, offset] = [query.limit ?? LIMIT, query.offset ?? 0]
  const pieces = windowPieces(query).map(
    (piece) => sql`(${sorted(recordsOf(asked, query).where(piece), query).limit(limit + offset)})`,
  )
  const direction = sql.raw(query.descending ? 'desc' : 'asc')
  return sql<RecordRow>`select * from (${sql.join(pieces, sql` union all `)}) r
    order by r.day ${direction}, r.record_id ${direction} limit ${limit} offset ${offset}`
}
