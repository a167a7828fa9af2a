/** The module compiled from kernel/; addresses are bytes in its memory. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  pack(from: number, to: number, rows: number, columns: number, block: number, spread: number): void
  // biome-ignore format: one line a function, as in kernel/
  embed(rows: number, step: number, vectors: number, scales: number, to: number, stride: number, n: number, columns: number, unit: number): void
  // biome-ignore format: one line a function, as in kernel/
  embedMore(rows: number, step: number, vectors: number, scales: number, to: number, stride: number, n: number, columns: number, unit: number): void
  // biome-ignore format: one line a function, as in kernel/
  multiply(x: number, stride: number, matrix: number, scale: number, bias: number, y: number, n: number, panels: number, pairs: number): void
  // biome-ignore format: one line a function, as in kernel/
  step(before: number, states: number, stride: number, matrix: number, scale: number, inputs: number, cells: number, n: number, units: number, pairs: number): void
  gather(from: number, index: number, to: number, n: number, bytes: number): void
  leak(values: number, count: number): void
  // biome-ignore format: one line a function, as in kernel/
  quantise(from: number, fromStride: number, to: number, toStride: number, n: number, columns: number, unit: number): void
  // biome-ignore format: one line a function, as in kernel/
  arcs(wanted: number, heads: number, headStride: number, root: number, scores: number, best: number, n: number, columns: number): void
  weigh(by: number, head: number, scores: number, columns: number, width: number): void
  greatest(values: number, count: number, but: number): number
  greatestOfRows(values: number, width: number, count: number, n: number, to: number): void
}

/** What of WebAssembly is used: the types of Node do not tell of it. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown }
}

export function openKernel(bytes: Uint8Array): Kernel {
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Wasm }).WebAssembly
  return new Instance(new Module(bytes), {}).exports as Kernel
}
