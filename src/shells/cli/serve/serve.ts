import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ReadoutError } from '../../../model/errors.ts'
import { openAudit } from '../../access/audit.ts'
import { Tokens } from '../../access/tokens.ts'
import { buildApp } from '../../http/app.ts'
import { hostsOf } from '../../http/guard.ts'
import type { Service } from '../../service/service.ts'
import { addStory } from '../../service/story.ts'
import { complain, DONE, statusOf } from '../errors.ts'
import { untilEnded } from '../until-signal.ts'
import { accessFolder, type OpenOptions, openService, servedAlready, tellCommands } from './open.ts'

export interface ServeOptions extends OpenOptions {
  readonly port: number
  readonly host: string
  readonly rate: number
  readonly tokens?: boolean
  readonly story?: boolean
}

/** Only addresses that no other machine can reach; a name may lead anywhere but for `localhost`. */
const isHere = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** This file in the bundle lies in dist/, from the sources four folders below the package. */
const HERE = path.dirname(fileURLToPath(import.meta.url))
const PACKAGE = ['..', '../../../..'].map((up) => path.join(HERE, up)).find((up) => existsSync(path.join(up, 'data')))!

/** The built page. */
function pagesFolder(): string | undefined {
  const folder = path.join(PACKAGE, 'dist', 'web')
  return existsSync(path.join(folder, 'index.html')) ? folder : undefined
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

async function tellStory(service: Service, stop: AbortSignal): Promise<void> {
  let count = 0
  for await (const { publishedAt, title } of addStory(service, path.join(PACKAGE, 'samples', 'story'))) {
    if (count++ === 0)
      say('The ledger is empty: adding a worked story, each report recorded on the day it was published.')
    say(`  ${publishedAt}  ${title}`)
    if (stop.aborted) return
  }
}

/** How this program is called from where it was. */
const program = (): string => {
  const file = path.relative(process.cwd(), process.argv[1] ?? '')
  return file.endsWith('.mjs') ? `node ${file}` : 'readout'
}

const toTry = (): string => `Open it in a browser, and try:
  - set "as known on" to 1 July 2025: the ledger as it was that evening, before an accord was signed and suspended
  - paste a report of your own under Read: it is read at once, and kept only if you say so
  - in another terminal: ${program()} disagreements
Ctrl-C ends it.`

/** Without a token nobody could ask: say so before the port is open. */
function checkTokens(tokens: Tokens, host: string): void {
  const now = Date.now()
  const holding = tokens
    .list()
    .some((t) => t.revokedAt === null && (t.expiresAt === null || Date.parse(t.expiresAt) > now))
  if (!holding)
    throw new ReadoutError('usage', `serving on ${host} needs a token: readout token --name NAME --role reader`)
}

async function run(options: ServeOptions, stop: AbortSignal): Promise<void> {
  const { port, host } = options
  const folder = accessFolder(options.ledger)
  const tokens = new Tokens(folder, Date.now)
  const required = !isHere(host) || options.tokens === true
  if (required) checkTokens(tokens, host)
  const { service, place, close } = await openService(options, stop, servedAlready)
  const pages = pagesFolder()
  const hosts = isHere(host) ? hostsOf(host) : null
  const access = { tokens, required, hosts, audit: openAudit(folder) }
  try {
    if (options.story) await tellStory(service, stop)
    if (stop.aborted) return
    const app = await buildApp({ service, access, complain, rate: options.rate, ...(pages ? { pages } : {}) })
    const address = await app.listen({ port, host }).catch((cause: Error) => {
      throw new ReadoutError('usage', `cannot listen on ${host}:${port}: ${cause.message}`, { cause })
    })
    const takeBack = tellCommands(place, address, tokens)
    say(`readout serves ${address}  (API: ${address}/docs, MCP: ${address}/mcp)`)
    if (options.story) say(toTry())
    await untilEnded(stop)
    takeBack()
    await app.close()
  } finally {
    await close()
  }
}

/** Serves until `stop`. */
export async function serve(options: ServeOptions, stop: AbortSignal): Promise<number> {
  try {
    await run(options, stop)
    return DONE
  } catch (error) {
    complain(error)
    return statusOf(error)
  }
}
