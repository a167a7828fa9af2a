import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Tokens } from '../access/tokens.ts'
import { Refused } from '../service/refused.ts'
import { secretOf } from './guard.ts'
import { COSTLY_SHARE } from './limits.ts'

/** What is counted together: what reads or keeps reports, other routes, and the files of the page. */
function kindOf({ is404, routeOptions }: FastifyRequest): 'costly' | 'plain' | 'files' {
  if (is404) return 'files'
  return routeOptions.config.costly === true ? 'costly' : 'plain'
}

/**
 * Counts every request of an address before anything else is done with it, those that are refused too: who has no
 * token cannot ask without end, nor fill the audit log. Who has a whole network of IPv6 (/64) is one address. Only who
 * brings the key of the process, and so could open the folder himself, is not counted.
 */
export async function limitRate(app: FastifyInstance, rate: number, tokens: Tokens): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: (request: FastifyRequest) => Math.ceil(kindOf(request) === 'costly' ? rate * COSTLY_SHARE : rate),
    keyGenerator: (request: FastifyRequest) => `${normalizeIP(request.ip)} ${kindOf(request)}`,
    allowList: (request: FastifyRequest) => tokens.isOwner(secretOf(request)),
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { after }) => new Refused('too-many-requests', `ask again in ${after}`),
  })
  app.addHook('onRequest', app.rateLimit())
}
