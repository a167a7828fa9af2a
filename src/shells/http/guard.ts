import { isIP } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Audit } from '../access/audit.ts'
import { type Caller, LOCAL, mayAct, type Role } from '../access/roles.ts'
import type { Tokens } from '../access/tokens.ts'
import { Refused } from '../service/refused.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this; a route that says nothing is for admins. `public` needs no token. */
    role?: Role | 'public'
    /** Reads or keeps reports: counted apart, and fewer are allowed. */
    costly?: boolean
    /** Changes nothing, though it is a POST. */
    asks?: boolean
  }
  interface FastifyRequest {
    caller: Caller | null
  }
}

export interface Access {
  readonly tokens: Tokens
  /** False only where the server listens on this machine alone. */
  readonly required: boolean
  /** Names by which the server may be called; null: any (a token is needed then). */
  readonly hosts: readonly string[] | null
  readonly audit: Audit
}

export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** The names of a server that listens on `host`, an address of this machine alone. */
export const hostsOf = (host: string): readonly string[] => [
  ...new Set([...LOOPBACK_HOSTS, isIP(host) === 6 ? `[${host}]` : host.toLowerCase()]),
]

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

/** A page elsewhere may lead its own name to this machine: only our own names are answered without a token. */
function checkHost({ headers }: FastifyRequest, hosts: Access['hosts']): void {
  if (hosts !== null && !hosts.includes(nameOf(headers.host ?? ''))) {
    throw new Refused('origin-refused', 'the server is not called by this name')
  }
}

/** A page of another origin may send a request in the name of whoever looks at it. */
function checkOrigin({ headers }: FastifyRequest): void {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
  if (foreign || site === 'cross-site' || site === 'same-site') {
    throw new Refused('origin-refused', 'requests from the pages of another origin are not answered')
  }
}

/** The secret that a request brings; null where it brings none, or something else. */
export const secretOf = ({ headers }: FastifyRequest): string | null =>
  /^Bearer ([\w-]{1,200})$/i.exec(headers.authorization ?? '')?.[1] ?? null

/** A broken list of tokens is no matter of who asks: it says where the list lies. */
function lookUp(tokens: Tokens, secret: string): Caller | null {
  try {
    return tokens.callerOf(secret)
  } catch (cause) {
    throw new Error(`the tokens cannot be read: ${(cause as Error).message}`, { cause })
  }
}

function callerOf(request: FastifyRequest, { tokens, required }: Access): Caller | null {
  if (request.headers.authorization === undefined) return required ? null : LOCAL
  const secret = secretOf(request)
  const caller = secret === null ? null : lookUp(tokens, secret)
  if (!caller) throw new Refused('token-invalid', 'the token is not known, is over, or was revoked')
  return caller
}

function check(request: FastifyRequest, access: Access): void {
  checkHost(request, access.hosts)
  if (request.is404) return
  const needs = request.routeOptions.config.role ?? 'admin'
  if (needs === 'public') return
  checkOrigin(request)
  request.caller = callerOf(request, access)
  if (!request.caller) throw new Refused('token-missing', 'send Authorization: Bearer TOKEN (readout token makes one)')
  if (!mayAct(request.caller.role, needs)) throw new Refused('role-missing', `this needs the role ${needs}`)
}

/** Checks every request before its body is read. */
export function guard(app: FastifyInstance, access: Access): void {
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => check(request, access))
}
