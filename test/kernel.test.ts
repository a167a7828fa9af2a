import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
// @ts-expect-error: a build script without types
import { compileKernel } from '../tools/build-kernel.mjs'

it('the kernel that is shipped is what kernel/ compiles to', async () => {
  const compiled: Uint8Array = await compileKernel()
  const shipped = readFileSync('data/models/kernel.wasm')
  expect(Buffer.compare(Buffer.from(compiled), shipped), 'run node tools/build-kernel.mjs').toBe(0)
})

it('the kernel asks nothing of its host', () => {
  const { WebAssembly } = globalThis as unknown as {
    WebAssembly: { Module: { new (bytes: Uint8Array): object; imports(module: object): unknown[] } }
  }
  expect(WebAssembly.Module.imports(new WebAssembly.Module(readFileSync('data/models/kernel.wasm')))).toEqual([])
})
