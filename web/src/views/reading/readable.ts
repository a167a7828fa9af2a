import type { HeldRecord, KeptReading } from '../../../../src/5-ledger/index.ts'
import { KIND_SEQUENCE } from '../../../../src/export/describe.ts'
import type { Actor, Reading, ReadoutRecord, RecordKind } from '../../../../src/model/index.ts'

/** A report as it is read: just now, or as the ledger keeps it. Records stand in order of place. */
export interface Readable {
  readonly reading: Reading
  /** What the ledger knows of a record besides its reading, by the record's id; empty where nothing is kept. */
  readonly held: ReadonlyMap<string, HeldRecord>
  /** Who tells it all: the name of the publisher. */
  readonly voice: string
}

export const readableOf = (reading: Reading): Readable => ({
  reading,
  held: new Map(),
  voice: reading.document.publisher ?? 'This report',
})

/** Actors that take part in a record but are not named in this reading: they have a name and no place in the text. */
function namedElsewhere(actors: KeptReading['actors'], records: readonly HeldRecord[]): Actor[] {
  const known = new Set(actors.map((actor) => actor.id))
  const others = new Map<string, Actor>()
  for (const { actor: id, name } of records.flatMap((record) => record.parts))
    if (!known.has(id)) others.set(id, { id, name, type: 'other', aliases: [], mentions: [] })
  return [...others.values()]
}

/** A kept report; `also`: records to be shown that the ledger no longer holds, such as one just rejected. */
export function readableOfKept(kept: KeptReading, also: readonly HeldRecord[] = []): Readable {
  const { document, version, actors } = kept
  const there = new Set(kept.records.map((record) => record.id))
  // Words that were read otherwise in another version are no words of this text.
  const records = [...kept.records, ...also.filter((record) => !there.has(record.id))]
    .filter((record) => (record.evidence[0]?.version ?? version) === version)
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
  const of = document.versions.find((v) => v.number === version)
  const read = document.readings.filter((r) => r.version === version).at(-1)
  const reading: Reading = {
    readout: '1',
    reader: read?.reader ?? { name: 'readout', version: '', model: '', vocabulary: '' },
    document: {
      id: document.document,
      language: of?.language ?? 'und',
      text: document.text,
      ...(document.title === null ? {} : { title: document.title }),
      ...(document.publisher === null ? {} : { publisher: document.publisher }),
      ...(document.publishedAt === null ? {} : { publishedAt: document.publishedAt }),
    },
    actors: [...actors.map((actor) => ({ ...actor, aliases: [] })), ...namedElsewhere(actors, records)],
    records: records.map((record) => record.record),
    issues: read?.issues ?? [],
  }
  return {
    reading,
    held: new Map(records.map((record) => [record.id, record])),
    voice: document.publisher ?? 'This report',
  }
}

export interface Group {
  readonly kind: RecordKind
  readonly records: readonly ReadoutRecord[]
}

/** Records by kind, as they are listed: kinds without a record are left out. */
export const groupsOf = (records: readonly ReadoutRecord[]): readonly Group[] =>
  KIND_SEQUENCE.map((kind) => ({ kind, records: records.filter((record) => record.kind === kind) })).filter(
    (group) => group.records.length > 0,
  )
