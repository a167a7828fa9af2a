import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const UNPACK: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

export const ENCODINGS = 'gzip, deflate, br'

/** The body unpacked: at most `largest` bytes of it, counted after unpacking, so that a small answer cannot grow large. */
export async function readBody(response: IncomingMessage, largest: number): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const unpack = UNPACK[encoding]
  if (!unpack && encoding !== 'identity') throw new Error(`the page is packed as ${encoding.slice(0, 20)}`)
  const stream = unpack ? unpack() : response
  if (unpack) response.on('error', (error) => (stream as Readable).destroy(error)).pipe(stream as NodeJS.WritableStream)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largest) throw new Error(`the page has over ${largest / 2 ** 20} MiB`)
      chunks.push(chunk)
    }
  } finally {
    response.destroy()
  }
  return Buffer.concat(chunks)
}
