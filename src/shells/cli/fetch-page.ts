import { ReadoutError } from '../../model/errors.ts'
import type { Hints } from '../../read.ts'

const LARGEST = 32 * 1024 * 1024
const PATIENCE = 20_000

/** The page at an address: at most 32 MiB, 20 seconds. */
export async function fetchPage(url: string): Promise<{ bytes: Uint8Array; hints: Hints }> {
  const fail = (why: string, cause?: unknown): ReadoutError => new ReadoutError('fetch-failed', `${url}: ${why}`, { cause })
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), headers: { accept: 'text/html, text/plain, application/pdf;q=0.9' } })
    if (!response.ok) throw fail(`the server answered ${response.status}`)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > LARGEST) throw fail(`the page has over ${LARGEST / 2 ** 20} MiB`)
      chunks.push(chunk)
    }
    const contentType = response.headers.get('content-type')
    return { bytes: Buffer.concat(chunks), hints: { url: response.url || url, ...(contentType ? { contentType } : {}) } }
  } catch (cause) {
    if (cause instanceof ReadoutError) throw cause
    const reason = (cause as Error).cause instanceof Error ? ((cause as Error).cause as Error).message : (cause as Error).message
    throw fail(reason, cause)
  }
}
