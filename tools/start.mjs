// npm start: builds where the sources are newer, reads the sample reports, prints their briefs, and writes their pages.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => path.join(root, ...parts)
const node = (args, options) => execFileSync(process.execPath, args, { cwd: root, ...options })

node([at('tools', 'build.mjs'), '--if-stale'], { stdio: 'inherit' })
const samples = readdirSync(at('samples'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => path.join('samples', name))
node([at('dist', 'readout.mjs'), 'read', '--format', 'brief', ...samples], { stdio: 'inherit' })

const pages = at('out', 'samples')
mkdirSync(pages, { recursive: true })
console.log('\nThe same as pages, each report with its records beside it:')
for (const sample of samples) {
  const folder = path.join(pages, path.basename(sample, '.md'))
  node([at('dist', 'readout.mjs'), 'read', '--format', 'html', '--out', folder, sample])
  for (const page of readdirSync(folder)) console.log(`  ${pathToFileURL(path.join(folder, page))}`)
}
console.log('\nYour own: node dist/readout.mjs read FILE --date YYYY-MM-DD   (--help shows the rest)')
