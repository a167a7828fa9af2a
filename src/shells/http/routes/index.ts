import { Refused } from '../../service/refused.ts'
import type { AppOptions } from '../app.ts'
import type { App } from '../types.ts'
import { aboutRoutes } from './about.ts'
import { docsRoutes } from './docs.ts'
import { documentRoutes } from './documents.ts'
import { exportRoutes } from './export.ts'
import { fileRoutes } from './files.ts'
import { countRoutes, heldRoutes } from './held.ts'
import { ledgerRoutes } from './ledger.ts'
import { listRoutes } from './lists.ts'
import { mcpRoutes } from './mcp.ts'
import { newsRoutes } from './news.ts'
import { questionRoutes } from './questions.ts'
import { readRoutes } from './read.ts'
import { recordsRoute } from './records.ts'
import { reviewRoutes } from './review.ts'

const FILES = /^(text\/(plain|html)|application\/(xhtml\+xml|pdf|octet-stream))/

const JSON_ONLY = 'send application/json; files are taken at /api/read/file and /api/documents/file'

/** Bytes would be no body of any other route: each of them would be told as a mistake of its own. */
const takesFiles = (schema: unknown): boolean => (schema as { consumes?: unknown } | undefined)?.consumes !== undefined

export async function addRoutes(app: App, { service, access, pages, complain }: AppOptions): Promise<void> {
  // JSON everywhere, and bytes where a route takes files: nothing else is read at all.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser(FILES, { parseAs: 'buffer' }, (request, body, done) =>
    takesFiles(request.routeOptions.schema) ? done(null, body) : done(new Refused('type-unsupported', JSON_ONLY)),
  )
  readRoutes(app, service)
  documentRoutes(app, service, complain)
  questionRoutes(app, service)
  exportRoutes(app, service, complain)
  heldRoutes(app, service)
  newsRoutes(app, service)
  listRoutes(app, service)
  countRoutes(app, service)
  recordsRoute(app, service)
  reviewRoutes(app, service)
  ledgerRoutes(app, service)
  aboutRoutes(app, service, access)
  mcpRoutes(app, service, complain)
  docsRoutes(app)
  fileRoutes(app, pages)
}
