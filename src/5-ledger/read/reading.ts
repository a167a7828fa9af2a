import { bySpan, ReadoutError, type Span } from '../../model/index.ts'
import type { HeldDocument, HeldRecord, KeptReading, ReadActor } from '../held.ts'
import { mergesAt } from '../merges.ts'
import type { Store } from '../schema.ts'
import { ask } from '../store/rows.ts'
import { openAt } from '../store/select.ts'
import { readDocuments } from './documents.ts'
import { group, readRecords } from './records.ts'
import { moment } from './times.ts'

const PAGE = 1000

/** A version of a document as it is read: who is named where in it, and the records that stand in it. */
export async function readReading(
  store: Store,
  id: string,
  { version, known }: { readonly version?: number; readonly known?: string } = {},
): Promise<KeptReading> {
  const [held] = await readDocuments(store, { ids: [id], ...(known === undefined ? {} : { known }) })
  if (!held) throw new ReadoutError('not-found', `no document ${id} in the ledger`)
  const number = version ?? held.version
  if (!held.versions.some((v) => v.number === number))
    throw new ReadoutError('not-found', `document ${id} has no version ${number}: its newest is ${held.version}`)
  const then = lastMomentOf(held, number) ?? known
  const at = then === undefined ? {} : { known: then }
  const [own] = await readDocuments(store, { ids: [id], ...at })
  return {
    document: { ...own!, versions: held.versions, readings: held.readings },
    version: number,
    actors: await actorsOf(store, own!, moment(then)),
    records: (await recordsOf(store, id, at)).sort(byPlace),
  }
}

/** A version before the newest is shown as it stood until the next one was recorded. */
function lastMomentOf({ versions }: HeldDocument, number: number): string | undefined {
  const next = versions.find((v) => v.number === number + 1)
  return next && new Date(Date.parse(next.recordedAt) - 1).toISOString()
}

async function recordsOf(store: Store, document: string, at: { readonly known?: string }): Promise<HeldRecord[]> {
  const records: HeldRecord[] = []
  for (;;) {
    const page = await readRecords(store, { documents: [document], ...at, limit: PAGE, offset: records.length })
    records.push(...page)
    if (page.length < PAGE) return records
  }
}

const none: Span = { start: 0, end: 0 }
const byPlace = (a: HeldRecord, b: HeldRecord): number =>
  bySpan(a.evidence[0] ?? none, b.evidence[0] ?? none) || (a.id < b.id ? -1 : 1)

/** The actors of the reading that stood then, each world actor once, those named first in the text first. */
async function actorsOf(store: Store, document: HeldDocument, known: string | null): Promise<ReadActor[]> {
  const reading = document.readings.find((r) => r.version === document.version && r.replacedAt === null)
  if (!reading) return []
  const rows = await ask(store, (db) =>
    db
      .selectFrom('reading_actors as a')
      .innerJoin('actor_links as l', (join) =>
        join.onRef('l.ledger', '=', 'a.ledger').onRef('l.reading_actor_id', '=', 'a.reading_actor_id'),
      )
      .select(['l.actor_id', 'a.name', 'a.type', 'a.mentions'])
      .where('a.ledger', '=', store.ledger)
      .where('a.reading_id', '=', reading.id)
      .where(openAt(known, 'l.'))
      .orderBy('a.reading_actor_id')
      .execute(),
  )
  const merges = await mergesAt(store, known)
  const actors = [...group(rows, (row) => merges.canonical(row.actor_id))].map(([id, own]): ReadActor => {
    const [{ name, type }] = own as [(typeof own)[number]]
    return { id, name, type, mentions: own.flatMap((row) => row.mentions).sort(bySpan) }
  })
  return actors.sort((a, b) => bySpan(a.mentions[0] ?? none, b.mentions[0] ?? none) || (a.id < b.id ? -1 : 1))
}
