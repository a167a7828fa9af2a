import { z } from 'zod'
import { ReadoutError } from '../../../model/errors.ts'
import { VERSION } from '../../../read.ts'
import { ROLES } from '../../access/roles.ts'
import type { Service } from '../../service/service.ts'
import type { Access } from '../guard.ts'
import { PROBLEMS } from '../responses.ts'
import type { App } from '../types.ts'

const me = z
  .object({
    name: z.string().describe('under which judgements are kept'),
    role: z.enum(ROLES),
    version: z.string().describe('of readout'),
    ledger: z.enum(['folder', 'postgresql']),
    tokensRequired: z.boolean(),
  })
  .meta({ id: 'Me' })

const rule = z
  .object({
    id: z.string(),
    kind: z.enum(['row', 'program']).describe('rows of data, or a step of the program'),
    reason: z.string(),
    yes: z.array(z.string()).describe('examples that it fits'),
    no: z.array(z.string()).describe('examples that it must leave alone'),
  })
  .meta({ id: 'Rule' })

/** Who asks, and what the program is made of. */
export function aboutRoutes(app: App, { store, rules }: Service, { required }: Access): void {
  app.route({
    method: 'GET',
    url: '/api/me',
    config: { role: 'reader' },
    schema: {
      tags: ['Server'],
      summary: 'Who asks, and which program answers',
      operationId: 'me',
      response: { 200: me, ...PROBLEMS },
    },
    handler: async ({ caller }) => ({ ...caller!, version: VERSION, ledger: store, tokensRequired: required }),
  })
  app.route({
    method: 'GET',
    url: '/api/rules/:id',
    config: { role: 'reader' },
    schema: {
      tags: ['Server'],
      summary: 'What the rule that a record names stands for',
      operationId: 'rule',
      params: z.strictObject({ id: z.string().max(200) }),
      response: { 200: rule, ...PROBLEMS },
    },
    handler: async ({ params: { id } }) => {
      const found = rules.find(id)
      if (!found) throw new ReadoutError('not-found', `no rule is called “${id}”`)
      return { ...found, yes: [...found.yes], no: [...found.no] }
    },
  })
}
