import { resolver } from '../../src/4-resolve/index.ts'
import type { Tables } from '../../src/5-ledger/schema.ts'
import type { NewRow } from '../../src/5-ledger/store/rows.ts'
import { uuidMaker } from '../../src/5-ledger/uuid.ts'
import { toResolved } from '../../src/5-ledger/write/candidates.ts'
import { FIRST, nearOf } from '../../src/5-ledger/write/cluster.ts'
import { hashOf, keysOf } from '../../src/5-ledger/write/identity.ts'
import { newRecord, publishedOn } from '../../src/5-ledger/write/record-rows.ts'
import { type Actor, fold, type Reading, type ResolvedRecord } from '../../src/model/index.ts'
import { type Columns, type Copy, CopyText } from './copy.ts'

type Table = keyof Tables & string
const NOBODY_MERGED = { canonical: (id: string) => id, family: (id: string) => [id] }
const START = Date.parse('2036-01-01')

interface Place {
  readonly document: string
  readonly reading: string
  readonly at: string
}
/** An actor of a reading as its records name it. */
interface Linked {
  readonly reading_actor_id: string
  readonly actor_id: string
  readonly name: string
  readonly local: string
}
interface Held {
  readonly id: string
  readonly again: { readonly code: string; readonly text: string }
}

/**
 * The rows that adding reports one by one gives, with who is whom and what was told lately kept in memory instead of
 * asked for. Each report is compared with those of its own three alone: with the others it shares no facts but by chance.
 */
export class RowMaker {
  readonly actors = new Map<string, Held>()
  readonly #uuid = uuidMaker(() => START)
  readonly #publishers = new Map<string, string>()
  readonly #clusterOf = new Map<string, string>()
  #recent: ResolvedRecord[] = []
  readonly #text: CopyText

  constructor(ledger: string, columns: Columns) {
    this.#text = new CopyText(ledger, columns)
  }

  /** The rows made since the last time. */
  readonly take = (): Copy[] => this.#text.take()

  /** The `n`th report of the world. */
  add(n: number, reading: Reading): void {
    if (n % 3 === 0) this.#forget()
    const { document, reader } = reading
    const [id, version] = [this.#uuid(), this.#uuid()]
    const place = { document: id, reading: this.#uuid(), at: new Date(START + n * 60_000).toISOString() }
    this.#addDocument(reading, place)
    const { title, url, publisher, publishedAt, language, text } = document
    const described = { title: title!, url: url!, publisher: publisher!, published_at: publishedAt!, language, text }
    const facts = { ...described, text_hash: hashOf(text), published_on: publishedOn(document), changes: [] }
    this.#put('versions', place, [{ document_id: id, number: 1, version_id: version, ...facts }])
    const bands = resolver.sign(text).bands.map((band) => ({ band, version_id: version, document_id: id }))
    this.#put('version_bands', place, bands)
    const row = { reading_id: place.reading, document_id: id, version_id: version, issues: [] }
    this.#put('readings', place, [{ ...row, reader, reader_key: JSON.stringify(reader) }])
    this.#addRecords(reading, place, new Map(reading.actors.map((actor) => [actor.id, this.#addActor(actor, place)])))
    this.#put('commits', place, [{ action: 'add', subject: id, by_whom: null }])
  }

  #put<T extends Table>(table: T, { at }: Place, rows: readonly NewRow<T>[]): void {
    this.#text.add(table, at, rows)
  }

  #forget(): void {
    this.#recent = []
    this.#clusterOf.clear()
  }

