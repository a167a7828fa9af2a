import type { IncomingMessage } from 'node:http'
import { ReadoutError } from '../../model/errors.ts'
import type { Hints } from '../../read.ts'
import { ENCODINGS, readBody } from './body.ts'
import { PUBLIC_ONLY, type Reach, request } from './connect.ts'

export { isPublicAddress } from './addresses.ts'
export { ANYWHERE, PUBLIC_ONLY, type Reach, type Resolve } from './connect.ts'

export interface FetchLimits {
  /** Bytes after unpacking. */
  readonly largest: number
  /** Milliseconds for all of it: names, redirects, body. */
  readonly patience: number
  readonly redirects: number
}

export interface Page {
  readonly bytes: Uint8Array
  readonly hints: Hints
}

const LIMITS: FetchLimits = { largest: 32 * 1024 * 1024, patience: 20_000, redirects: 5 }
const HEADERS = {
  accept: 'text/html, text/plain, application/pdf;q=0.9, */*;q=0.1',
  'accept-encoding': ENCODINGS,
  'user-agent': 'readout',
}

function checked(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base) : null
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new Error('only http and https are fetched')
  if (url.username || url.password) throw new Error('an address with a password is not fetched')
  return url
}

async function follow(
  address: string,
  reach: Reach,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<{ url: URL; response: IncomingMessage }> {
  let url = checked(address)
  for (let turn = 0; turn <= limits.redirects; turn++) {
    const response = await request(url, reach, HEADERS, signal)
    const status = response.statusCode ?? 0
    const { location } = response.headers
    if (status < 300 || status >= 400 || location === undefined) return { url, response }
    response.destroy()
    url = checked(location, url)
  }
  throw new Error(`over ${limits.redirects} redirects`)
}

async function page(address: string, reach: Reach, limits: FetchLimits, signal: AbortSignal): Promise<Page> {
  const { url, response } = await follow(address, reach, limits, signal)
  const status = response.statusCode ?? 0
  if (status < 200 || status >= 300) {
    response.destroy()
    throw new Error(`the server answered ${status}`)
  }
  const contentType = response.headers['content-type']
  const bytes = await readBody(response, limits.largest)
  return { bytes, hints: { url: url.href, ...(contentType ? { contentType } : {}) } }
}

/**
 * The page at an address. Unless `reach` says otherwise only hosts of the public net are reached: every name is
 * resolved, its addresses checked, and the checked one connected to, again at each redirect.
 * Throws `fetch-failed`.
 */
export async function fetchPage(
  address: string,
  reach: Reach = PUBLIC_ONLY,
  limits: Partial<FetchLimits> = {},
): Promise<Page> {
  const all = { ...LIMITS, ...limits }
  const signal = AbortSignal.timeout(all.patience)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no answer in ${all.patience / 1000} s`)), { once: true })
  })
  try {
    return await Promise.race([page(address, reach, all, signal), late])
  } catch (cause) {
    const why = signal.aborted ? `no answer in ${all.patience / 1000} s` : (cause as Error).message
    throw new ReadoutError('fetch-failed', `${address.slice(0, 200)}: ${why}`, { cause })
  }
}
