import { sql } from 'kysely'
import type { Actor, KnownActor, LinkDecision, Links, Reading, Resolver } from '../../model/index.ts'
import type { Merges } from '../merges.ts'
import type { Write } from '../schema.ts'
import { insert, type NewRow } from '../store/rows.ts'
import { uuids } from '../store/select.ts'

/** An actor of the reading in the ledger. */
export interface Linked {
  readonly readingActor: string
  readonly actor: string
  readonly name: string
}

/** Where an actor is named; `judgement`: by which people said that he is. */
interface Home {
  readonly document: string
  readonly reading: string
  readonly judgement?: string
}

const NAME_KEY = 'name:'
const ACRONYM_KEY = 'acronym:'

interface Pool {
  readonly known: Map<string, KnownActor>
  readonly byKey: Map<string, Set<string>>
}

function put(pool: Pool, actor: KnownActor, keys: readonly string[]): void {
  pool.known.set(actor.id, actor)
  for (const key of keys) pool.byKey.set(key, (pool.byKey.get(key) ?? new Set()).add(actor.id))
}

/** Who an actor of the reading is, for those that follow; gives the keys that its actor of the world had not. */
function learn(pool: Pool, { type, links }: Actor, to: string, keys: readonly string[]): string[] {
  const had = pool.known.get(to)
  const fresh = keys.filter((key) => !pool.byKey.get(key)?.has(to))
  const names = [...new Set([...(had?.names ?? []), ...namesIn(keys)])]
  put(pool, { id: to, types: had?.types ?? [type], names, links: { ...links, ...had?.links } }, keys)
  return fresh
}

const namesIn = (keys: readonly string[]): string[] =>
  keys.filter((k) => k.startsWith(NAME_KEY)).map((k) => k.slice(NAME_KEY.length))

/** The actors of the world that share a key with the reading's, merged ones as one. */
async function poolFor({ tx, ledger }: Write, keys: readonly string[], merges: Merges): Promise<Pool> {
  const pool: Pool = { known: new Map(), byKey: new Map() }
  if (keys.length === 0) return pool
  const hits = await tx
    .selectFrom('actor_keys')
    .select('actor_id')
    .distinct()
    .where('ledger', '=', ledger)
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  const ids = [...new Set(hits.flatMap(({ actor_id }) => merges.family(actor_id)))]
  if (ids.length === 0) return pool
  const own = sql<string[]>`(select json_agg(k.key order by k.key) from actor_keys k
    where k.ledger = w.ledger and k.actor_id = w.actor_id)`
  const rows = await tx
    .selectFrom('world_actors as w')
    .select(['w.actor_id', 'w.type', 'w.links', own.as('keys')])
    .where('w.ledger', '=', ledger)
    .where('w.actor_id', '=', uuids(ids))
    .orderBy('w.actor_id')
    .execute()
  for (const row of rows.filter((r) => merges.canonical(r.actor_id) === r.actor_id)) {
    const family = rows.filter((r) => merges.canonical(r.actor_id) === row.actor_id)
    const theirs = [...new Set(family.flatMap((r) => r.keys ?? []))].sort()
    const links = Object.assign({}, ...family.map((r) => r.links)) as Links
    const others = family.flatMap((r) => (r.type === row.type ? [] : [r.type]))
    put(pool, { id: row.actor_id, types: [row.type, ...others], names: namesIn(theirs), links }, theirs)
  }
  return pool
}

/**
 * Takes each actor of a reading for one of the world, with the reason, or makes a new one. An actor that the same
 * document linked before under the same name and type keeps its link: what people judged of it stays judged.
 */
