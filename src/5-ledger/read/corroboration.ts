import { fold, ReadoutError, type Testimony } from '../../model/index.ts'
import type { Corroboration, HeldRecord } from '../held.ts'
import type { Times } from '../query.ts'
import type { Db, Store } from '../schema.ts'
import { ask, OPEN } from '../store/rows.ts'
import { uuids } from '../store/select.ts'
import { group, readRecords } from './records.ts'
import { moment } from './times.ts'

const EVERY = 1_000_000

/** On how many independent words clusters, or records alone, stand: in the order of the ids, in as many questions as for one. */
export async function readCorroborations(
  store: Store,
  ids: readonly string[],
  times: Times = {},
): Promise<readonly Corroboration[]> {
  if (ids.length === 0) return []
  const members = group(await readRecords(store, { ...times, clusters: ids, limit: EVERY }), (r) => r.cluster!)
  const others = ids.filter((id) => !members.has(id))
  const alone = others.length === 0 ? [] : await readRecords(store, { ...times, ids: others, limit: others.length })
  for (const record of alone) members.set(record.id, [record])
  const missing = ids.find((id) => !members.has(id))
  if (missing !== undefined) throw new ReadoutError('not-found', `no record or cluster ${missing} in the ledger`)
  const records = [...members.values()].flat()
  const told = await ask(store, () => testimonies(store, records, moment(times.known)))
  const of = new Map(told.map((testimony) => [testimony.record, testimony]))
  return ids.map((id) => {
    const own = members.get(id)!
    const documents = new Set(own.map((r) => r.citation.document))
    const among = own.map((r) => of.get(r.id)!)
    const origins = store.resolver.origins(
      among.map((t) => ({ ...t, copies: t.copies.filter((d) => documents.has(d)) })),
    )
    return { reports: documents.size, origins }
  })
}

/**
 * What tells whether the records' words are each their own, with the copies among all of them, as known then: a copy or
 * an owner that came to light later does not change what was answered before.
 */
async function testimonies(
  { db, ledger }: Store,
  records: readonly HeldRecord[],
  known: string | null,
): Promise<Testimony[]> {
  const by = known ?? OPEN
  const documents = [...new Set(records.map((r) => r.citation.document))]
  const copies = await db
    .selectFrom('copies')
    .select(['document_id', 'of_document'])
    .where('ledger', '=', ledger)
    .where('document_id', '=', uuids(documents))
    .where('of_document', '=', uuids(documents))
    .where('recorded_at', '<=', by)
    .execute()
  const sources = [...new Set(records.flatMap((r) => r.record.sources))]
  const media = await db
    .selectFrom('world_actors')
    .select('actor_id')
    .where('ledger', '=', ledger)
    .where('actor_id', '=', uuids(sources))
    .where('type', '=', 'media')
    .execute()
  const isMedia = new Set(media.map((m) => m.actor_id))
  const groupOf = await groupsOf(db, ledger, by)
  const copiesOf = group(copies, (c) => c.document_id)
  return records.map((r) => {
    const publisher = r.citation.publisher === null ? null : fold(r.citation.publisher)
    return {
      record: r.id,
      document: r.citation.document,
      publisher,
      group: publisher === null ? null : (groupOf.get(publisher) ?? null),
      sources: r.record.sources,
      media: r.parts.filter((p) => p.part === 'source' && isMedia.has(p.actor)).map((p) => fold(p.name)),
      publishedOn: r.publishedOn,
      copies: (copiesOf.get(r.citation.document) ?? []).map((c) => c.of_document),
    }
  })
}

/** Whose publishers are, by their folded names: the last word on each, as known by then. */
async function groupsOf(db: Db, ledger: string, by: string): Promise<ReadonlyMap<string, string | null>> {
  const groups = await db
    .selectFrom('publishers as p')
    .innerJoin('publisher_ratings as r', (join) =>
      join.onRef('r.ledger', '=', 'p.ledger').onRef('r.publisher_id', '=', 'p.publisher_id'),
    )
    .select(['p.fold', 'r.group_name'])
    .where('p.ledger', '=', ledger)
    .where('r.recorded_at', '<=', by)
    .orderBy('r.recorded_at')
    .execute()
  return new Map(groups.map((g) => [g.fold, g.group_name]))
}
