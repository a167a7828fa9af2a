import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { Variables } from '@modelcontextprotocol/sdk/shared/uriTemplate.js'
import type { ReadResourceResult } from '@modelcontextprotocol/sdk/types.js'
import { actor, brief } from '../../6-answer/index.ts'
import type { Ledger } from '../../ledger.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Service } from '../service/service.ts'
import { actorUri, attemptResource, documentUri } from './answers.ts'

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

type Complain = (error: unknown) => void

/** A resource of the ledger by what stands in its address, listed where it has a list. Faults of it are told in plain words. */
function resource(server: McpServer, complain: Complain, { name, template, list, about, read }: Resource): void {
  const listed = list && (async () => ({ resources: await attemptResource(list, complain) }))
  server.registerResource(name, new ResourceTemplate(template, { list: listed }), about, (uri, asked) =>
    attemptResource(() => read(uri.href, asked), complain),
  )
}

interface Resource {
  readonly name: string
  readonly template: string
  readonly list: (() => Promise<{ uri: string; name: string; description: string; mimeType: string }[]>) | undefined
  readonly about: { readonly title: string; readonly description: string; readonly mimeType: string }
  readonly read: (uri: string, asked: Variables) => Promise<ReadResourceResult>
}

const document = (ledger: Ledger): Resource => ({
  name: 'document',
  template: 'readout://documents/{id}',
  list: async () =>
    (await ledger.documents({ limit: LISTED })).map(({ document: id, title, publisher, publishedAt }) => ({
      uri: documentUri(id),
      name: title ?? id,
      description: [publisher, publishedAt].filter(Boolean).join(', '),
      mimeType: 'text/plain',
    })),
  about: { title: 'Report', description: 'The text of a report as it is now', mimeType: 'text/plain' },
  read: async (uri, { id }) => {
    const [held] = await ledger.documents({ ids: [idOf(id)] })
    if (!held) throw new ReadoutError('not-found', `there is no document ${String(id)}`)
    return asText(uri, held.text)
  },
})

const version = (ledger: Ledger): Resource => ({
  name: 'version',
  template: 'readout://documents/{id}/versions/{number}',
  list: undefined,
  about: {
    title: 'Version of a report',
    description: 'The text of a report as it was in one of its versions: quotations point into it',
    mimeType: 'text/plain',
  },
  read: async (uri, { id, number }) => {
    if (!/^[1-9]\d{0,5}$/.test(String(number))) throw new ReadoutError('not-found', 'there is no such version')
    const kept = await ledger.reading(idOf(id), { version: Number(number) })
    return asText(uri, kept.document.text)
  },
})

const actorPage = (ledger: Ledger): Resource => ({
  name: 'actor',
  template: 'readout://actors/{id}',
  list: async () =>
    (await ledger.actors({ limit: LISTED })).map(({ id, name, type, documents: reports }) => ({
      uri: actorUri(id),
      name,
      description: `${type}, in ${reports} reports`,
      mimeType: 'application/json',
    })),
  about: { title: 'Actor', description: 'All that the ledger has of one actor', mimeType: 'application/json' },
  read: async (uri, { id }) => asJson(uri, await actor(ledger, idOf(id))),
})

function briefing(server: McpServer, ledger: Ledger, complain: Complain): void {
  const about = {
    title: 'Brief',
    description: 'What the ledger holds, in sentences with citations',
    mimeType: 'application/json',
  }
  server.registerResource('brief', 'readout://brief', about, (uri) =>
    attemptResource(async () => asJson(uri.href, await brief(ledger)), complain),
  )
}

export function addResources(server: McpServer, { ledger }: Service, complain: Complain): void {
  for (const one of [document, version, actorPage]) resource(server, complain, one(ledger))
  briefing(server, ledger, complain)
}
