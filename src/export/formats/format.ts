import type { HeldDocument, HeldRecord, WorldActor } from '../../5-ledger/index.ts'
import type { FoundPlace, Position, RecordKind } from '../../model/index.ts'

/** Some of the records that are exported, with what stands around them. */
export interface Material {
  readonly records: readonly HeldRecord[]
  /** The world's actors that take part in them. */
  readonly actorOf: (id: string) => WorldActor | undefined
  /** Their reports, where the format asks for them. */
  readonly reportOf: (id: string) => HeldDocument | undefined
  /** Other records of their reports, of the kinds that the format asks for. */
  readonly beside: (document: string) => readonly HeldRecord[]
}

/** Where a place lies: placed by hand, or what kind of place the gazetteer has there. */
export interface Located extends Position {
  readonly by: 'hand' | FoundPlace['kind']
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
}

export interface Setting {
  /** The last write to the ledger that the export knows of; ISO date-time. */
  readonly at: string
  readonly locate: (place: WorldActor) => Located | null
  /** Told of every record that the format cannot say, and why. */
  readonly leaveOut: (why: string) => void
}

/** A way to write records down. Text (or bytes) is yielded in pieces: nothing but the smallest formats is held whole. */
export interface Format {
  readonly name: string
  readonly title: string
  /** Of a file's name, without the dot. */
  readonly extension: string
  readonly mediaType: string
  /** It writes bytes, and nothing that a terminal could show. */
  readonly binary?: true
  /** Kinds of record that the format can say; others are not asked for. */
  readonly kinds: readonly RecordKind[]
  readonly subtypes?: readonly string[]
  /** Needs the reports' texts. */
  readonly reports?: boolean
  readonly beside?: readonly RecordKind[]
  readonly write: (pages: AsyncIterable<Material>, setting: Setting) => AsyncIterable<string | Uint8Array>
}

type RowOf = (record: HeldRecord, material: Material, setting: Setting) => string | null

/** A format of one piece of text a record, between a head and a tail; null: the record is left out. */
export const rowByRow = (rowOf: RowOf, head = '', tail = '', between = ''): Format['write'] =>
  async function* (pages, setting) {
    if (head) yield head
    let begun = false
    for await (const material of pages) {
      const rows = material.records.flatMap((record) => rowOf(record, material, setting) ?? [])
      if (rows.length === 0) continue
      yield (begun ? between : '') + rows.join(between)
      begun = true
    }
    if (tail) yield tail
  }

export const jsonLine = (value: unknown): string => `${JSON.stringify(value)}\n`
