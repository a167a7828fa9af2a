import { type CallToolResult, type ContentBlock, ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'
import type { Cited, Known } from '../../6-answer/index.ts'
import { told } from '../service/told.ts'

/** Links that one answer carries at most; the citations themselves all stand in its rows. */
const LINKS = 20

export const documentUri = (id: string): string => `readout://documents/${id}`
export const versionUri = (id: string, version: number): string => `${documentUri(id)}/versions/${version}`
export const actorUri = (id: string): string => `readout://actors/${id}`

/** What says of a row, or of a record, in which version of which report its words stand. */
type Citation = Pick<Cited, 'document' | 'version' | 'title' | 'publisher' | 'publishedAt'>

const isCitation = (value: object): value is Citation =>
  'document' in value && 'version' in value && 'publisher' in value && 'publishedAt' in value

/** Every citation anywhere in the rows. */
function* citationsIn(value: unknown): Generator<Citation> {
  if (value === null || typeof value !== 'object') return
  if (isCitation(value)) yield value
  else for (const inner of Object.values(value)) yield* citationsIn(inner)
}

/** Rows that are somebody by name: they cite nothing, and lead to all that is told of him. */
const isActor = (row: unknown): row is Pick<Known, 'id' | 'name' | 'type'> =>
  row !== null && typeof row === 'object' && 'id' in row && 'name' in row && 'names' in row && 'documents' in row

/** To actors that are rows, and to the versions that are cited: quotations point into them. */
function linksOf(value: unknown): ContentBlock[] {
  const links = new Map<string, ContentBlock>()
  const { rows } = value as { readonly rows?: unknown }
  for (const { id, name, type } of Array.isArray(rows) ? rows.filter(isActor).slice(0, LINKS) : []) {
    const uri = actorUri(id)
    links.set(uri, { type: 'resource_link', uri, name, description: type, mimeType: 'application/json' })
  }
  for (const { document, version, title, publisher, publishedAt } of citationsIn(value)) {
    if (links.size >= LINKS) break
    const uri = versionUri(document, version)
    const description = [publisher, publishedAt].filter(Boolean).join(', ')
    links.set(uri, { type: 'resource_link', uri, name: title ?? document, description, mimeType: 'text/plain' })
  }
  return [...links.values()]
}

/** The answer as data, the same as text for clients that show only text, and links to the reports it cites. */
export const answered = (value: object): CallToolResult => ({
  structuredContent: value as Record<string, unknown>,
  content: [{ type: 'text', text: JSON.stringify(value) }, ...linksOf(value)],
})

type Complain = (error: unknown) => void

/** A mistake that who asked can mend is an answer; of what is our own fault the log has the words. */
export async function attempt(work: () => Promise<object>, complain: Complain): Promise<CallToolResult> {
  try {
    return answered(await work())
  } catch (error) {
    const { code, words, ours } = told(error)
    if (ours) complain(error)
    return { isError: true, content: [{ type: 'text', text: `${words} [${code}]` }] }
  }
}

/** The protocol's own code for a resource that is not there. */
const NO_RESOURCE = -32002

/** The same for resources, for which the protocol has no other answer than an error. */
export async function attemptResource<T>(work: () => Promise<T>, complain: Complain): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code, words, ours } = told(error)
    if (ours) complain(error)
    throw new McpError(code === 'not-found' ? NO_RESOURCE : ErrorCode.InternalError, `${words} [${code}]`)
  }
}
