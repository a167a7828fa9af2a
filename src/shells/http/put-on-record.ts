import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Audit, Entry } from '../access/audit.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Under which a deed stands in the audit log; empty before it is begun. */
    deed: string
    /** What became of it is on record. */
    noted: boolean
  }
}

export interface Recorder {
  readonly audit: Audit
  readonly clock: () => number
  /** Told where a line could not be written. */
  readonly complain: (error: unknown) => void
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

const isDeed = ({ is404, method, routeOptions }: FastifyRequest): boolean =>
  !is404 && !SAFE.has(method) && routeOptions.config.asks !== true

const lineOf = (request: FastifyRequest, at: number, became: Pick<Entry, 'stage' | 'status'>): Entry => ({
  at: new Date(at).toISOString(),
  deed: request.deed,
  who: request.caller?.name ?? 'nobody',
  role: request.caller?.role ?? null,
  from: request.ip,
  did: `${request.method} ${request.routeOptions.url ?? 'unknown'}`,
  target: Object.values((request.params ?? {}) as Record<string, string>)
    .join(' ')
    .slice(0, 300),
  ...became,
})

/**
 * Puts on record what changes something, before it is done, and what became of it, before it is answered; and what was
 * refused. What cannot be put on record is not done. That whoever asked has hung up changes nothing.
 */
export function putOnRecord(app: FastifyInstance, { audit, clock, complain }: Recorder): void {
  app.decorateRequest('deed', '')
  app.decorateRequest('noted', false)
  const note = (request: FastifyRequest, { raw, statusCode: status }: FastifyReply): void => {
    if (request.noted) return
    request.noted = true
    request.deed ||= randomUUID()
    const stage = raw.destroyed && !raw.writableEnded ? 'left' : 'answered'
    try {
      audit(lineOf(request, clock(), { stage, status }))
    } catch (error) {
      complain(error)
    }
  }
  app.addHook('preHandler', async (request, reply) => {
    if (!isDeed(request)) return
    request.deed = randomUUID()
    audit(lineOf(request, clock(), { stage: 'begun', status: null }))
    // What a handler sends by itself, as a stream of events, is over when its connection is.
    reply.raw.once('close', () => {
      if (reply.sent) note(request, reply)
    })
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { statusCode: status } = reply
    // Who asks too often is not written down as often.
    if (status !== 429 && (isDeed(request) || status === 401 || status === 403)) note(request, reply)
    return payload
  })
}