  #addDocument({ document }: Reading, place: Place): void {
    const name = document.publisher!
    const known = this.#publishers.get(name)
    const publisher = known ?? this.#uuid()
    this.#publishers.set(name, publisher)
    if (!known) this.#put('publishers', place, [{ publisher_id: publisher, name, fold: fold(name) }])
    this.#put('documents', place, [{ document_id: place.document, publisher_id: publisher }])
    const { sure, title, text } = keysOf(document, {})
    const keys = [...sure, title!, text].map((key) => ({ key, document_id: place.document }))
    this.#put('document_keys', place, keys)
  }

  #addActor(actor: Actor, place: Place): Linked {
    const { id: local, name, type, aliases, mentions } = actor
    const had = this.actors.get(name)
    const known = had ?? this.#newActor(actor, place)
    const own = this.#uuid()
    const ids = { reading_actor_id: own, document_id: place.document }
    const said = { name, type, aliases: [...aliases], mentions: [...mentions], links: {} }
    this.#put('reading_actors', place, [{ ...ids, reading_id: place.reading, local, ...said }])
    const reason = had ? had.again : resolver.link({ id: local, types: [type], names: [], links: {} }, []).reason
    const link = { link_id: this.#uuid(), actor_id: known.id, name, reason, judgement_id: null }
    this.#put('actor_links', place, [{ ...ids, ...link }])
    return { reading_actor_id: own, actor_id: known.id, name, local }
  }

  #newActor({ name, type }: Actor, place: Place): Held {
    const id = this.#uuid()
    const names = [fold(name)]
    const { reason } = resolver.link({ id: 'again', types: [type], names, links: {} }, [
      { id, types: [type], names, links: {} },
    ])
    const held = { id, again: reason }
    this.actors.set(name, held)
    this.#put('world_actors', place, [{ actor_id: id, type, links: {} }])
    this.#put(
      'actor_keys',
      place,
      resolver.keysOf(name, type).map((key) => ({ key, actor_id: id })),
    )
    return held
  }

  #addRecords(reading: Reading, place: Place, linked: ReadonlyMap<string, Linked>): void {
    const { document, reading: readingId } = place
    const ids = new Map(reading.records.map((record) => [record.id, this.#uuid()]))
    const fresh = reading.records.map((record) => {
      const { row, parts, spans } = newRecord(record, reading)
      const id = ids.get(record.id)!
      const antecedent = record.kind === 'dependency' && {
        antecedent: { ...record.antecedent, record: ids.get(record.antecedent.record ?? '') },
      }
      const given = { ...row, record_id: id, document_id: document, reading_id: readingId, retracted_why: null }
      const state = { publisher: reading.document.publisher!, review: 'proposed' as const, judgement_id: null }
      this.#put('records', place, [{ ...given, ...state, payload: { ...record, ...antecedent, id } as typeof record }])
      const { kind, subtype, day } = row
      const rows = parts.map(({ part, position, local }) => ({ part, position, ...linked.get(local)! }))
      const of = { record_id: id, kind, subtype, day }
      this.#put(
        'record_actors',
        place,
        rows.map((r) => ({ ...r, ...of })),
      )
      this.#put('anchors', place, [{ record_id: id, document_id: document, version: 1, spans }])
      return toResolved(given, rows, NOBODY_MERGED)
    })
    this.#compare(fresh, place)
    this.#recent.push(...fresh)
  }

  #compare(fresh: readonly ResolvedRecord[], place: Place): void {
    const among = nearOf(this.#recent)
    for (const record of fresh) {
      const others = among(record)
      const match = resolver.match(record, others)
      if (match) this.#join(record, others.find((r) => r.id === match.record)!, match.reason, place)
      for (const other of others) {
        const found = resolver.conflict(other, record)
        const ids = { conflict_id: this.#uuid(), earlier_id: other.id, later_id: record.id }
        if (found) this.#put('conflicts', place, [{ ...ids, ...found }])
      }
    }
  }

  #join(record: ResolvedRecord, first: ResolvedRecord, reason: typeof FIRST, place: Place): void {
    const had = this.#clusterOf.get(first.id)
    const cluster = had ?? this.#uuid()
    const kind = record.kind === 'event' ? ('happening' as const) : ('fact' as const)
    if (!had) this.#put('clusters', place, [{ cluster_id: cluster, kind }])
    const member = (r: ResolvedRecord, why: typeof FIRST) => {
      this.#clusterOf.set(r.id, cluster)
      const ids = { cluster_id: cluster, record_id: r.id, document_id: r.document }
      return { ...ids, reason: why, judgement_id: null }
    }
    this.#put('cluster_members', place, [...(had ? [] : [member(first, FIRST)]), member(record, reason)])
  }
}
