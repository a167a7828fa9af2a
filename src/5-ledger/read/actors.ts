import { sql } from 'kysely'
import { fold, type Links } from '../../model/index.ts'
import type { ActorLink, WorldActor } from '../held.ts'
import { type Merges, mergesAt } from '../merges.ts'
import type { ActorQuery, Times } from '../query.ts'
import type { Store, Tables } from '../schema.ts'
import { ask, OPEN } from '../store/rows.ts'
import { openAt } from '../store/select.ts'
import { inOrder, type NameRow, namesOf } from './names.ts'
import { checkPage } from './paging.ts'
import { group } from './records.ts'
import { moment } from './times.ts'

const LIMIT = 1000

/** World actors after merges, those of most documents first. */
export const readActors = (store: Store, query: ActorQuery = {}): Promise<readonly WorldActor[]> =>
  ask(store, async (db) => {
    checkPage(query)
    const known = moment(query.known)
    const merges = await mergesAt(store, known)
    const heads = await headsOf(store, query, known, merges)
    const ids = heads.flatMap((head) => merges.family(head))
    const any = sql<string>`any(${ids}::uuid[])`
    const rows = await db
      .selectFrom('world_actors')
      .selectAll()
      .where('ledger', '=', store.ledger)
      .where('actor_id', '=', any)
      .where('recorded_at', '<=', known ?? OPEN)
      .orderBy('actor_id')
      .execute()
    const names = await namesOf(store, heads, known, merges)
    const rowsOf = group(rows, (r) => merges.canonical(r.actor_id))
    const namesOfHead = group(names, (n) => n.head)
    return heads.flatMap((head) => {
      const own = rowsOf.get(head)
      return own ? [assembleActor(head, own, namesOfHead.get(head) ?? [])] : []
    })
  })

function assembleActor(head: string, rows: readonly Tables['world_actors'][], found: readonly NameRow[]): WorldActor {
  const names = inOrder(found)
  const own = rows.find((r) => r.actor_id === head) ?? rows[0]!
  return {
    id: head,
    name: names[0]?.name ?? '',
    type: own.type,
    names,
    links: Object.assign({}, ...rows.map((r) => r.links)) as Links,
    documents: found.find((n) => n.name === null)?.documents ?? 0,
    merged: rows.map((r) => r.actor_id).filter((id) => id !== head),
  }
}

async function headsOf(store: Store, query: ActorQuery, known: string | null, merges: Merges): Promise<string[]> {
  if (query.ids && [query.name, query.prefix, query.words].every((narrow) => narrow === undefined))
    return [...new Set(query.ids.map(merges.canonical))]
  let found = store.db
    .selectFrom('actor_links as l')
    .innerJoin('world_actors as w', (join) =>
      join.onRef('w.ledger', '=', 'l.ledger').onRef('w.actor_id', '=', 'l.actor_id'),
    )
    .select(['l.actor_id', sql<number>`count(distinct l.document_id)`.as('documents')])
    .where('l.ledger', '=', store.ledger)
    .where(openAt(known, 'l.'))
  if (query.types) found = found.where('w.type', 'in', query.types as never)
  const keys = keysAt(store, known)
  if (query.name !== undefined)
    found = found.where(
      'l.actor_id',
      'in',
      familiesOf(await keys.where('k.key', 'in', keysFor(query.name)).execute(), merges),
    )
  if (query.prefix !== undefined) {
    const start = `name:${fold(query.prefix)}`
    found = found.where(
      'l.actor_id',
      'in',
      familiesOf(await keys.where('k.key', '>=', start).where('k.key', '<', `${start}\uffff`).execute(), merges),
    )
  }
  if (query.words !== undefined) {
    const begun = fold(query.words).split(' ').filter(Boolean)
    const named = begun.map((word) => sql<boolean>`' ' || substr(k.key, 6) like ${`% ${escaped(word)}%`}`)
    const bearers = keys.where('k.key', 'like', 'name:%').where((eb) => eb.and([eb.lit(begun.length > 0), ...named]))
    found = found.where('l.actor_id', 'in', familiesOf(await bearers.execute(), merges))
  }
  const rows = await found.groupBy('l.actor_id').execute()
  const total = new Map<string, number>()
  for (const { actor_id, documents } of rows)
    total.set(merges.canonical(actor_id), (total.get(merges.canonical(actor_id)) ?? 0) + documents)
  const wanted = query.ids && new Set(query.ids.map(merges.canonical))
  return [...total]
    .filter(([id]) => !wanted || wanted.has(id))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(query.offset ?? 0, (query.offset ?? 0) + (query.limit ?? LIMIT))
    .map(([id]) => id)
}

/** A name that a later report gave an actor was not known then. */
const keysAt = ({ db, ledger }: Store, known: string | null) =>
  db
    .selectFrom('actor_keys as k')
    .select('k.actor_id')
    .where('k.ledger', '=', ledger)
    .where('k.recorded_at', '<=', known ?? OPEN)

/** As a pattern that means itself. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const NOBODY = '00000000-0000-0000-0000-000000000000'

function familiesOf(rows: readonly { readonly actor_id: string }[], merges: Merges): string[] {
  return [...new Set([NOBODY, ...rows.flatMap(({ actor_id }) => merges.family(actor_id))])]
}

/** A name may be a name, an acronym or an identifier ("USA", "Q30"). */
const keysFor = (name: string): string[] => [
  `name:${fold(name)}`,
  `acronym:${name.replace(/\./g, '').toUpperCase()}`,
  `iso3:${name.toUpperCase()}`,
  `wikidata:${name.toUpperCase()}`,
]

export const readLinks = (store: Store, actor: string, times: Times = {}): Promise<readonly ActorLink[]> =>
  ask(store, async (db) => {
    const known = moment(times.known)
    const merges = await mergesAt(store, known)
    const rows = await db
      .selectFrom('actor_links as l')
      .innerJoin('reading_actors as a', (join) =>
        join.onRef('a.ledger', '=', 'l.ledger').onRef('a.reading_actor_id', '=', 'l.reading_actor_id'),
      )
      .leftJoin('judgements as j', (join) =>
        join.onRef('j.ledger', '=', 'l.ledger').onRef('j.judgement_id', '=', 'l.judgement_id'),
      )
      .selectAll('l')
      .select(['a.name as called', 'a.type', 'a.aliases', 'j.by_whom'])
      .where('l.ledger', '=', store.ledger)
      .where('l.actor_id', '=', sql<string>`any(${merges.family(actor)}::uuid[])`)
      .where(openAt(known, 'l.'))
      .orderBy('l.recorded_at')
      .orderBy('l.link_id')
      .execute()
    return rows.map((row) => ({
      id: row.link_id,
      readingActor: row.reading_actor_id,
      document: row.document_id,
      actor: merges.canonical(row.actor_id),
      as: { name: row.called, type: row.type, aliases: row.aliases },
      reason: row.reason,
      by: row.by_whom,
      recordedAt: row.recorded_at,
      retractedAt: known !== null && row.retracted_at !== null && row.retracted_at > known ? null : row.retracted_at,
    }))
  })
