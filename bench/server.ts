// Requests a second and p95 of the server for reading and asking, with the ratio to a bare fastify route in the same
// run; writes docs/server.md: npm run bench:server. The servers run in processes of their own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT } from './shared.ts'

const SECONDS = 8
const CONNECTIONS = 10
const HEADERS = { 'content-type': 'application/json' }
const folder = mkdtempSync(path.join(tmpdir(), 'readout-bench-'))

const BARE = `import fastify from 'fastify'; const app = fastify(); app.get('/', async () => ({ ok: true }));
console.log('serves ' + await app.listen({ port: 0, host: '127.0.0.1' }))`

/** Starts a server and waits for the line that says where it serves. */
function start(args: readonly string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (chunk) => {
      said += chunk
      const url = /serves (http:\/\/\S+)/.exec(said)?.[1]
      if (url) resolve({ url, child })
    })
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

interface Measured {
  readonly rate: number
  readonly p95: number
}

interface Load {
  readonly url: string
  readonly body?: string
}

const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS })

function ask({ url, body }: Load): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = body === undefined ? { agent } : { agent, method: 'POST', headers: HEADERS }
    const request = http.request(url, options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} was answered ${response.statusCode}`))
      response.resume().on('end', resolve)
    })
    request.on('error', reject).end(body)
  })
}

/** Ten connections that each ask again as soon as they are answered. */
async function load(what: Load, seconds: number): Promise<Measured> {
  const times: number[] = []
  const from = performance.now()
  const end = from + seconds * 1000
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const asked = performance.now()
      await ask(what)
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  const taken = (performance.now() - from) / 1000
  times.sort((a, b) => a - b)
  return { rate: times.length / taken, p95: times[Math.floor(times.length * 0.95)]! }
}

async function measure(what: Load): Promise<Measured> {
  await load(what, 2)
  return load(what, SECONDS)
}

const texts = readdirSync(path.join(ROOT, 'samples'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(path.join(ROOT, 'samples', name), 'utf8'))

async function measureAll(): Promise<[string, Measured][]> {
  const bare = await start(['--input-type=module', '-e', BARE])
  const served = await start([
    path.join(ROOT, 'dist', 'readout.mjs'),
    ...['serve', '--port', '0', '--rate', '100000000', '--ledger', path.join(folder, 'ledger')],
  ])
  try {
    const documents = texts.map((text) => ({ text, publishedAt: '2031-05-14' }))
    const added = await fetch(`${served.url}/api/documents`, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify({ documents }),
    })
    if (!added.ok) throw new Error(`adding was answered ${added.status}`)
    const body = JSON.stringify({ text: texts[0], publishedAt: '2031-05-14' })
    const rows: [string, Measured][] = [['a bare fastify route', await measure({ url: bare.url })]]
    for (const question of ['count', 'actors', 'timeline', 'brief', 'search?words=ceasefire']) {
      rows.push([`GET /api/${question}`, await measure({ url: `${served.url}/api/${question}` })])
    }
    rows.push([
      `POST /api/read, ${texts[0]!.length} characters`,
      await measure({ url: `${served.url}/api/read`, body }),
    ])
    return rows
  } finally {
    for (const { child } of [bare, served]) child.removeAllListeners('exit').kill()
  }
}

const rows = await measureAll()
const base = rows[0]![1].rate
const table = rows.map(
  ([what, { rate, p95 }]) =>
    `| ${what} | ${rate.toFixed(1)} | ${p95.toFixed(1)} ms | 1 : ${(base / rate).toFixed(1)} |`,
)
const page = `# The server under load

Made by \`npm run bench:server\`: ${CONNECTIONS} connections, ${SECONDS} s each after 2 s of warming up, ${availableParallelism()} cores shared by the load, the
server and its reading threads; a ledger of the ${texts.length} sample reports in PGlite. Ratios hold on other machines; the rates are this
machine's.

| request | requests a second | p95 | a bare route does as many |
| --- | --- | --- | --- |
${table.join('\n')}
`
console.log(page)
if (!process.argv.includes('--check')) writeFileSync(path.join(ROOT, 'docs', 'server.md'), page)
agent.destroy()
rmSync(folder, { recursive: true, force: true })
