// Bundles the command line and the library into dist/. Usage: node tools/build.mjs [--if-stale]
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const dist = path.join(root, 'dist')
const program = path.join(dist, 'readout.mjs')

/** Newest change among the sources, in milliseconds since 1970. */
function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      latest = Math.max(latest, statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs)
  }
  return latest
}

const stale = () => !existsSync(program) || newest(path.join(root, 'src')) > statSync(program).mtimeMs

export async function buildAll() {
  rmSync(dist, { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: { readout: 'src/shells/cli/main.ts', model: 'src/model/index.ts', read: 'src/read.ts', export: 'src/export/index.ts', worker: 'src/shells/cli/worker.ts' },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  })
  chmodSync(program, 0o755)
}

if (!process.argv.includes('--if-stale') || stale()) {
  await buildAll()
  if (process.argv.includes('--types')) {
    execFileSync(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
      cwd: root,
      stdio: 'inherit',
    })
  }
}
