import { openPack, type Pack } from './pack.ts'
import type { DataSource } from './source.ts'

/** Features of which each adds its row of numbers. */
export interface FeatureRows {
  /** The row of a feature. */
  readonly rows: ReadonlyMap<string, number>
  readonly width: number
  readonly data: Int8Array
  readonly scale: Float32Array
}

/** A matrix of float32, row after row, with a bias for each row. */
export interface Layer {
  readonly rows: number
  readonly weights: Float32Array
  readonly bias: Float32Array
}

/** What decides which words name a record and who takes part in it: train/records says how it was made. */
export interface RecordsModel {
  readonly pack: Pack
  /** The answers among which one choice is made for each kind, in the order of `answer`. */
  readonly groups: Readonly<Record<string, readonly string[]>>
  /** Kinds of records in the order of `kindRows`. */
  readonly kinds: readonly string[]
  /** Roles in the order of `role`. */
  readonly roles: readonly string[]
  /** Numbers that a word has as one that may name something, and as one end of a pair. */
  readonly naming: number
  readonly taking: number
  readonly nameFeatures: FeatureRows
  readonly pairFeatures: FeatureRows
  readonly answer: Layer
  readonly role: Layer
  /** [kind][taking] */
  readonly kindRows: Float32Array
}

const FILE = 'models/records.bin'

export function loadRecordsModel(source: DataSource): RecordsModel {
  const pack = openPack(FILE, source.bytes(FILE))
  const meta = pack.meta as unknown as Pick<RecordsModel, 'groups' | 'kinds' | 'roles' | 'naming' | 'taking'>
  const features = (name: string): FeatureRows => {
    const { columns, data, scale } = pack.matrix(name)
    return { rows: new Map(pack.lines(`${name}.features`).map((key, row) => [key, row])), width: columns, data, scale }
  }
  const layer = (name: string): Layer => {
    const bias = pack.floats(`${name}.bias`)
    return { rows: bias.length, weights: pack.floats(name), bias }
  }
  return {
    pack,
    groups: meta.groups,
    kinds: meta.kinds,
    roles: meta.roles,
    naming: meta.naming,
    taking: meta.taking,
    nameFeatures: features('naming'),
    pairFeatures: features('taking'),
    answer: layer('naming.answer'),
    role: layer('taking.role'),
    kindRows: pack.floats('taking.kinds'),
  }
}
