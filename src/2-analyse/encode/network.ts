import type { EncoderModel } from '../../vocabulary/encoder-model.ts'
import type { Piecewise } from './batches.ts'
import type { Machine, Packed, Table } from './machine.ts'

const WIDTH = 384
const ATTENTION_HEADS = 12
/** Keys of a sentence are filled up to whole groups of this many: see kernel/attention.ts. */
const KEYS = 16

interface Norm {
  readonly gain: number
  readonly bias: number
}

interface Layer {
  readonly qkv: Packed
  readonly out: Packed
  readonly norm1: Norm
  readonly widen: Packed
  readonly narrow: Packed
  readonly norm2: Norm
}

/** A vector a word, [words][384] float32 in the kernel's memory: the layers' outputs, each times its weight. */
export interface Mix {
  readonly at: number
  readonly weights: Float32Array
}

/** The encoder's layers over the kernel: word pieces of a batch of sentences to vectors of their words. */
export class Network {
  static readonly width = WIDTH
  readonly #machine: Machine
  readonly #tables: readonly Table[]
  readonly #norm: Norm
  readonly #layers: readonly Layer[]
  readonly #mixes: Mix[] = []
  readonly #scratch: Readonly<Record<'rows' | 'ends' | 'x' | 'y' | 'qkv' | 'mixed' | 'wide' | 'keys', number>>

  constructor(machine: Machine, { pack, layers }: EncoderModel) {
    this.#machine = machine
    const matrix = (name: string): Packed => machine.matrix(pack.matrix(name))
    const norm = (name: string): Norm => ({
      gain: machine.put(pack.floats(`${name}.gain`)),
      bias: machine.put(pack.floats(`${name}.bias`)),
    })
    this.#tables = ['pieces', 'positions', 'shapes'].map((name) => machine.table(pack.matrix(name)))
    this.#norm = norm('norm')
    this.#layers = Array.from({ length: layers }, (_, i) => ({
      qkv: matrix(`layer${i}.qkv`),
      out: matrix(`layer${i}.out`),
      norm1: norm(`layer${i}.norm1`),
      widen: matrix(`layer${i}.widen`),
      narrow: matrix(`layer${i}.narrow`),
      norm2: norm(`layer${i}.norm2`),
    }))
    this.#scratch = {
      rows: machine.reserve(machine.rows * this.#tables.length * 4),
      ends: machine.reserve(machine.rows * 4),
      x: machine.floatRows(WIDTH),
      y: machine.floatRows(WIDTH),
      qkv: machine.floatRows(3 * WIDTH),
      mixed: machine.floatRows(WIDTH),
      wide: machine.floatRows(4 * WIDTH),
      keys: machine.reserve((machine.rows + KEYS) * (WIDTH / ATTENTION_HEADS + 2) * 4),
    }
  }

  /** A mix of the layers that `encode` will make from now on; `weights`: of the embeddings and of each layer. */
  mix(weights: Float32Array): Mix {
    const mix = { weights, at: this.#machine.floatRows(WIDTH) }
    this.#mixes.push(mix)
    return mix
  }

  /** Makes the mixes for the words of a batch, one sentence after the other. */
  encode(batch: readonly Piecewise[]): void {
    const { kernel } = this.#machine
    const { x, y } = this.#scratch
    const n = this.#embed(batch)
    const words = batch.reduce((sum, { ends }) => sum + ends.length, 0)
    for (const { at } of this.#mixes) this.#machine.floats(at, words * WIDTH).fill(0)
    this.#machine.floats(y, n * WIDTH).fill(0)
    kernel.addNorm(x, y, this.#norm.gain, this.#norm.bias, n, WIDTH)
    this.#pool(batch, 0)
    this.#layers.forEach((layer, i) => {
      this.#run(layer, batch, n)
      this.#pool(batch, i + 1)
    })
  }

  /** Sums the embeddings of pieces, places and shapes; returns the number of pieces. */
  #embed(batch: readonly Piecewise[]): number {
    const { kernel } = this.#machine
    const { rows, ends, x } = this.#scratch
    const n = batch.reduce((sum, { pieces }) => sum + pieces.length, 0)
    const all = this.#machine.ints(rows, n * 3)
    let at = 0
    let word = 0
    const allEnds = this.#machine.ints(ends, n)
    for (const sentence of batch) {
      const start = at / 3
      for (const end of sentence.ends) allEnds[word++] = start + end
      for (let p = 0; p < sentence.pieces.length; p++) {
        all[at++] = sentence.pieces[p]!
        all[at++] = p
        all[at++] = sentence.shapes[p]!
      }
    }
    this.#machine.floats(x, n * WIDTH).fill(0)
    this.#tables.forEach(({ vectors, scales }, i) => {
      kernel.embed(rows + i * 4, this.#tables.length * 4, vectors, scales, x, n, WIDTH)
    })
    return n
  }

  #run({ qkv, out, norm1, widen, narrow, norm2 }: Layer, batch: readonly Piecewise[], n: number): void {
    const { kernel } = this.#machine
    const scratch = this.#scratch
    const product = (from: number, matrix: Packed, to: number): void => {
      this.#machine.activate(from, matrix.columns * 4, n, matrix.columns)
      this.#machine.multiply(matrix, to, n)
    }
    product(scratch.x, qkv, scratch.qkv)
    let row = 0
    for (const { pieces } of batch) {
      const from = scratch.qkv + row * qkv.width * 4
      kernel.attend(from, scratch.mixed + row * WIDTH * 4, scratch.keys, pieces.length, ATTENTION_HEADS)
      row += pieces.length
    }
    product(scratch.mixed, out, scratch.y)
    kernel.addNorm(scratch.x, scratch.y, norm1.gain, norm1.bias, n, WIDTH)
    product(scratch.x, widen, scratch.wide)
    kernel.gelu(scratch.wide, n * widen.width)
    product(scratch.wide, narrow, scratch.y)
    kernel.addNorm(scratch.x, scratch.y, norm2.gain, norm2.bias, n, WIDTH)
  }

  /** Adds a layer's output, a word the mean of its pieces, to the mixes. */
  #pool(batch: readonly Piecewise[], layer: number): void {
    const { x, ends } = this.#scratch
    let row = 0
    let word = 0
    for (const sentence of batch) {
      const n = sentence.ends.length
      for (const { at, weights } of this.#mixes) {
        const weight = weights[layer]!
        const to = at + word * WIDTH * 4
        if (weight !== 0) this.#machine.kernel.pool(x, row + 1, ends + word * 4, to, n, WIDTH, weight)
      }
      row += sentence.pieces.length
      word += n
    }
  }
}
