import { createHash } from 'node:crypto'
import { ReadoutError } from '../model/errors.ts'
import { type Matrix, openPack, type Pack } from './pack.ts'
import type { DataSource } from './source.ts'

/** Embeddings: which row a key has. Rows 0 and 1 are padding and the unknown key. */
export interface Table {
  readonly rows: ReadonlyMap<string, number>
  readonly vectors: Matrix
}

export interface LstmDirection {
  readonly input: Matrix
  readonly state: Matrix
}

/** The weights of the tagger and parser; train/parser says how they were made, data/models/parser.md how good they are. */
export interface ParserModel {
  /** Hash of the trained weights: tells which model a reading was made with. */
  readonly id: string
  /** "UPOS|XPOS" */
  readonly tags: readonly (readonly [upos: string, xpos: string])[]
  readonly relations: readonly string[]
  /** Units of one LSTM direction; sizes of the arc and of the label projections. */
  readonly hidden: number
  readonly arcs: number
  readonly labels: number
  /** Frozen GloVe vectors, by lower-case word. */
  readonly glove: Table
  /** Trained with the parser, summed with GloVe. */
  readonly words: Table
  readonly affixes: readonly Table[]
  readonly layers: readonly (readonly [forward: LstmDirection, backward: LstmDirection])[]
  readonly tag: Matrix
  /** Rows: arc dependent, label dependent, arc head, label head. */
  readonly projection: Matrix
  readonly arc: Matrix
  readonly label: Matrix
  /** The compiled kernel/. */
  readonly kernel: Uint8Array
  /** The root's head projections (arc, then label). */
  readonly root: Float32Array
}

const WORDS = 'models/parser-words.bin'
const TRAINED = 'models/parser.bin'
const KERNEL = 'models/kernel.wasm'
const AFFIXES = [0, 1, 2, 3, 4]

function table(keys: readonly string[], vectors: Matrix): Table {
  if (vectors.rows !== keys.length + 2)
    throw new ReadoutError('vocabulary-invalid', 'data/models: a table of the parser has more vectors than keys')
  const rows = new Map<string, number>()
  for (let i = 0; i < keys.length; i++) rows.set(keys[i]!, i + 2)
  return { rows, vectors }
}

function layer(pack: Pack, number: number) {
  const direction = (name: string): LstmDirection => ({
    input: pack.matrix(`lstm${number}.${name}.input`),
    state: pack.matrix(`lstm${number}.${name}.state`),
  })
  return [direction('forward'), direction('backward')] as const
}

export function loadParserModel(source: DataSource): ParserModel {
  const frozen = openPack(WORDS, source.bytes(WORDS))
  const trained = source.bytes(TRAINED)
  const pack = openPack(TRAINED, trained)
  const meta = pack.meta as { tags: string[]; relations: string[]; hidden: number; arcs: number; labels: number }
  return {
    id: createHash('sha256').update(trained).digest('hex').slice(0, 16),
    tags: meta.tags.map((tag) => tag.split('|') as [string, string]),
    relations: meta.relations,
    hidden: meta.hidden,
    arcs: meta.arcs,
    labels: meta.labels,
    glove: table(frozen.lines('keys'), frozen.matrix('vectors')),
    words: table(pack.lines('words.keys'), pack.matrix('words')),
    affixes: AFFIXES.map((i) => table(pack.lines(`affix${i}.keys`), pack.matrix(`affix${i}`))),
    layers: [layer(pack, 1), layer(pack, 2)],
    tag: pack.matrix('tag'),
    projection: pack.matrix('projection'),
    arc: pack.matrix('arc'),
    label: pack.matrix('label'),
    kernel: source.bytes(KERNEL),
    root: pack.floats('root'),
  }
}
