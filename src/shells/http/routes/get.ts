import { z } from 'zod'
import { heldId } from '../../service/schemas/common.ts'
import { PROBLEMS } from '../responses.ts'
import type { App } from '../types.ts'

const params = z.strictObject({ id: heldId })

export type Asked = { readonly params: { readonly id: string }; readonly query: Record<string, string> }

/** A route that answers a GET of readers; `:id` in its address is that of a thing of the ledger. */
export function get(
  app: App,
  url: string,
  summary: string,
  querystring: z.ZodObject,
  row: z.ZodType,
  answer: (asked: Asked) => Promise<unknown>,
): void {
  const one = url.includes(':id')
  app.route({
    method: 'GET',
    url,
    config: { role: 'reader' },
    schema: {
      tags: ['Records'],
      summary,
      querystring,
      ...(one ? { params } : {}),
      response: { 200: row, ...PROBLEMS },
    },
    handler: async (request) => (await answer(request as unknown as Asked)) as never,
  })
}
