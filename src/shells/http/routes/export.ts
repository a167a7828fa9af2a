import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { None } from '../../../6-answer/index.ts'
import { hasMarkdown, markdownOf } from '../../../export/answers/markdown.ts'
import { exportRecords, FORMAT_NAMES, FORMATS, toCsv } from '../../../export/index.ts'
import { ReadoutError } from '../../../model/errors.ts'
import { createPlaceFinder } from '../../../read.ts'
import type { Finished } from '../../service/finished.ts'
import { type Asked, answerAt, placeOf, tagOf } from '../../service/paged.ts'
import { QUESTIONS, type QuestionKind } from '../../service/questions.ts'
import { wholeOf } from '../../service/schemas/common.ts'
import { filters, questionOf } from '../../service/schemas/filters.ts'
import type { Service } from '../../service/service.ts'
import { PROBLEMS } from '../responses.ts'
import { unchanged } from '../tag-answers.ts'
import type { App } from '../types.ts'
import { askedOf } from './questions.ts'

type Complain = (error: unknown) => void

/** Reads its lists with the first export. */
const finder = createPlaceFinder()

/** A file to keep. No part of its name comes from a request. */
const asFile = (reply: FastifyReply, name: string, mediaType: string): FastifyReply =>
  reply.type(mediaType).header('content-disposition', `attachment; filename="${name}"`)

/**
 * Sends text as it is made. The first piece is waited for, so that what cannot be exported is a problem; what fails after
 * it ends the connection.
 */
async function sendPieces(
  reply: FastifyReply,
  text: AsyncIterable<string | Uint8Array>,
  complain: Complain,
): Promise<never> {
  const pieces = text[Symbol.asyncIterator]()
  const first = await pieces.next()
  async function* all(): AsyncGenerator<string | Uint8Array> {
    try {
      if (!first.done) yield first.value
      yield* { [Symbol.asyncIterator]: () => pieces }
    } catch (error) {
      complain(error)
      throw error
    }
  }
  return reply.send(Readable.from(all())) as never
}

const refuse = ({ message, nearest }: None): never => {
  const near = nearest.length > 0 ? ` Nearest: ${nearest.join(', ')}.` : ''
  throw new ReadoutError('not-found', message + near)
}

const TYPES = {
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
} as const
type AnswerFormat = keyof typeof TYPES

/** A whole answer. Rows of JSON go out a thousand at a time; a table needs all of them for its columns. */
async function* written(format: AnswerFormat, { name, question }: Asked, { rows, asked, none }: Finished) {
  const parsed = (): unknown[] => rows.map((row) => JSON.parse(row) as unknown)
  if (format === 'csv') yield toCsv(parsed())
  if (format === 'md' && hasMarkdown(name))
    yield markdownOf(name, { asked, question, rows: parsed(), leftOff: 0, none })
  if (format === 'csv' || format === 'md') return
  const [head, between, tail] =
    format === 'jsonl'
      ? ['', '\n', rows.length > 0 ? '\n' : '']
      : [`${JSON.stringify({ asked, question, none }).slice(0, -1)},"rows":[\n`, ',\n', '\n]}\n']
  yield head
  for (let from = 0; from < rows.length; from += 1000)
    yield (from > 0 ? between : '') + rows.slice(from, from + 1000).join(between)
  yield tail
}

/** More than an answer can have. */
const ALL = Number.MAX_SAFE_INTEGER

const file = z.string()
type Shapes = Readonly<Record<string, z.ZodType>>

const answerShapes = (kind: QuestionKind, formats: readonly AnswerFormat[]): Shapes =>
  Object.fromEntries(formats.map((one) => [TYPES[one], one === 'json' ? wholeOf(kind.row) : file]))

const RECORD_SHAPES: Shapes = Object.fromEntries(FORMATS.map(({ mediaType }) => [mediaType, file]))

/** What is sent, by its media type. */
const asFiles = (shapes: Shapes) => ({
  description: 'the file, under a name',
  content: Object.fromEntries(
    Object.entries(shapes).map(([type, schema]) => [type.replace(/;.*/, ''), { schema }] as const),
  ),
})

function answerRoute(app: App, service: Service, kind: QuestionKind, complain: Complain): void {
  const formats = hasMarkdown(kind.name)
    ? (['json', 'jsonl', 'csv', 'md'] as const)
    : (['json', 'jsonl', 'csv'] as const)
  const querystring = z.strictObject({ ...filters, ...kind.options, format: z.enum(formats).default('json') })
  app.route({
    method: 'GET',
    url: `/api/export/${kind.name}`,
    config: { role: 'reader', costly: true },
    schema: {
      tags: ['Export'],
      summary: `${kind.title}: all rows, as a file`,
      operationId: `export-${kind.name}`,
      querystring,
      response: { 200: asFiles(answerShapes(kind, formats)), ...PROBLEMS },
    },
    handler: async (request, reply) => {
      const query = request.query as Readonly<Record<string, unknown>> & { readonly format: AnswerFormat }
      const asked = askedOf(service.ledger, kind, query)
      const place = await placeOf(service, asked, { limit: ALL })
      const tag = tagOf(service, place, `file ${query.format}`)
      if (unchanged(request.headers['if-none-match'], tag))
        return reply
          .code(304)
          .header('etag', tag)
          .send(undefined as never)
      const finished = await answerAt(service, asked, place)
      if (finished.none?.code === 'unknown-name') refuse(finished.none)
      asFile(reply as never, `readout-${kind.name}.${query.format}`, TYPES[query.format]).header('etag', tag)
      return sendPieces(reply as never, written(query.format, asked, finished), complain)
    },
  })
}

const LIST = FORMATS.map(({ name, title }) => `\`${name}\`: ${title}`).join('; ')

function recordsRoute(app: App, service: Service, url: string, complain: Complain): void {
  const format = z.enum(FORMAT_NAMES as [string, ...string[]]).describe(LIST)
  const limit = z.coerce.number().int().min(1).max(10_000_000).optional().describe('most records')
  app.route({
    method: 'GET',
    url,
    config: { role: 'reader', costly: true },
    schema: {
      tags: ['Export'],
      summary: 'The records in a format of others, as a file: one row for each source',
      operationId: url.endsWith('records') ? 'export-records' : 'export',
      querystring: z.strictObject({ ...filters, format, limit }),
      response: { 200: asFiles(RECORD_SHAPES), ...PROBLEMS },
    },
    handler: async (request, reply) => {
      const query = request.query as Parameters<typeof questionOf>[0] & { format: string; limit?: number }
      const chosen = FORMATS.find(({ name }) => name === query.format)!
      const question = { ...questionOf(query), ...(query.limit === undefined ? {} : { limit: query.limit }) }
      const asked = { name: 'records', question, options: {}, ask: () => Promise.reject(new TypeError('never asked')) }
      const tag = tagOf(service, await placeOf(service, asked, { limit: ALL }), chosen.name)
      if (unchanged(request.headers['if-none-match'], tag))
        return reply
          .code(304)
          .header('etag', tag)
          .send(undefined as never)
      const exported = await exportRecords(service.ledger, chosen, question, finder)
      if ('code' in exported) return refuse(exported)
      asFile(reply as never, `readout.${chosen.extension}`, chosen.mediaType).header('etag', tag)
      return sendPieces(reply as never, exported.text, complain)
    },
  })
}

/** Whole answers and whole records as files. */
export function exportRoutes(app: App, service: Service, complain: Complain): void {
  for (const kind of QUESTIONS) answerRoute(app, service, kind, complain)
  for (const url of ['/api/export', '/api/export/records']) recordsRoute(app, service, url, complain)
}
