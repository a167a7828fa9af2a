/** The module compiled from kernel/; addresses are bytes in its memory. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  // biome-ignore-start format: one line a function, as in kernel/
  activate(from: number, stride: number, to: number, units: number, n: number, columns: number, most: number): void
  multiply(
    x: number,
    units: number,
    matrix: number,
    scale: number,
    bias: number,
    y: number,
    n: number,
    panels: number,
    pairs: number,
  ): void
  embed(rows: number, step: number, vectors: number, scales: number, to: number, n: number, columns: number): void
  addNorm(x: number, y: number, gain: number, bias: number, n: number, columns: number): void
  gelu(values: number, count: number): void
  pool(from: number, first: number, ends: number, to: number, n: number, columns: number, weight: number): void
  attend(qkv: number, out: number, scratch: number, n: number, heads: number): void
  leak(values: number, count: number): void
  arcs(
    wanted: number,
    heads: number,
    headStride: number,
    root: number,
    scores: number,
    best: number,
    n: number,
    columns: number,
  ): void
  weigh(by: number, head: number, scores: number, columns: number, width: number): void
  greatest(values: number, count: number, but: number): number
  greatestOfRows(values: number, width: number, count: number, n: number, to: number): void
  // biome-ignore-end format: one line a function, as in kernel/
}

/** What of WebAssembly is used: the types of Node do not have it. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

export function openKernel(bytes: Uint8Array): Kernel {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly
  return new Instance(new Module(bytes), {}).exports as Kernel
}
