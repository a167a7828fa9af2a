import { z } from 'zod'
import { type NewsQuestion, news } from '../../../6-answer/index.ts'
import { day, moment, paging } from '../../service/schemas/filters.ts'
import { news as shape } from '../../service/schemas/news.ts'
import type { Service } from '../../service/service.ts'
import { PROBLEMS } from '../responses.ts'
import type { App } from '../types.ts'

const querystring = z.strictObject({
  recordedSince: moment.optional().describe('what was recorded after this; left out: everything is new'),
  asOf: day.optional().describe('of what was published, begun or told by that day'),
  known: moment.optional().describe('as it was known then'),
  limit: paging.limit.describe('most reports'),
})

/** What is new since a recorded time. */
export function newsRoutes(app: App, { ledger }: Service): void {
  app.route({
    method: 'GET',
    url: '/api/news',
    config: { role: 'reader' },
    schema: {
      tags: ['Questions'],
      summary: 'What is new since a recorded time',
      description:
        'Reports that came in, agreements whose status changed, offices taken up or left, contradictions, what waits for people.',
      operationId: 'news',
      querystring,
      response: { 200: shape, ...PROBLEMS },
    },
    handler: async ({ query }) => (await news(ledger, query as NewsQuestion)) as never,
  })
}