export async function linkActors(
  write: Write,
  reading: Pick<Reading, 'actors'>,
  { document, reading: readingId, judgement }: Home,
  merges: Merges,
  again: boolean,
): Promise<ReadonlyMap<string, Linked>> {
  const { resolver, uuid } = write
  const keysOf = new Map(reading.actors.map((actor) => [actor.id, keysFor(actor, resolver)]))
  const pool = await poolFor(write, [...new Set([...keysOf.values()].flatMap(lookedFor))], merges)
  const before: ReadonlyMap<string, LinkDecision> = again ? await linksOf(write, document) : new Map()
  const linked = new Map<string, Linked>()
  const rows = {
    readingActors: [] as NewRow<'reading_actors'>[],
    actors: [] as NewRow<'world_actors'>[],
    keys: [] as NewRow<'actor_keys'>[],
    links: [] as NewRow<'actor_links'>[],
    proposals: [] as NewRow<'conflicts'>[],
  }
  for (const actor of reading.actors) {
    const keys = keysOf.get(actor.id)!
    const readingActor = uuid()
    const decision = before.get(sameAs(actor.name, actor.type)) ?? decide(actor, keys, pool, write)
    const to = decision.to ?? uuid()
    if (decision.to === null) rows.actors.push({ actor_id: to, type: actor.type, links: actor.links ?? {} })
    rows.proposals.push(...decision.perhaps.map((perhaps) => proposalOf(perhaps, to, uuid())))
    rows.keys.push(...learn(pool, actor, to, keys).map((key) => ({ key, actor_id: to })))
    rows.readingActors.push({
      ...asRow(actor),
      reading_actor_id: readingActor,
      reading_id: readingId,
      document_id: document,
    })
    rows.links.push({
      link_id: uuid(),
      reading_actor_id: readingActor,
      document_id: document,
      actor_id: to,
      name: actor.name,
      reason: decision.reason,
      judgement_id: judgement ?? null,
    })
    linked.set(actor.id, { readingActor, actor: to, name: actor.name })
  }
  await insert(write, 'reading_actors', rows.readingActors)
  await insert(write, 'world_actors', rows.actors)
  await insert(write, 'actor_keys', rows.keys, 'skip')
  await insert(write, 'actor_links', rows.links)
  await insert(write, 'conflicts', rows.proposals)
  return linked
}

const proposalOf = (
  { actor, reason }: LinkDecision['perhaps'][number],
  made: string,
  id: string,
): NewRow<'conflicts'> => ({
  ...{ conflict_id: id, kind: 'same-actor', type: 'who', earlier_id: actor, later_id: made, reason },
})

const keysFor = ({ name, aliases, type, links }: Actor, { keysOf }: Resolver): string[] => [
  ...new Set([...[name, ...aliases].flatMap((n) => keysOf(n, type)), ...linkKeys(links ?? {})]),
]

/**
 * Of a full name's letters only whoever is called by them is wanted: of the many whose names begin with the same letters
 * ("Ministry of Foreign Affairs") none is taken for it by them.
 */
const lookedFor = (keys: readonly string[]): string[] =>
  keys.map((key) => {
    const short = NAME_KEY + key.slice(ACRONYM_KEY.length).toLowerCase()
    return key.startsWith(ACRONYM_KEY) && !keys.includes(short) ? short : key
  })

const asRow = ({ id, name, type, aliases, mentions, links }: Actor): NewRow<'reading_actors'> => ({
  local: id,
  name,
  type,
  aliases: [...aliases],
  mentions: [...mentions],
  links: links ?? {},
})

const linkKeys = (links: Links): string[] =>
  Object.entries(links)
    .filter(([, id]) => id)
    .map(([scheme, id]) => `${scheme}:${id}`)
const sameAs = (name: string, type: string): string => `${type}:${name}`

function decide(actor: Actor, keys: readonly string[], pool: Pool, { resolver }: Write): LinkDecision {
  const among = [...new Set(keys.flatMap((key) => [...(pool.byKey.get(key) ?? [])]))]
    .sort()
    .map((id) => pool.known.get(id)!)
  const names = [...new Set(keys.filter((k) => k.startsWith(NAME_KEY)).map((k) => k.slice(NAME_KEY.length)))]
  return resolver.link({ id: actor.id, types: [actor.type], names, links: actor.links ?? {} }, among)
}

/** Links that the document's former readings have now. */
async function linksOf(write: Write, document: string): Promise<ReadonlyMap<string, LinkDecision>> {
  const rows = await write.tx
    .selectFrom('actor_links as l')
    .innerJoin('reading_actors as a', (join) =>
      join.onRef('a.ledger', '=', 'l.ledger').onRef('a.reading_actor_id', '=', 'l.reading_actor_id'),
    )
    .select(['a.name', 'a.type', 'l.actor_id', 'l.reason'])
    .where('l.ledger', '=', write.ledger)
    .where('l.document_id', '=', document)
    .where('l.retracted_at', '=', 'infinity')
    .orderBy('l.link_id')
    .execute()
  return new Map(
    rows.map((row): [string, LinkDecision] => [
      sameAs(row.name, row.type),
      { to: row.actor_id, reason: row.reason, perhaps: [] },
    ]),
  )
}
