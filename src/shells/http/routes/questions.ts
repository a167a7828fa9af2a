import { z } from 'zod'
import { pageOf } from '../../service/paged.ts'
import { QUESTIONS, type QuestionKind } from '../../service/questions.ts'
import { pagedOf } from '../../service/schemas/common.ts'
import { filters, paging, questionOf } from '../../service/schemas/filters.ts'
import type { Service } from '../../service/service.ts'
import { toCsv } from '../csv.ts'
import { PROBLEMS } from '../responses.ts'
import type { App } from '../types.ts'

const format = z.enum(['json', 'csv']).default('json').describe('csv: the same page as a table')

function ask(app: App, service: Service, kind: QuestionKind): void {
  const querystring = z.strictObject({ ...filters, ...kind.options, ...paging, format })
  app.route({
    method: 'GET',
    url: `/api/${kind.name}`,
    config: { role: 'reader' },
    schema: {
      tags: ['Questions'],
      summary: kind.title,
      description: kind.description,
      operationId: kind.name,
      querystring,
      response: { 200: pagedOf(kind.row), ...PROBLEMS },
    },
    handler: async (request, reply) => {
      const query = request.query as z.output<typeof querystring> & Record<string, unknown>
      const options = Object.fromEntries(
        Object.keys(kind.options)
          .map((key) => [key, query[key]])
          .filter(([, v]) => v !== undefined),
      )
      const answer = (question: Parameters<typeof kind.ask>[1]) => kind.ask(service.ledger, question, options as never)
      const page = await pageOf(service, kind.name, answer, questionOf(query), options, query)
      if (page.next) reply.header('link', `<${nextAddress(request.url, page.next)}>; rel="next"`)
      if (query.format === 'json') return page as never
      reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${kind.name}.csv"`)
      return reply.serializer((text: unknown) => text as string).send(toCsv(page.rows) as never)
    },
  })
}

function nextAddress(address: string, cursor: string): string {
  const url = new URL(address, 'http://localhost')
  url.searchParams.set('cursor', cursor)
  return url.pathname + url.search
}

export function questionRoutes(app: App, service: Service): void {
  for (const kind of QUESTIONS) ask(app, service, kind)
}
