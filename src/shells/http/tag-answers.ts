import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** What whoever asks has already is what would be sent. */
export const unchanged = (has: string | undefined, tag: string): boolean =>
  has?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.slice(2)) ?? false

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/** An ETag for every answer that is one: problems and what became of a deed are told each time anew. */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async ({ method, headers }, reply, payload) => {
    const whole = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (!whole || reply.statusCode !== 200 || !READS.has(method)) return payload
    const own = reply.getHeader('etag') as string | undefined
    const tag = own ?? `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`
    reply.header('etag', tag)
    if (!unchanged(headers['if-none-match'], tag)) return payload
    reply.code(304)
    return ''
  })
}
