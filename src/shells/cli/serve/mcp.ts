import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { openAudit } from '../../access/audit.ts'
import { Tokens } from '../../access/tokens.ts'
import { buildMcp } from '../../mcp/server.ts'
import { announced } from '../../remote/announce.ts'
import { complain, DONE } from '../errors.ts'
import { untilEnded } from '../until-signal.ts'
import { accessFolder, type Opened, type OpenOptions, openService, tellCommands } from './open.ts'

/** A folder that this process has open for hours is answered for, as `serve` does: on loopback, with a token or the key. */
async function answerCommands({ service, place }: Opened, options: OpenOptions): Promise<() => Promise<void>> {
  if (!('folder' in place) || announced(place.folder)) return async () => undefined
  const { buildApp } = await import('../../http/app.ts')
  const { LOOPBACK_HOSTS } = await import('../../http/guard.ts')
  const folder = accessFolder(options.ledger)
  const tokens = new Tokens(folder, Date.now)
  const access = { tokens, required: true, hosts: LOOPBACK_HOSTS, audit: openAudit(folder) }
  const app = await buildApp({ service, access, complain })
  const takeBack = tellCommands(place, await app.listen({ port: 0, host: '127.0.0.1' }), tokens)
  return async () => {
    takeBack()
    await app.close()
  }
}

/** Standard output belongs to the protocol: all else goes to standard error. Ends with its input, or with `stop`. */
export async function speakMcp(options: OpenOptions, stop: AbortSignal): Promise<number> {
  const opened = await openService(options, stop)
  try {
    const server = buildMcp(opened.service, complain)
    const ended = Promise.race([
      untilEnded(stop),
      new Promise<void>((resolve) => process.stdin.once('close', () => resolve())),
    ])
    await server.connect(new StdioServerTransport())
    const fallSilent = await answerCommands(opened, options)
    await ended
    await fallSilent()
    await server.close()
  } finally {
    await opened.close()
  }
  return DONE
}
