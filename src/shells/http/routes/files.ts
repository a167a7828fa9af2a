import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Refused } from '../../service/refused.ts'
import { packer } from '../packed.ts'
import type { App } from '../types.ts'

interface Served {
  readonly type: string
  readonly cache: string
  /** Of the content, however it is packed. */
  readonly tag: string
  readonly packed: ReturnType<typeof packer>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** A name that holds the hash of its content, as the bundler writes it: it never changes. */
const HASHED = /[-.][\w-]{8,}\.\w+$/

/** All files of the folder, once: a request is looked up among their names and never reaches the file system. */
function loadFiles(folder: string): ReadonlyMap<string, Served> {
  const files = new Map<string, Served>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const type = TYPES[path.extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const name = `/${path.relative(folder, file).split(path.sep).join('/')}`
    const forever = name.startsWith('/assets/') && HASHED.test(name)
    const cache = forever ? 'public, max-age=31536000, immutable' : 'no-cache'
    const body = readFileSync(file)
    const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
    files.set(name, { type, cache, tag, packed: packer(body, type) })
  }
  return files
}

const HINT = 'The page is not built here. The API is described at /docs.\n'

/** The page: its files by name, and its first file for every address that is a view of it. */
export function fileRoutes(app: App, folder: string | undefined): void {
  const files = folder === undefined ? new Map<string, Served>() : loadFiles(folder)
  const index = files.get('/index.html')
  app.setNotFoundHandler(async (request, reply) => {
    const [address = '/'] = request.url.split('?')
    const api = /^\/(api|mcp|docs|openapi)(\/|\.|$)/.test(address)
    if (api || !['GET', 'HEAD'].includes(request.method))
      throw new Refused('route-unknown', `${request.method} ${address.slice(0, 200)}`)
    const file = files.get(address) ?? (path.extname(address) === '' ? index : undefined)
    if (!file && address === '/') return reply.type('text/plain; charset=utf-8').send(HINT)
    if (!file) throw new Refused('route-unknown', `${request.method} ${address.slice(0, 200)}`)
    const { body, encoding } = file.packed(request.headers['accept-encoding'])
    if (encoding) reply.header('content-encoding', encoding)
    reply.code(200).type(file.type).header('cache-control', file.cache).header('etag', file.tag)
    return reply.header('vary', 'accept-encoding').send(body)
  })
}
