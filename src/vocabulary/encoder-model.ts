import { openPack, type Pack } from './pack.ts'
import { loadRecordsModel, type RecordsModel } from './records-model.ts'
import type { DataSource } from './source.ts'

/** The weights of the encoder and its heads; train/encoder says how they were made, data/models/encoder.md how good they are. */
export interface EncoderModel {
  readonly layers: number
  /** The row of each word piece. */
  readonly pieces: ReadonlyMap<string, number>
  /** "UPOS|XPOS" */
  readonly tags: readonly (readonly [upos: string, xpos: string])[]
  readonly relations: readonly string[]
  /** BILOU labels of names. */
  readonly names: readonly string[]
  /** Sizes of the arc and of the relation projections. */
  readonly arcs: number
  readonly labels: number
  readonly pack: Pack
  /** What was learned on top of the encoder about records. */
  readonly records: RecordsModel
  /** The compiled kernel/. */
  readonly kernel: Uint8Array
}

const WEIGHTS = 'models/encoder.bin'
const KERNEL = 'models/kernel.wasm'

export function loadEncoderModel(source: DataSource): EncoderModel {
  const pack = openPack(WEIGHTS, source.bytes(WEIGHTS))
  const meta = pack.meta as Pick<EncoderModel, 'layers' | 'relations' | 'names' | 'arcs' | 'labels'> & {
    readonly tags: readonly string[]
  }
  return {
    layers: meta.layers,
    pieces: new Map(pack.lines('pieces.keys').map((piece, row) => [piece, row])),
    tags: meta.tags.map((tag) => tag.split('|') as [string, string]),
    relations: meta.relations,
    names: meta.names,
    arcs: meta.arcs,
    labels: meta.labels,
    pack,
    records: loadRecordsModel(source),
    kernel: source.bytes(KERNEL),
  }
}
