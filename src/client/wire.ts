/** What the server refused: an RFC 9457 problem. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail)
  }
}

export const queryOf = (asked: object): string => {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(asked)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) query.append(key, String(one))
  }
  return query.size > 0 ? `?${query}` : ''
}

export async function checked(response: Response): Promise<Response> {
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string }
  throw new Problem(response.status, problem.code ?? 'unknown', problem.detail ?? response.statusText)
}

/** What a body brings, as it comes. By a reader: Safari's streams could not be gone through otherwise for long. */
async function* chunksOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    // Who goes through no more of it hangs up.
    await reader.cancel().catch(() => undefined)
  }
}

/** Server-sent events of a response, as they come. */
export async function* eventsOf(response: Response): AsyncGenerator<{ readonly name: string; readonly data: unknown }> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunksOf(response)) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = parts.pop()!
    for (const part of parts) {
      const name = /^event: (.*)$/m.exec(part)?.[1]
      const data = /^data: (.*)$/m.exec(part)?.[1]
      if (name !== undefined && data !== undefined) yield { name, data: JSON.parse(data) }
    }
  }
}

/** Kinds of file that the server knows by their name; any other goes as bytes, and is known by them or refused. */
const KINDS = /^(text\/(plain|html)|application\/(xhtml\+xml|pdf))\b/

export const kindOf = ({ type }: Blob): string => (KINDS.test(type) ? type : 'application/octet-stream')
