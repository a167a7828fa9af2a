import { createClient, Problem } from '../../../src/client.ts'

export { Problem }

const KEY = 'readout-token'

function keptToken(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

const token = keptToken()
const given = token === undefined ? {} : { token }

/** The server that this page came from. */
export const client = createClient(given)

/** Keeps the token while this window is open, and starts again with it. */
export function enterToken(secret: string): void {
  sessionStorage.setItem(KEY, secret.trim())
  location.reload()
}

/** A path of the API as it comes: for files, and for routes that the client has no function for. */
export async function fetchRaw(path: string, init: RequestInit = {}): Promise<Response> {
  const auth = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(path, { ...init, headers: { ...auth, ...(init.headers as Record<string, string>) } })
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string }
  throw new Problem(response.status, problem.code ?? 'unknown', problem.detail ?? response.statusText)
}
