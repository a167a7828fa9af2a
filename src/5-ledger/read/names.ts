import { type RawBuilder, sql } from 'kysely'
import type { ActorName, Called } from '../held.ts'
import { type Merges, mergesAt } from '../merges.ts'
import type { Store } from '../schema.ts'
import { ask } from '../store/rows.ts'
import { openAt, uuids } from '../store/select.ts'
import { group } from './records.ts'
import { moment } from './times.ts'

export interface NameRow {
  readonly head: string
  /** Null: under any name. */
  readonly name: string | null
  readonly documents: number
}

/** The name of most documents first, of two the longer. */
export const inOrder = (found: readonly NameRow[]): ActorName[] =>
  found
    .flatMap(({ name, documents }) => (name === null ? [] : [{ name, documents }]))
    .sort((a, b) => b.documents - a.documents || b.name.length - a.name.length || (a.name < b.name ? -1 : 1))

const linksOf = ({ ledger }: Store, known: string | null): RawBuilder<unknown> =>
  sql`actor_links l where l.ledger = ${ledger} and l.actor_id = f.id and ${openAt(known, 'l.')}`

/** In how many documents each of these actors stands, under each of its names and in all. */
export async function namesOf(
  store: Store,
  heads: readonly string[],
  known: string | null,
  merges: Merges,
): Promise<readonly NameRow[]> {
  const merged = heads.filter((head) => merges.family(head).length > 1)
  const alone = heads.filter((head) => merges.family(head).length === 1)
  const [ofMerged, ofAlone] = [await countMerged(store, merged, known, merges), await countAlone(store, alone, known)]
  return [...ofMerged, ...ofAlone]
}

/** A document may name both of two actors that are one. */
async function countMerged(
  store: Store,
  heads: readonly string[],
  known: string | null,
  merges: Merges,
): Promise<readonly NameRow[]> {
  if (heads.length === 0) return []
  const ids = heads.flatMap(merges.family)
  const { rows } = await sql<NameRow>`select f.head, l.name, count(distinct l.document_id) as documents
    from unnest(${ids}::uuid[], ${ids.map(merges.canonical)}::uuid[]) f(id, head)
    cross join lateral (select l.name, l.document_id from ${linksOf(store, known)}) l
    group by grouping sets ((f.head, l.name), (f.head))`.execute(store.db)
  return rows
}

/** Counted in the order of `actor_links_names`: nothing is sorted, however many links an actor has. */
async function countAlone(store: Store, ids: readonly string[], known: string | null): Promise<readonly NameRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NameRow>`select f.id as head, n.name, n.documents from unnest(${ids}::uuid[]) f(id)
    cross join lateral (select d.name, count(*) as documents from
      (select l.name, l.document_id from ${linksOf(store, known)} group by l.name, l.document_id) d
      group by d.name) n`.execute(store.db)
  const names = group(rows, (row) => row.head)
  const several = [...names].flatMap(([id, own]) => (own.length > 1 ? [id] : []))
  const single = rows.flatMap((row) => (names.get(row.head)!.length === 1 ? [{ ...row, name: null }] : []))
  return [...rows, ...single, ...(await countAll(store, several, known))]
}

async function countAll({ db, ledger }: Store, ids: readonly string[], known: string | null): Promise<NameRow[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<NameRow>`select l.actor_id as head, null as name, count(distinct l.document_id) as documents
    from actor_links l where l.ledger = ${ledger} and l.actor_id = ${uuids(ids)} and ${openAt(known, 'l.')}
    group by l.actor_id`.execute(db)
  return rows
}

/** By which name each actor is shown. Only where it has several are its documents counted. */
export const readNames = (store: Store, ids: readonly string[], knownText?: string): Promise<readonly Called[]> =>
  ask(store, async () => {
    if (ids.length === 0) return []
    const known = moment(knownText)
    const merges = await mergesAt(store, known)
    const heads = [...new Set(ids.map(merges.canonical))]
    const only = known === null ? await onlyNames(store, heads, merges) : new Map<string, string>()
    const counted = await namesOf(
      store,
      heads.filter((head) => !only.has(head)),
      known,
      merges,
    )
    for (const [id, found] of group(counted, (row) => row.head)) only.set(id, inOrder(found)[0]!.name)
    return heads.filter((id) => only.has(id)).map((id) => ({ id, name: only.get(id)! }))
  })

/** The names of those that are called by one alone: the first in the index is the last. */
async function onlyNames(store: Store, heads: readonly string[], merges: Merges): Promise<Map<string, string>> {
  const alone = heads.filter((head) => merges.family(head).length === 1)
  const end = (direction: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select l.name from ${linksOf(store, null)} order by l.name ${direction} limit 1)`
  const { rows } = await sql<{ id: string; first: string | null; last: string | null }>`select f.id,
    ${end(sql`asc`)} as first, ${end(sql`desc`)} as last from unnest(${alone}::uuid[]) f(id)`.execute(store.db)
  return new Map(rows.flatMap(({ id, first, last }) => (first !== null && first === last ? [[id, first]] : [])))
}
