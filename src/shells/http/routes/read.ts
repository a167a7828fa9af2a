import type { z } from 'zod'
import { file, input, knownOfFile } from '../../service/schemas/input.ts'
import { reading } from '../../service/schemas/reading.ts'
import { type Service, taskOf } from '../../service/service.ts'
import { FILE_LIMIT, sendJson } from '../limits.ts'
import { mayFetch } from '../may-fetch.ts'
import { PROBLEMS } from '../responses.ts'
import type { App } from '../types.ts'

const response = { 200: reading, ...PROBLEMS }
export const FILE_TYPES = [
  'text/plain',
  'text/html',
  'application/xhtml+xml',
  'application/pdf',
  'application/octet-stream',
]

/** Reading without keeping. A page is fetched for analysts only: a fetch goes out in the server's name. */
export function readRoutes(app: App, service: Service): void {
  app.route({
    method: 'POST',
    url: '/api/read',
    // On record: it may fetch a page.
    config: { role: 'reader', costly: true },
    schema: {
      tags: ['Reading'],
      summary: 'Read a report, keep nothing',
      operationId: 'read',
      body: input,
      response,
    },
    handler: async (request, reply) => {
      mayFetch(request.caller, [request.body])
      return sendJson(reply, await service.readings.read(await taskOf(request.body, service.reach)))
    },
  })
  app.route({
    method: 'POST',
    url: '/api/read/file',
    bodyLimit: FILE_LIMIT,
    config: { role: 'reader', costly: true, asks: true },
    schema: {
      tags: ['Reading'],
      summary: 'Read a page, a PDF or a text as it lies in a file, keep nothing',
      operationId: 'readFile',
      consumes: FILE_TYPES,
      body: file,
      querystring: knownOfFile,
      response,
    },
    handler: async (request, reply) => {
      const contentType = request.headers['content-type']
      const hints = {
        ...(request.query as z.output<typeof knownOfFile>),
        ...(contentType ? { contentType } : {}),
      } as object
      return sendJson(reply, await service.readings.read({ kind: 'bytes', bytes: request.body, hints }))
    },
  })
}
