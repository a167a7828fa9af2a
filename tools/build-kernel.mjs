// Compiles kernel/ to data/models/kernel.wasm, byte for byte the same from the same source and compiler.
// usage: node tools/build-kernel.mjs [OUT]
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import asc from 'assemblyscript/asc'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const OPTIONS = [
  '--runtime',
  'stub',
  '--noAssert',
  '--enable',
  'simd',
  '-O3',
  '--converge',
  '--initialMemory',
  '1',
  '--use',
  'abort=',
]

/** The compiled module. */
export async function compileKernel() {
  let binary
  const { error, stderr } = await asc.main(['kernel/index.ts', '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile(name, base) {
      try {
        return readFileSync(path.resolve(root, base, name), 'utf8')
      } catch {
        return null
      }
    },
    writeFile(_name, contents) {
      binary = contents
    },
    listFiles: () => [],
  })
  if (error) throw new Error(`the kernel does not compile: ${error.message}\n${stderr}`)
  return binary
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { writeFileSync } = await import('node:fs')
  const out = process.argv[2] ?? path.join(root, 'data', 'models', 'kernel.wasm')
  const binary = await compileKernel()
  writeFileSync(out, binary)
  console.log(`${out}: ${binary.length} bytes`)
}
