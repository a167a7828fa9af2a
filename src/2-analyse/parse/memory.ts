import type { Matrix } from '../../vocabulary/pack.ts'
import type { Table } from '../../vocabulary/parser-model.ts'
import type { Kernel } from './kernel.ts'

const PAGE = 65536
const ALIGN = 64
/** Rows of a panel: see kernel/matrix.ts. */
const PANEL = 16

/** A matrix in the kernel's memory, packed. */
export interface Packed {
  readonly matrix: number
  readonly scale: number
  readonly bias: number
  readonly panels: number
  readonly pairs: number
  /** Rows, those that only fill the last panel among them: the width of the product in float32. */
  readonly width: number
}

/** Embeddings in the kernel's memory. */
export interface Embeddings {
  readonly vectors: number
  readonly scales: number
  readonly columns: number
}

/** `block` rows stand together and are spread to `spread`, so that each block begins at a whole vector. */
export interface Spread {
  readonly block: number
  readonly spread: number
}

/** Hands out the kernel's memory, from its second page on; what is handed out is zero and stays. */
export class Memory {
  #top = PAGE
  readonly #kernel: Kernel

  constructor(kernel: Kernel) {
    this.#kernel = kernel
  }

  reserve(bytes: number): number {
    const at = this.#top
    this.#top += Math.ceil(bytes / ALIGN) * ALIGN
    const missing = this.#top - this.#kernel.memory.buffer.byteLength
    if (missing > 0) this.#kernel.memory.grow(Math.ceil(missing / PAGE))
    return at
  }

  bytes(data: Int8Array): number {
    const at = this.reserve(data.length)
    new Int8Array(this.#kernel.memory.buffer, at, data.length).set(data)
    return at
  }

  floats(data: ArrayLike<number>): number {
    const at = this.reserve(data.length * 4)
    new Float32Array(this.#kernel.memory.buffer, at, data.length).set(data)
    return at
  }

  /** `unit`: what a value of 1 counts in the int16 that the matrix is multiplied with. */
  matrix({ rows, columns, data, scale, bias }: Matrix, unit: number, { block, spread }: Spread = ALL): Packed {
    const placed = (row: number) => Math.floor(row / block) * spread + (row % block)
    const panels = Math.ceil((placed(rows - 1) + 1) / PANEL)
    const pairs = Math.ceil(columns / 2)
    const scales = new Float32Array(panels * PANEL)
    const biases = new Float32Array(panels * PANEL)
    for (let r = 0; r < rows; r++) {
      scales[placed(r)] = scale[r]! / unit
      biases[placed(r)] = bias[r] ?? 0
    }
    const matrix = this.reserve(panels * pairs * PANEL * 4)
    const packed = {
      matrix,
      scale: this.floats(scales),
      bias: this.floats(biases),
      panels,
      pairs,
      width: panels * PANEL,
    }
    this.#kernel.pack(this.bytes(data), matrix, rows, columns, block, spread)
    return packed
  }

  embeddings({ vectors: { data, scale, columns } }: Table): Embeddings {
    return { vectors: this.bytes(data), scales: this.floats(scale), columns }
  }
}

const ALL: Spread = { block: 1, spread: 1 }
