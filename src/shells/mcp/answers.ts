import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/sdk/types.js'
import type { Cited } from '../../6-answer/index.ts'
import { ReadoutError } from '../../model/errors.ts'
import { Refused } from '../service/refused.ts'

/** Links that one answer carries at most; the citations themselves all stand in its rows. */
const LINKS = 20

export const documentUri = (id: string): string => `readout://documents/${id}`
export const actorUri = (id: string): string => `readout://actors/${id}`

const isCited = (value: object): value is Cited => 'quotes' in value && 'document' in value && 'according' in value

/** Every citation anywhere in the rows. */
function* citationsIn(value: unknown): Generator<Cited> {
  if (value === null || typeof value !== 'object') return
  if (isCited(value)) yield value
  else for (const inner of Object.values(value)) yield* citationsIn(inner)
}

function linksOf(value: unknown): ContentBlock[] {
  const links = new Map<string, ContentBlock>()
  for (const { document, title, publisher, publishedAt } of citationsIn(value)) {
    if (links.size >= LINKS) break
    const description = [publisher, publishedAt].filter(Boolean).join(', ')
    links.set(document, {
      type: 'resource_link',
      uri: documentUri(document),
      name: title ?? document,
      description,
      mimeType: 'text/plain',
    })
  }
  return [...links.values()]
}

/** The answer as data, the same as text for clients that show only text, and links to the reports it cites. */
export const answered = (value: object): CallToolResult => ({
  structuredContent: value as Record<string, unknown>,
  content: [{ type: 'text', text: JSON.stringify(value) }, ...linksOf(value)],
})

/** A mistake that who asked can mend is an answer; what is our own fault is an error without its words. */
export async function attempt(
  work: () => Promise<object>,
  complain: (error: unknown) => void,
): Promise<CallToolResult> {
  try {
    return answered(await work())
  } catch (error) {
    const known = error instanceof ReadoutError || error instanceof Refused
    if (!known) complain(error)
    const text = known ? `${error.message} [${error.code}]` : 'something went wrong in the server'
    return { isError: true, content: [{ type: 'text', text }] }
  }
}
