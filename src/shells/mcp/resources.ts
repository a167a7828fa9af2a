import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { ReadResourceResult } from '@modelcontextprotocol/sdk/types.js'
import { actor, brief } from '../../6-answer/index.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Service } from '../service/service.ts'
import { actorUri, documentUri } from './answers.ts'

/** Listed at most; the tools go through all of them. */
const LISTED = 200

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const idOf = (value: string | string[] | undefined): string => {
  if (typeof value === 'string' && UUID.test(value)) return value
  throw new ReadoutError('not-found', 'there is no such id')
}

const asText = (uri: string, text: string): ReadResourceResult => ({
  contents: [{ uri, mimeType: 'text/plain', text }],
})
const asJson = (uri: string, value: unknown): ReadResourceResult => ({
  contents: [{ uri, mimeType: 'application/json', text: JSON.stringify(value) }],
})

function documents(server: McpServer, { ledger }: Service): void {
  const list = async () => ({
    resources: (await ledger.documents({ limit: LISTED })).map(({ document, title, publisher, publishedAt }) => ({
      uri: documentUri(document),
      name: title ?? document,
      description: [publisher, publishedAt].filter(Boolean).join(', '),
      mimeType: 'text/plain',
    })),
  })
  const template = new ResourceTemplate('readout://documents/{id}', { list })
  const about = {
    title: 'Report',
    description: 'The text of a report, into which quotations point',
    mimeType: 'text/plain',
  }
  server.registerResource('document', template, about, async (uri, { id }) => {
    const [held] = await ledger.documents({ ids: [idOf(id)] })
    if (!held) throw new ReadoutError('not-found', `there is no document ${String(id)}`)
    return asText(uri.href, held.text)
  })
}

function actors(server: McpServer, { ledger }: Service): void {
  const list = async () => ({
    resources: (await ledger.actors({ limit: LISTED })).map(({ id, name, type, documents: reports }) => ({
      uri: actorUri(id),
      name,
      description: `${type}, in ${reports} reports`,
      mimeType: 'application/json',
    })),
  })
  const template = new ResourceTemplate('readout://actors/{id}', { list })
  const about = { title: 'Actor', description: 'All that the ledger has of one actor', mimeType: 'application/json' }
  server.registerResource('actor', template, about, async (uri, { id }) =>
    asJson(uri.href, await actor(ledger, idOf(id))),
  )
}

function briefing(server: McpServer, { ledger }: Service): void {
  const about = {
    title: 'Brief',
    description: 'What the ledger holds, in sentences with citations',
    mimeType: 'application/json',
  }
  server.registerResource('brief', 'readout://brief', about, async (uri) => asJson(uri.href, await brief(ledger)))
}

export function addResources(server: McpServer, service: Service): void {
  documents(server, service)
  actors(server, service)
  briefing(server, service)
}
