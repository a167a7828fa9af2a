import { Refused } from '../../service/refused.ts'
import type { Service } from '../../service/service.ts'
import type { App } from '../types.ts'

/** MCP's Streamable HTTP without sessions: each request stands alone, so any of several servers may answer it. */
export function mcpRoutes(app: App, service: Service, complain: (error: unknown) => void): void {
  const schema = { hide: true }
  app.post('/mcp', { schema, config: { role: 'reader', costly: true, asks: true } }, async (request, reply) => {
    // Each message is a request and counted as one; the protocol has no batches since 2025-06-18.
    if (Array.isArray(request.body))
      throw new Refused('request-invalid', 'send one message at a time: batches are not taken')
    // Loaded with the first request: who does not use it does not wait for it.
    const { StreamableHTTPServerTransport } = await import('@modelcontextprotocol/sdk/server/streamableHttp.js')
    const { buildMcp } = await import('../../mcp/server.ts')
    const server = buildMcp(service, complain)
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true } as object)
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    reply.raw.on('close', () => void server.close())
    await server.connect(transport as Parameters<typeof server.connect>[0])
    await transport.handleRequest(request.raw, reply.raw, request.body)
  })
  const none = async (): Promise<never> => {
    throw new Refused('method-unknown', 'there are no sessions here: POST alone is answered')
  }
  app.get('/mcp', { schema, config: { role: 'reader' } }, none)
  app.delete('/mcp', { schema, config: { role: 'reader' } }, none)
}
