// Multiplications a second of the kernel's matrix product: npx tsx bench/kernel.ts [--against FILE.wasm]
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ROOT } from './shared.ts'
import { alternate, median, type Rounds, ratio, type Work } from './speed/alternate.ts'

/** A matrix of rows x columns, times as many vectors. */
interface Shape {
  readonly vectors: number
  readonly rows: number
  readonly columns: number
}

/** Those of an encoder with 384 units: a projection, and the two ways through its wide layer. */
const SHAPES: readonly Shape[] = [
  { vectors: 256, rows: 384, columns: 384 },
  { vectors: 256, rows: 1536, columns: 384 },
  { vectors: 256, rows: 384, columns: 1536 },
]
const KERNEL = path.join(ROOT, 'data', 'models', 'kernel.wasm')

/** What of the module is used: see kernel/matrix.ts. Addresses are bytes in its memory. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  // biome-ignore format: one line a function, as in kernel/
  multiply(x: number, units: number, matrix: number, scale: number, bias: number, y: number, n: number, panels: number, pairs: number): void
}

/** What of WebAssembly is used: the types of Node do not tell of it. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

const PAGE = 65_536
const PANEL = 8

function openKernel(file: string): Kernel {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly
  return new Instance(new Module(readFileSync(file)), {}).exports as Kernel
}

/** One product of a shape. Memory is used from its second page on; what the numbers are makes no difference to time. */
function product(file: string, { vectors, rows, columns }: Shape): Work {
  const kernel = openKernel(file)
  const sizes = { x: vectors * columns * 2, matrix: rows * columns * 2, scale: rows * 4, bias: rows * 4 }
  const at = { x: PAGE, matrix: 0, scale: 0, bias: 0, y: 0 }
  at.matrix = at.x + sizes.x
  at.scale = at.matrix + sizes.matrix
  at.bias = at.scale + sizes.scale
  at.y = at.bias + sizes.bias
  const missing = at.y + vectors * rows * 4 - kernel.memory.buffer.byteLength
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / PAGE))
  const values = new Int16Array(kernel.memory.buffer, at.x, (sizes.x + sizes.matrix) / 2)
  for (let i = 0; i < values.length; i++) values[i] = ((i * 31) % 127) - 63
  new Float32Array(kernel.memory.buffer, at.scale, rows).fill(1 / 4096)
  return () => {
    // biome-ignore format: one call
    kernel.multiply(at.x, at.scale, at.matrix, at.scale, at.bias, at.y, vectors, Math.ceil(rows / PANEL), Math.ceil(columns / 2))
    return vectors * rows * columns
  }
}

export interface KernelRow {
  readonly shape: string
  /** Multiplications a second. */
  readonly rate: number
  /** How many times as fast as the other kernel. */
  readonly against: number | null
}

/** The project's kernel by shape; with another of the same `multiply`, its ratio to that one, both measured in turn. */
export function measureKernel(rounds: Rounds, other?: string): readonly KernelRow[] {
  return SHAPES.map((shape) => {
    const others = other === undefined ? [] : [product(other, shape)]
    const [own, against] = alternate([product(KERNEL, shape), ...others], rounds)
    return {
      shape: `${shape.vectors} x ${shape.columns} x ${shape.rows}`,
      rate: median(own),
      against: against ? ratio(own, against) : null,
    }
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { against: { type: 'string' } } })
  for (const { shape, rate, against } of measureKernel({ rounds: 5, seconds: 0.5 }, values.against)) {
    const ratioTold = against === null ? '' : `${against.toFixed(2)} of the other's, `
    console.log(`${shape}: ${ratioTold}${(rate / 1e9).toFixed(2)} thousand million multiplications/s`)
  }
}
