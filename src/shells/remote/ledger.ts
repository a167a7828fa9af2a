import { request } from 'node:http'
import path from 'node:path'
import type { Ledger } from '../../ledger.ts'
import { type ErrorCode, ReadoutError } from '../../model/errors.ts'
import { VERSION } from '../../read.ts'
import { type Announced, announced } from './announce.ts'
import { METHODS, type Method } from './methods.ts'

interface Answered {
  readonly status: number
  readonly body: string
}

/**
 * One request, a connection of its own: one that was kept could be closed by the server just as a judgement goes out,
 * and nobody could tell whether it was made. There is no time limit: `doctor` may take minutes.
 */
function send({ address, key }: Announced, method: 'GET' | 'POST', at: string, body?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    }
    const sent = request(new URL(at, address), { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** What the ledger itself says through the server. Any other code is the server's own, and tells of a bug of ours. */
const OF_THE_LEDGER: ReadonlySet<string> = new Set<ErrorCode>([
  'usage',
  'date-invalid',
  'output-failed',
  'ledger-locked',
  'ledger-unreachable',
  'ledger-full',
  'ledger-newer',
  'ledger-missing',
  'not-found',
  'judgement-invalid',
])

function errorOf({ status, body }: Answered): Error {
  const { code, detail } = JSON.parse(body) as { readonly code: string; readonly detail: string }
  if (OF_THE_LEDGER.has(code)) return new ReadoutError(code as ErrorCode, detail)
  return new Error(`the server that has the ledger open answered ${status} ${code}: ${detail}`)
}

const gone = (folder: string, cause?: unknown): ReadoutError =>
  new ReadoutError(
    'ledger-unreachable',
    `the server that had ${folder} open no longer answers: what was not acknowledged was not kept; call again`,
    { cause },
  )

/** The server is looked up for every call: one that was started again is found under its new address. */
async function call(folder: string, ledger: string | undefined, method: Method, args: unknown[]): Promise<unknown> {
  const server = announced(folder)
  if (!server) throw gone(folder)
  const body = JSON.stringify({ ...(ledger === undefined ? {} : { ledger }), args })
  const answered = await send(server, 'POST', `/api/ledger/${method}`, body).catch((cause) => {
    throw gone(folder, cause)
  })
  if (answered.status !== 200) throw errorOf(answered)
  return (JSON.parse(answered.body) as { readonly result?: unknown }).result
}

type Forward = { readonly [M in Method]: (...args: unknown[]) => Promise<unknown> }

function ledgerOf(folder: string, ledger?: string): Ledger {
  const forward = (method: Method) => {
    return (...args: unknown[]): Promise<unknown> => {
      while (args.length > 0 && args.at(-1) === undefined) args.pop()
      return call(folder, ledger, method, args)
    }
  }
  const methods = Object.fromEntries((Object.keys(METHODS) as Method[]).map((m) => [m, forward(m)])) as Forward
  return {
    ...(methods as Pick<Ledger, Method>),
    // The server writes it, where this process would have.
    backup: async (file) => void (await methods.backup(path.resolve(file))),
    named: async (name) => ledgerOf(folder, name),
    close: async () => undefined,
  }
}

/**
 * The ledger of a folder through the process that has it open and answers; null where none does. Closing it closes
 * nothing there. Throws `ledger-locked` where that process is another version, which may keep other rows.
 */
export async function reach(folder: string): Promise<Ledger | null> {
  const server = announced(folder)
  if (!server) return null
  const answered = await send(server, 'GET', '/api/ledger').catch(() => null)
  if (answered?.status !== 200) return null
  if (server.version !== VERSION)
    throw new ReadoutError(
      'ledger-locked',
      `${folder} is served by readout ${server.version} (process ${server.pid}), and this is ${VERSION}: end that one, or use it`,
    )
  return ledgerOf(folder)
}
