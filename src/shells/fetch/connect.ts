import { lookup as resolveName } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './addresses.ts'

/** Where a name leads. Handed in so that tests can be a hostile name server. */
export type Resolve = (host: string) => Promise<readonly string[]>

export interface Reach {
  /** Which addresses may be connected to. */
  readonly allows: (address: string) => boolean
  readonly resolve: Resolve
}

export const resolveSystem: Resolve = async (host) =>
  (await resolveName(host, { all: true, verbatim: true })).map(({ address }) => address)

export const PUBLIC_ONLY: Reach = { allows: isPublicAddress, resolve: resolveSystem }
/** For the command line's own user, who may reach the hosts of his own net. */
export const ANYWHERE: Reach = { allows: () => true, resolve: resolveSystem }

/**
 * The address to connect to. A name with any address that may not be reached is refused whole: which of them would be
 * taken is not ours to say.
 */
export async function addressOf(url: URL, { allows, resolve }: Reach): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await resolve(host)
  const first = addresses[0]
  if (first === undefined) throw new Error(`${host} has no address`)
  if (!addresses.every(allows)) throw new Error(`${host} is no host of the public net`)
  return first
}

/** Connects to the address that was checked, whatever the name leads to by then; the name stays for Host and TLS. */
export async function request(
  url: URL,
  reach: Reach,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const address = await addressOf(url, reach)
  const lookup: LookupFunction = (_host, options, callback) => {
    const family = isIP(address)
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
  const { get } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    get(url, { headers, lookup, signal, agent: false, maxHeaderSize: 32 * 1024 }, resolve).on('error', reject)
  })
}
