import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Ledger } from '../../../ledger.ts'
import { type AddedOne, addAll, addReading } from '../../service/add.ts'
import { digest } from '../../service/cursor.ts'
import { cursorAt, listPlace } from '../../service/lists.ts'
import { day, moment, paging, several } from '../../service/schemas/filters.ts'
import { listedDocument } from '../../service/schemas/held.ts'
import { file, keepInput, knownOfFile } from '../../service/schemas/input.ts'
import type { Service } from '../../service/service.ts'
import { told } from '../../service/told.ts'
import { sendEvents } from '../events.ts'
import { FILE_LIMIT, MANY_LIMIT } from '../limits.ts'
import { toProblem } from '../problems.ts'
import { PROBLEMS } from '../responses.ts'
import type { App } from '../types.ts'
import { FILE_TYPES } from './read.ts'

const outcome = z.object({
  index: z.int(),
  outcome: z.enum(['new', 'version', 'reread', 'same', 'failed']),
  document: z.string().optional(),
  version: z.int().optional(),
  added: z.int().optional(),
  kept: z.int().optional(),
  retracted: z.int().optional(),
  problem: z.record(z.string(), z.unknown()).optional(),
})

const added = z.object({ documents: z.array(outcome) }).meta({ id: 'Added' })
const body = z.union([z.strictObject({ documents: z.array(keepInput).min(1).max(1000) }), keepInput])

type Complain = (error: unknown) => void

function rowOf({ index, added: made, error }: AddedOne, complain: Complain): z.infer<typeof outcome> {
  if (made) return { index, ...made }
  if (told(error).ours) complain(error)
  return { index, outcome: 'failed', problem: { ...toProblem(error) } }
}

async function stream(
  reply: FastifyReply,
  all: AsyncIterable<AddedOne>,
  of: number,
  complain: Complain,
): Promise<void> {
  const events = sendEvents(reply)
  let done = 0
  let failed = 0
  // What goes while nobody listens any more is stopped between two reports.
  for await (const one of all) {
    if (one.error) failed++
    events.send(one.error ? 'failed' : 'added', { done: ++done, of, ...rowOf(one, complain) })
    if (events.closed()) return
  }
  events.send('end', { done, of, failed })
  events.end()
}

function addRoute(app: App, service: Service, complain: Complain): void {
  app.route({
    method: 'POST',
    url: '/api/documents',
    bodyLimit: MANY_LIMIT,
    config: { role: 'analyst', costly: true },
    schema: {
      tags: ['Documents'],
      summary: 'Read reports and keep them',
      description: 'With Accept: text/event-stream an event for each report (`added`, `failed`), then `end`.',
      operationId: 'addDocuments',
      body,
      response: { 200: added, ...PROBLEMS },
    },
    handler: async (request, reply) => {
      const many = 'documents' in request.body
      const inputs = 'documents' in request.body ? request.body.documents : [request.body]
      const all = addAll(service, inputs)
      if (request.headers.accept?.includes('text/event-stream'))
        return stream(reply as never, all, inputs.length, complain) as never
      const documents: z.infer<typeof outcome>[] = []
      for await (const one of all) {
        if (one.error && !many) throw one.error
        documents.push(rowOf(one, complain))
      }
      return { documents }
    },
  })
}

function fileRoute(app: App, service: Service): void {
  app.route({
    method: 'POST',
    url: '/api/documents/file',
    bodyLimit: FILE_LIMIT,
    config: { role: 'analyst', costly: true },
    schema: {
      tags: ['Documents'],
      summary: 'Read a page, a PDF or a text as it lies in a file, and keep it',
      operationId: 'addFile',
      consumes: FILE_TYPES,
      body: file,
      querystring: knownOfFile,
      response: { 200: added, ...PROBLEMS },
    },
    handler: async (request) => {
      const contentType = request.headers['content-type']
      const hints = { ...(request.query as object), ...(contentType ? { contentType } : {}) }
      const json = await service.readings.read({ kind: 'bytes', bytes: request.body, hints })
      return { documents: [{ index: 0, ...(await addReading(service, json, {})) }] }
    },
  })
}

const list = z.strictObject({
  known: moment.optional(),
  publishers: several(z.string().max(500)).optional(),
  since: day.optional(),
  until: day.optional(),
  text: z.stringbool().default(false).describe('with their whole texts'),
  ...paging,
})

type List = Omit<z.output<typeof list>, 'limit' | 'cursor' | 'text'>

function listRoute(app: App, { ledger }: Service): void {
  app.route({
    method: 'GET',
    url: '/api/documents',
    config: { role: 'reader' },
    schema: {
      tags: ['Documents'],
      summary: 'The reports that are kept',
      operationId: 'documents',
      querystring: list,
      response: { 200: z.object({ rows: z.array(listedDocument), next: z.string().nullable() }), ...PROBLEMS },
    },
    handler: async ({ query: { limit, cursor, text, ...asked } }) => {
      const place = await listPlace(ledger, digest(['documents', asked]), asked.known, cursor)
      const { known, offset } = place
      if (known === null) return { rows: [], next: null }
      const held = await ledger.documents({ ...(asked as Defined<List>), known, limit: limit + 1, offset })
      const rows = held.slice(0, limit).map(({ text: whole, ...rest }) => (text ? { ...rest, text: whole } : rest))
      return { rows: rows as never, next: cursorAt(place, offset + limit, held.length > limit) }
    },
  })
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> } & Parameters<Ledger['documents']>[0]

export function documentRoutes(app: App, service: Service, complain: Complain): void {
  addRoute(app, service, complain)
  fileRoute(app, service)
  listRoute(app, service)
}
