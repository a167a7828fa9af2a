// Bundles the command line, the library and the page into dist/. Usage: node tools/build.mjs [--if-stale] [--types]
import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { build as buildPage } from 'vite'
import { parse } from 'yaml'

const run = promisify(execFile)
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const dist = path.join(root, 'dist')
const program = path.join(dist, 'readout.mjs')
/** Made last: a build that was broken off is stale. */
const page = path.join(dist, 'web', 'index.html')
const SOURCES = ['src', 'data', 'web/src', 'web/public']

/** Newest change among the sources, in milliseconds since 1970. */
function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      latest = Math.max(latest, statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs)
  }
  return latest
}

const stale = () =>
  !existsSync(program) ||
  !existsSync(page) ||
  Math.max(...SOURCES.map((name) => newest(path.join(root, name)))) > statSync(page).mtimeMs

/** The rows of data/, parsed, with the hash of each file: src/vocabulary/source.ts reads them in place of the YAML. */
function compileRows() {
  const data = path.join(root, 'data')
  const rows = {}
  for (const name of readdirSync(data, { recursive: true })
    .filter((file) => file.endsWith('.yaml'))
    .sort()) {
    const content = readFileSync(path.join(data, name))
    rows[name.split(path.sep).join('/')] = {
      hash: createHash('sha1').update(content).digest('hex'),
      rows: parse(content.toString('utf8')),
    }
  }
  writeFileSync(path.join(dist, 'vocabulary.json'), JSON.stringify(rows))
}

/** Of what is bundled into the page: its fonts and programs ask that their licences go along. */
function copyLicences() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'web', 'package.json'), 'utf8'))
  const folder = path.join(dist, 'web', 'licences')
  mkdirSync(folder, { recursive: true })
  for (const name of Object.keys(devDependencies).filter((one) => !/^@types|vite/.test(one))) {
    const home = path.join(root, 'node_modules', name)
    const licence = readdirSync(home).find((file) => /^licen[cs]e/i.test(file))
    if (licence) cpSync(path.join(home, licence), path.join(folder, `${name.replace('/', '-')}.txt`))
  }
}

export async function buildAll() {
  rmSync(dist, { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: {
      readout: 'src/shells/cli/main.ts',
      model: 'src/model/index.ts',
      read: 'src/read.ts',
      export: 'src/export/index.ts',
      ledger: 'src/ledger.ts',
      answer: 'src/6-answer/index.ts',
      client: 'src/client.ts',
      worker: 'src/shells/cli/worker.ts',
      'reading-worker': 'src/shells/service/reading-worker.ts',
    },
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
  compileRows()
  cpSync(path.join(root, 'src/5-ledger/migrations'), path.join(dist, 'migrations'), { recursive: true })
  chmodSync(program, 0o755)
  await Promise.all([
    buildPage({ configFile: path.join(root, 'web', 'vite.config.ts'), logLevel: 'warn' }),
    run(process.execPath, [path.join(root, 'tools', 'empty-ledger.mjs'), path.join(dist, 'empty-ledger.tgz')]),
  ])
  copyLicences()
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
