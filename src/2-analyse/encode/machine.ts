import type { Matrix } from '../../vocabulary/pack.ts'
import { type Kernel, openKernel } from './kernel.ts'

const PAGE = 65536
const ALIGN = 64
/** Rows of a block of values and of a panel of a matrix: see kernel/matrix.ts. */
const BLOCK = 4
const PANEL = 8
/** Values are int16 and weights int8; their sums must stay within int32. */
const GREATEST = 32767
const WEIGHT = 127

/** A matrix in the kernel's memory. */
export interface Packed {
  readonly matrix: number
  readonly scale: number
  readonly bias: number
  readonly panels: number
  readonly columns: number
  /** Columns of the product in float32: the matrix's rows, those that only fill the last panel among them. */
  readonly width: number
}

/** A table of int8 rows in the kernel's memory. */
export interface Table {
  readonly vectors: number
  readonly scales: number
}

/** The kernel with its memory: hands memory out, from the second page on, and multiplies. What is handed out stays. */
export class Machine {
  readonly kernel: Kernel
  /** Rows that are worked on at once. */
  readonly rows: number
  #top = PAGE
  readonly #values: number
  readonly #units: number

  /** `rows`: the most rows that are worked on at once; `columns`: the most columns that are multiplied. */
  constructor(wasm: Uint8Array, rows: number, columns: number) {
    this.kernel = openKernel(wasm)
    this.rows = rows
    this.#values = this.reserve((rows + BLOCK) * columns * 2)
    this.#units = this.reserve((rows + BLOCK) * 4)
  }

  reserve(bytes: number): number {
    const at = this.#top
    this.#top += Math.ceil(bytes / ALIGN) * ALIGN
    const missing = this.#top - this.kernel.memory.buffer.byteLength
    if (missing > 0) this.kernel.memory.grow(Math.ceil(missing / PAGE))
    return at
  }

  /** Memory for float32 rows of a product, whole blocks of them. */
  floatRows(columns: number): number {
    return this.reserve((this.rows + BLOCK) * columns * 4)
  }

  ints(at: number, count: number): Int32Array {
    return new Int32Array(this.kernel.memory.buffer, at, count)
  }

  floats(at: number, count: number): Float32Array {
    return new Float32Array(this.kernel.memory.buffer, at, count)
  }

  bytes(data: Int8Array): number {
    const at = this.reserve(data.length)
    new Int8Array(this.kernel.memory.buffer, at, data.length).set(data)
    return at
  }

  put(data: Float32Array): number {
    const at = this.reserve(data.length * 4)
    this.floats(at, data.length).set(data)
    return at
  }

  table({ data, scale }: Matrix): Table {
    return { vectors: this.bytes(data), scales: this.put(scale) }
  }

  /** The matrix as the pack has it: in panels, with a bias. */
  matrix({ rows, columns, data, scale, bias }: Matrix): Packed {
    return {
      matrix: this.bytes(data),
      scale: this.put(scale),
      bias: this.put(bias),
      panels: rows / PANEL,
      columns,
      width: rows,
    }
  }

  /** Rounds `n` rows to int16 for the products that follow; `stride` is in bytes. */
  activate(from: number, stride: number, n: number, columns: number): void {
    const most = Math.min(GREATEST, Math.floor((2 ** 31 - 1) / (columns * WEIGHT)))
    this.kernel.activate(from, stride, this.#values, this.#units, n, columns, most)
  }

  /** Multiplies `n` of the rows that were rounded last, from row `first` on (a multiple of 4), to float32 rows at `to`. */
  multiply({ matrix, scale, bias, panels, columns }: Packed, to: number, n: number, first = 0): void {
    const values = this.#values + first * columns * 2
    this.kernel.multiply(values, this.#units + first * 4, matrix, scale, bias, to, n, panels, columns / 2)
  }
}
