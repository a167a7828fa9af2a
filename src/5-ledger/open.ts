import { Kysely, sql } from 'kysely'
import type { Ledger, Options, Place } from './index.ts'
import { merge, split } from './judge/actors.ts'
import { splitCluster } from './judge/clusters.ts'
import { placeActor } from './judge/places.ts'
import { decide } from './judge/proposals.ts'
import { ratePublisher } from './judge/publishers.ts'
import { accept, correct, reject, retract } from './judge/records.ts'
import { undo } from './judge/undo.ts'
import { readActors, readLinks } from './read/actors.ts'
import { readClusters, readContradictions, readJudgements, readProposals } from './read/clusters.ts'
import { readCorroborations } from './read/corroboration.ts'
import { readDays } from './read/days.ts'
import { readDocuments, readPublishers } from './read/documents.ts'
import { findReports } from './read/found-reports.ts'
import { holds } from './read/holds.ts'
import { readNames } from './read/names.ts'
import { readNewest, readOldest } from './read/newest.ts'
import { readPositions } from './read/positions.ts'
import { readReading } from './read/reading.ts'
import { countRecords, readRecords } from './read/records.ts'
import type { Store, Tables } from './schema.ts'
import { beginFolder } from './store/begin.ts'
import { explain } from './store/errors.ts'
import { lockFolder } from './store/lock.ts'
import { migrate } from './store/migrate.ts'
import { openPGlite, pgliteDialect } from './store/pglite.ts'
import { openPool, postgresDialect } from './store/postgres.ts'
import { backup } from './upkeep/backup.ts'
import { doctor } from './upkeep/doctor.ts'
import { uuidMaker } from './uuid.ts'
import { addReading } from './write/add-reading.ts'

interface Opened {
  readonly db: Kysely<Tables>
  /** Writes the whole database as a file, where the store can. */
  readonly dump: (() => Promise<Blob>) | null
  readonly close: () => Promise<void>
}

async function openFolder(folder: string): Promise<Opened> {
  const unlock = lockFolder(folder)
  try {
    beginFolder(folder)
    const client = await openPGlite(folder)
    const db = new Kysely<Tables>({ dialect: pgliteDialect(client) })
    const dump = async (): Promise<Blob> => client.dumpDataDir('gzip')
    return { db, dump, close: () => db.destroy().finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

async function openServer(databaseUrl: string): Promise<Opened> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(openPool(databaseUrl)) })
  return { db, dump: null, close: () => db.destroy() }
}

/** Opens the ledger, makes it where there is none, and brings its tables up to date. */
export async function openStore(place: Place, { clock, resolver, ledger = 'main' }: Options): Promise<Ledger> {
  const opened = await ('folder' in place ? openFolder(place.folder) : openServer(place.databaseUrl)).catch(
    (error: unknown) => {
      throw explain(error)
    },
  )
  const store: Store = { db: opened.db, ledger, clock, uuid: uuidMaker(clock), resolver }
  try {
    await migrate(store.db)
    await enter(store)
  } catch (error) {
    await opened.close()
    throw explain(error)
  }
  return ledgerOf(store, opened)
}

/** The row that writes of this ledger wait at. */
async function enter({ db, clock, ledger }: Store): Promise<void> {
  const created = new Date(Math.floor(clock())).toISOString()
  await sql`insert into ledgers (ledger, created_at) values (${ledger}, ${created}) on conflict do nothing`.execute(db)
}

async function openNamed(store: Store, opened: Opened, ledger: string): Promise<Ledger> {
  const named = { ...store, ledger }
  await enter(named)
  return ledgerOf(named, opened)
}

const ledgerOf = (store: Store, { dump, close }: Opened): Ledger => ({
  addReading: (reading, provenance = {}) => addReading(store, reading, provenance),
  holds: (told, provenance = {}) => holds(store, told, provenance),
  newest: (known) => readNewest(store, known),
  oldest: () => readOldest(store),
  days: () => readDays(store),
  documents: (query) => readDocuments(store, query),
  find: (words, query) => findReports(store, words, query),
  reading: (document, of) => readReading(store, document, of),
  records: (query) => readRecords(store, query),
  count: (query) => countRecords(store, query),
  actors: (query) => readActors(store, query),
  names: (ids, known) => readNames(store, ids, known),
  links: (actor, times) => readLinks(store, actor, times),
  clusters: (query) => readClusters(store, query),
  corroboration: async (id, times) => (await readCorroborations(store, [id], times))[0]!,
  corroborations: (ids, times) => readCorroborations(store, ids, times),
  contradictions: (query) => readContradictions(store, query),
  proposals: (known) => readProposals(store, known),
  judgements: (known) => readJudgements(store, known),
  publishers: (known) => readPublishers(store, known),
  positions: (known) => readPositions(store, known),
  placeActor: (actor, position, who) => placeActor(store, actor, position, who),
  ratePublisher: (name, rating, who) => ratePublisher(store, name, rating, who),
  accept: (record, who) => accept(store, record, who),
  reject: (record, who) => reject(store, record, who),
  correct: (record, correction, who) => correct(store, record, correction, who),
  retract: (record, who) => retract(store, record, who),
  merge: (first, second, who) => merge(store, first, second, who),
  split: (actor, links, who) => split(store, actor, links, who),
  splitCluster: (cluster, records, who) => splitCluster(store, cluster, records, who),
  decide: (proposal, decision, who) => decide(store, proposal, decision, who),
  undo: (who, judgement) => undo(store, who, judgement),
  backup: (file) => backup(store, dump, file),
  doctor: () => doctor(store),
  named: (ledger) => openNamed(store, { dump, close, db: store.db }, ledger),
  close,
})
