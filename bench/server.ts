// Requests a second and p95 of the server for reading and asking, with the ratio to a bare fastify route in the same
// run; writes docs/server.md: npm run bench:server (-- --check prints only). The servers run in processes of their own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { ROOT } from './shared.ts'

const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const WARM = SECONDS / 4
const CONNECTIONS = 10
const PATIENCE = 120_000
const HEADERS = { 'content-type': 'application/json' }
const STORY = path.join(ROOT, 'samples', 'story')

const BARE = `import fastify from 'fastify'; const app = fastify(); app.get('/', async () => ({ ok: true }));
console.log('serves ' + await app.listen({ port: 0, host: '127.0.0.1' }))`

/** Starts a server and waits for the line that says where it serves. */
function start(args: readonly string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => {
      child.kill()
      reject(new Error(`the server did not say where it serves: ${said}`))
    }, PATIENCE)
    child.on('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`the server ended with ${code}`))
    })
    child.stdout!.on('data', (chunk) => {
      said += chunk
      const url = /serves (http:\/\/\S+)/.exec(said)?.[1]
      if (!url) return
      clearTimeout(late)
      resolve({ url, child })
    })
  })
}

interface Measured {
  readonly rate: number
  readonly p95: number
}

/** What is asked: the nth request, and the status that answers it. */
interface Load {
  readonly request: (n: number) => { url: string; headers?: Record<string, string>; body?: string }
  readonly status: number
}

const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS })

interface Answered {
  readonly status: number
  readonly etag: string
}

function ask({ url, headers = {}, body }: ReturnType<Load['request']>): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = { agent, timeout: PATIENCE, method: body === undefined ? 'GET' : 'POST', headers }
    const request = http.request(url, options, (response) => {
      const answered = { status: response.statusCode ?? 0, etag: String(response.headers.etag) }
      response
        .on('error', reject)
        .resume()
        .on('end', () => resolve(answered))
    })
    request.on('timeout', () => request.destroy(new Error(`${url} was not answered`)))
    request.on('error', reject).end(body)
  })
}

let asked = 0

/** Ten connections that each ask again as soon as they are answered. */
async function load({ request, status }: Load, seconds: number): Promise<Measured> {
  const times: number[] = []
  const from = performance.now()
  const end = from + seconds * 1000
  const connection = async (): Promise<void> => {
    while (performance.now() < end) {
      const next = request(asked++)
      const begun = performance.now()
      const answered = await ask(next)
      times.push(performance.now() - begun)
      if (answered.status !== status) throw new Error(`${next.url} was answered ${answered.status}`)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  const taken = (performance.now() - from) / 1000
  times.sort((a, b) => a - b)
  return { rate: times.length / taken, p95: times[Math.floor(times.length * 0.95)]! }
}

async function measure(what: Load): Promise<Measured> {
  await load(what, WARM)
  return load(what, SECONDS)
}

const always = (url: string): Load => ({ request: () => ({ url }), status: 200 })

/** Each request differs in a day that changes nothing of the answer: none was asked before, and none is held. */
const fresh = (url: string): Load => ({
  request: (n) => {
    const day = new Date(Date.UTC(1700, 0, 1) + (n % 100_000) * 86_400_000).toISOString().slice(0, 10)
    return { url: `${url}${url.includes('?') ? '&' : '?'}since=${day}` }
  },
  status: 200,
})

async function unchanged(url: string): Promise<Load> {
  const { etag } = await ask({ url })
  return { request: () => ({ url, headers: { 'if-none-match': etag } }), status: 304 }
}

const QUESTIONS = ['actors', 'timeline', 'brief', 'search?words=accord', 'actor?name=Velmar']

async function addStory(url: string): Promise<number> {
  const names = readdirSync(STORY)
    .filter((name) => name.endsWith('.md'))
    .sort()
  for (const name of names) {
    const added = await fetch(`${url}/api/documents/file`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: readFileSync(path.join(STORY, name)),
    })
    if (!added.ok) throw new Error(`adding ${name} was answered ${added.status}: ${await added.text()}`)
  }
  return names.length
}

type Row = readonly [what: string, how: string, Measured]

async function measureAll(bare: string, served: string): Promise<Row[]> {
  const rows: Row[] = [['a bare fastify route', '', await measure(always(bare))]]
  rows.push(['GET /api/count', '', await measure(always(`${served}/api/count`))])
  for (const question of QUESTIONS) {
    const url = `${served}/api/${question}`
    rows.push([`GET /api/${question}`, 'each time another question', await measure(fresh(url))])
    rows.push([`GET /api/${question}`, 'the same question', await measure(always(url))])
    rows.push([`GET /api/${question}`, 'not changed since (304)', await measure(await unchanged(url))])
  }
  const text = readFileSync(path.join(ROOT, 'samples', 'lissan-ceasefire.md'), 'utf8')
  const body = JSON.stringify({ text, publishedAt: '2031-05-14' })
  const read: Load = { request: () => ({ url: `${served}/api/read`, headers: HEADERS, body }), status: 200 }
  rows.push([`POST /api/read, ${text.length} characters`, '', await measure(read)])
  return rows
}

function pageOf(rows: readonly Row[], reports: number): string {
  const base = rows[0]![2].rate
  const table = rows.map(
    ([what, how, { rate, p95 }]) =>
      `| ${what} | ${how} | ${rate.toFixed(1)} | ${p95.toFixed(1)} ms | 1 : ${(base / rate).toFixed(1)} |`,
  )
  return `# The server under load

Made by \`npm run bench:server\`: ${CONNECTIONS} connections, ${SECONDS} s each after ${WARM} s of warming up, ${availableParallelism()} cores shared by the load, the
server and its reading threads; a ledger of the worked story (\`samples/story/\`, ${reports} reports) in PGlite. Ratios hold on
other machines; the rates are this machine's.

An answer is made once for each state of the ledger: the same question is answered from what is finished until
something is written, by this server or by another on the same database. *Another question* asks for what nobody asked
before, which is what the first one to ask waits for.

| request | | requests a second | p95 | a bare route does as many |
| --- | --- | --- | --- | --- |
${table.join('\n')}
`
}

const folder = mkdtempSync(path.join(tmpdir(), 'readout-bench-'))
const children: ChildProcess[] = []
try {
  const bare = await start(['--input-type=module', '-e', BARE])
  children.push(bare.child)
  const program = path.join(ROOT, 'dist', 'readout.mjs')
  const options = ['--port', '0', '--rate', '100000000', '--ledger', path.join(folder, 'ledger')]
  const served = await start([program, 'serve', ...options])
  children.push(served.child)
  const reports = await addStory(served.url)
  const page = pageOf(await measureAll(bare.url, served.url), reports)
  console.log(page)
  if (!process.argv.includes('--check')) writeFileSync(path.join(ROOT, 'docs', 'server.md'), page)
} finally {
  agent.destroy()
  for (const child of children) child.removeAllListeners('exit').kill()
  rmSync(folder, { recursive: true, force: true })
}
