import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ReadoutError } from '../../../model/errors.ts'
import { openAudit } from '../../access/audit.ts'
import { Tokens } from '../../access/tokens.ts'
import { buildApp } from '../../http/app.ts'
import { LOOPBACK_HOSTS } from '../../http/guard.ts'
import { complain, DONE, statusOf } from '../errors.ts'
import { accessFolder, type OpenOptions, openService, servedAlready, tellCommands, untilEnded } from './open.ts'

export interface ServeOptions extends OpenOptions {
  readonly port: number
  readonly host: string
  readonly rate: number
  readonly tokens?: boolean
}

/** Only addresses that no other machine can reach; a name may lead anywhere but for `localhost`. */
const isHere = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** The built page beside the bundle, or in the sources' dist. */
function pagesFolder(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return [path.join(here, 'web'), path.join(here, '../../../../dist/web')].find((folder) =>
    existsSync(path.join(folder, 'index.html')),
  )
}

/** Without a token nobody could ask: say so before the port is open. */
function checkTokens(tokens: Tokens, host: string): void {
  const now = Date.now()
  const holding = tokens
    .list()
    .some((t) => t.revokedAt === null && (t.expiresAt === null || Date.parse(t.expiresAt) > now))
  if (!holding)
    throw new ReadoutError('usage', `serving on ${host} needs a token: readout token --name NAME --role reader`)
}

async function run(options: ServeOptions): Promise<void> {
  const { port, host } = options
  const folder = accessFolder(options.ledger)
  const tokens = new Tokens(folder, Date.now)
  const required = !isHere(host) || options.tokens === true
  if (required) checkTokens(tokens, host)
  const { service, place, close } = await openService(options, servedAlready)
  const pages = pagesFolder()
  const hosts = isHere(host) ? LOOPBACK_HOSTS : null
  const access = { tokens, required, hosts, audit: openAudit(folder) }
  try {
    const app = await buildApp({ service, access, complain, rate: options.rate, ...(pages ? { pages } : {}) })
    const ended = untilEnded()
    const address = await app.listen({ port, host }).catch((cause: Error) => {
      throw new ReadoutError('usage', `cannot listen on ${host}:${port}: ${cause.message}`, { cause })
    })
    const takeBack = tellCommands(place, address, tokens)
    process.stdout.write(`readout serves ${address}  (API: ${address}/docs, MCP: ${address}/mcp)\n`)
    await ended
    takeBack()
    await app.close()
  } finally {
    await close()
  }
}

export async function serve(options: ServeOptions): Promise<number> {
  try {
    await run(options)
    return DONE
  } catch (error) {
    complain(error)
    return statusOf(error)
  }
}
