import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Question } from '../../../6-answer/index.ts'
import { toCsv } from '../../../export/csv.ts'
import { type Asked, answerAt, nextOf, pageJson, placeOf, rowsAt, tagOf } from '../../service/paged.ts'
import { QUESTIONS, type QuestionKind } from '../../service/questions.ts'
import { pagedOf } from '../../service/schemas/common.ts'
import { filters, paging, questionOf } from '../../service/schemas/filters.ts'
import type { Service } from '../../service/service.ts'
import { sendJson } from '../limits.ts'
import { PROBLEMS } from '../responses.ts'
import { unchanged } from '../tag-answers.ts'
import type { App } from '../types.ts'

const format = z.enum(['json', 'csv']).default('json').describe('csv: the same page as a table')

/** What was asked, apart from how it is sent. `query` fits the question's own schema. */
export function askedOf(
  ledger: Service['ledger'],
  kind: QuestionKind,
  query: Readonly<Record<string, unknown>>,
): Asked {
  const given = Object.keys(kind.options).map((key) => [key, query[key]] as const)
  const options = Object.fromEntries(given.filter(([, value]) => value !== undefined))
  const ask = (question: Question) => kind.ask(ledger, question, options as never)
  return { name: kind.name, question: questionOf(query), options, ask }
}

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
      const asked = askedOf(service.ledger, kind, query)
      const place = await placeOf(service, asked, query)
      const tag = tagOf(service, place, query.format)
      if (unchanged(request.headers['if-none-match'], tag))
        return reply
          .code(304)
          .header('etag', tag)
          .send(undefined as never)
      const finished = await answerAt(service, asked, place)
      const next = nextOf(finished, place)
      reply.header('etag', tag)
      if (next) reply.header('link', `<${nextAddress(request.url, next)}>; rel="next"`)
      if (query.format === 'json') return sendJson(reply as never, pageJson(finished, place, asked.question))
      const rows = rowsAt(finished, place).map((row) => JSON.parse(row) as unknown)
      reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${kind.name}.csv"`)
      return sendText(reply as never, toCsv(rows))
    },
  })
}

/** Text that is no JSON, its type set. */
export const sendText = (reply: FastifyReply, text: string): never =>
  reply.serializer((sent: unknown) => sent as string).send(text) as never

function nextAddress(address: string, cursor: string): string {
  const url = new URL(address, 'http://localhost')
  url.searchParams.set('cursor', cursor)
  return url.pathname + url.search
}

export function questionRoutes(app: App, service: Service): void {
  for (const kind of QUESTIONS) ask(app, service, kind)
}
