import type { ActorType } from '../../model/index.ts'
import type { Who } from '../index.ts'
import type { Judgement } from '../judged.ts'
import { mergesAt } from '../merges.ts'
import type { LinkRow, Store, Write } from '../schema.ts'
import { insert, OPEN, write } from '../store/rows.ts'
import { shut } from '../store/select.ts'
import { missing, record, refuse } from './rows.ts'

/** What an actor of the world was first read as. Throws `not-found`. */
export async function mustExist(w: Write, actor: string): Promise<ActorType> {
  const row = await w.tx
    .selectFrom('world_actors')
    .select('type')
    .where('ledger', '=', w.ledger)
    .where('actor_id', '=', actor)
    .executeTakeFirst()
  if (!row) throw missing('actor', actor)
  return row.type
}

export const merge = (store: Store, first: string, second: string, who: Who): Promise<Judgement> =>
  write(store, async (w) => {
    for (const actor of [first, second]) await mustExist(w, actor)
    const merges = await mergesAt(w, null, w.tx)
    const [into, from] = [merges.canonical(first), merges.canonical(second)]
    if (into === from) throw refuse('the two are one actor already')
    const judgement = w.uuid()
    await openMerge(w, into, from, judgement)
    return record(w, judgement, who, { action: 'merge', targets: [into, from] })
  })

export const openMerge = (w: Write, into: string, from: string, judgement: string): Promise<void> =>
  insert(w, 'actor_merges', [{ actor_id: from, canonical_id: into, judgement_id: judgement }])

/** With links: they become an actor of their own. Without: what was merged into the actor comes apart. */
export const split = (store: Store, actor: string, links: readonly string[], who: Who): Promise<Judgement> =>
  write(store, async (w) => {
    const type = await mustExist(w, actor)
    const merges = await mergesAt(w, null, w.tx)
    const judgement = w.uuid()
    if (links.length === 0) {
      const parts = merges.family(actor).filter((member) => member !== merges.canonical(actor))
      if (parts.length === 0) throw refuse('nothing was merged into this actor: name the links to take out')
      await closeMerges(w, parts)
      return record(w, judgement, who, { action: 'split', targets: [merges.canonical(actor), ...parts] })
    }
    const rows = await openLinks(w, links)
    if (
      rows.length !== new Set(links).size ||
      rows.some((row) => merges.canonical(row.actor_id) !== merges.canonical(actor))
    )
      throw refuse('not all of these links are open links of this actor')
    const own = w.uuid()
    await insert(w, 'world_actors', [{ actor_id: own, type, links: {} }])
    const keys = rows.flatMap((row) => w.resolver.keysOf(row.name, type))
    await insert(
      w,
      'actor_keys',
      [...new Set(keys)].map((key) => ({ key, actor_id: own })),
    )
    await relink(w, rows, () => own, judgement, { code: 'split', text: `by ${who.by}: ${who.why}` })
    return record(w, judgement, who, {
      action: 'split',
      targets: [actor, own],
      before: rows.map((row) => ({ link: row.reading_actor_id, actor: row.actor_id })),
    })
  })

export async function closeMerges(w: Write, actors: readonly string[]): Promise<void> {
  await shut(w, 'actor_merges', 'actor_id', actors)
}

const openLinks = (w: Write, links: readonly string[]): Promise<LinkRow[]> =>
  w.tx
    .selectFrom('actor_links')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('link_id', 'in', links)
    .where('retracted_at', '=', OPEN)
    .orderBy('link_id')
    .execute()

/** Closes links and the parts in records that go by them, and opens the same to other actors. */
export async function relink(
  w: Write,
  rows: readonly LinkRow[],
  to: (row: LinkRow) => string,
  judgement: string,
  reason: LinkRow['reason'],
): Promise<void> {
  const target = new Map(rows.map((row) => [row.reading_actor_id, to(row)]))
  const who = [...target.keys()]
  await shut(w, 'actor_links', 'link_id', new Set(rows.map((r) => r.link_id)))
  await insert(
    w,
    'actor_links',
    rows.map((r) => ({
      ...r,
      link_id: w.uuid(),
      actor_id: target.get(r.reading_actor_id)!,
      reason,
      judgement_id: judgement,
      recorded_at: w.at,
      retracted_at: OPEN,
    })),
  )
  const parts = await w.tx
    .selectFrom('record_actors')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('reading_actor_id', 'in', who)
    .where('retracted_at', '=', OPEN)
    .execute()
  await shut(w, 'record_actors', 'reading_actor_id', who)
  await insert(
    w,
    'record_actors',
    parts.map((p) => ({
      ...p,
      day: p.day ?? OPEN,
      actor_id: target.get(p.reading_actor_id)!,
      recorded_at: w.at,
      retracted_at: OPEN,
    })),
  )
}

/** The actors that links led to before a split, by their actor of the reading. */
export async function restoreLinks(
  w: Write,
  before: readonly { readonly link: string; readonly actor: string }[],
  judgement: string,
  who: Who,
): Promise<void> {
  const was = new Map(before.map((b) => [b.link, b.actor]))
  const rows = await w.tx
    .selectFrom('actor_links')
    .selectAll()
    .where('ledger', '=', w.ledger)
    .where('reading_actor_id', 'in', [...was.keys()])
    .where('retracted_at', '=', OPEN)
    .orderBy('link_id')
    .execute()
  await relink(w, rows, (row) => was.get(row.reading_actor_id)!, judgement, {
    code: 'undo',
    text: `by ${who.by}: ${who.why}`,
  })
}
