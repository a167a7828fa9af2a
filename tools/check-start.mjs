// Does what a newcomer does: npm start in a ledger of its own; the page and the whole story must answer, and Ctrl-C must
// end it. Fails with what was printed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const STORY = path.join(root, 'samples', 'story')
const PATIENCE = 300_000

/** An article that was edited is one document. */
const documents = new Set(
  readdirSync(STORY).map((name) => /^url: (\S+)$/m.exec(readFileSync(path.join(STORY, name), 'utf8'))[1]),
).size

const home = mkdtempSync(path.join(tmpdir(), 'readout-start-'))
const { DATABASE_URL: _server, ...env } = process.env
const child = spawn('npm', ['start', '--', '--port', '0', '--ledger', path.join(home, 'ledger')], {
  cwd: root,
  env,
  detached: true,
})
let printed = ''
for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text))
const ended = new Promise((resolve) => child.once('exit', resolve))

async function address() {
  const end = Date.now() + PATIENCE
  while (Date.now() < end && child.exitCode === null) {
    const found = /readout serves (http:\S+)/.exec(printed)
    if (found) return found[1]
    await sleep(100)
  }
  throw new Error('it did not come to serve')
}

async function check() {
  const began = Date.now()
  const at = await address()
  const page = await fetch(at)
  const body = await page.text()
  if (page.status !== 200 || !/^text\/html/.test(page.headers.get('content-type')) || !body.includes('<script'))
    throw new Error(`the page is answered with ${page.status} ${page.headers.get('content-type')}`)
  const count = await (await fetch(`${at}/api/count`)).json()
  if (count.documents !== documents) throw new Error(`${count.documents} documents are held, not ${documents}`)
  const early = await (await fetch(`${at}/api/news?known=2025-05-22`)).json()
  if (early.reports.length === 0) throw new Error('nothing is recorded on the days of the story')
  console.log(`npm start served the page and ${documents} reports in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  process.kill(-child.pid, 'SIGINT')
  const late = sleep(20_000).then(() => Promise.reject(new Error('Ctrl-C did not end it')))
  await Promise.race([ended, late])
  const still = await fetch(at).catch(() => null)
  if (still) throw new Error('it still answers after Ctrl-C')
}

try {
  await check()
} catch (error) {
  console.error(`npm start: ${error.message}\n${printed}`)
  process.exitCode = 1
  if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
}
await ended
rmSync(home, { recursive: true, force: true })
process.exit()
