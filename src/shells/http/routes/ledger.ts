import { z } from 'zod'
import type { Ledger } from '../../../ledger.ts'
import { METHODS, type Method } from '../../remote/methods.ts'
import { Refused } from '../../service/refused.ts'
import type { Service } from '../../service/service.ts'
import { LEDGER_LIMIT, sendJson } from '../limits.ts'
import type { App } from '../types.ts'

type Call = (...args: unknown[]) => Promise<unknown>

const ledgerName = z.string().min(1).max(200).optional()

/**
 * The ledger itself, for the commands of this machine while the server has its folder open: they bring the key that lies
 * beside the folder for its owner alone, so that no token, page or other user gets further than `role-missing`. Each method has a
 * route of its own: nothing that a request says is looked up as a name.
 */
export function ledgerRoutes(app: App, { ledger }: Service): void {
  const common = {
    // Who may open the folder is checked before the body is read.
    config: { role: 'admin' } as const,
    onRequest: async (request: { readonly caller: { readonly owner?: boolean } | null }) => {
      if (!request.caller?.owner)
        throw new Refused('role-missing', 'this is for the commands of the machine that the ledger is on')
    },
  }
  app.route({
    method: 'GET',
    url: '/api/ledger',
    ...common,
    schema: { hide: true },
    handler: async () => ({}) as never,
  })
  for (const method of Object.keys(METHODS) as Method[]) {
    const { args, asks = false } = METHODS[method]
    app.route({
      method: 'POST',
      url: `/api/ledger/${method}`,
      bodyLimit: LEDGER_LIMIT,
      ...common,
      config: { ...common.config, asks },
      schema: { hide: true, body: z.strictObject({ ledger: ledgerName, args }) },
      handler: async ({ body }, reply) => {
        const of: Ledger = body.ledger === undefined ? ledger : await ledger.named(body.ledger)
        const result = await (of[method] as Call)(...body.args)
        return sendJson(reply as never, JSON.stringify({ result }))
      },
    })
  }
}
