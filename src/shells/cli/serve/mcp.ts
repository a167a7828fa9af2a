import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { buildMcp } from '../../mcp/server.ts'
import { complain, DONE } from '../errors.ts'
import { type OpenOptions, openService, untilEnded } from './open.ts'

/** Standard output belongs to the protocol: all else goes to standard error. Ends with its input. */
export async function speakMcp(options: OpenOptions): Promise<number> {
  const { service, close } = await openService(options)
  try {
    const server = buildMcp(service, complain)
    const ended = Promise.race([
      untilEnded(),
      new Promise<void>((resolve) => process.stdin.once('close', () => resolve())),
    ])
    await server.connect(new StdioServerTransport())
    await ended
    await server.close()
  } finally {
    await close()
  }
  return DONE
}
