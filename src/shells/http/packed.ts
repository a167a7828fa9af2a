import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Below this, packing saves nothing that a packet would not carry anyway. */
const WORTH = 1024
const TEXT = /^(text\/|application\/(json|manifest\+json)|image\/svg)/
/** Of what is packed once and sent often: the best that takes no second a megabyte. */
const QUALITY = 9

const PACK = {
  br: (body: Buffer): Buffer => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  gzip: (body: Buffer): Buffer => gzipSync(body, { level: QUALITY }),
} as const
type Encoding = keyof typeof PACK

/** The encodings that whoever asks understands, by his own words: "gzip, br;q=0.5". */
function understood(header: string): ReadonlySet<string> {
  const parts = header.toLowerCase().split(',')
  return new Set(parts.filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part)).map((part) => part.split(';')[0]!.trim()))
}

export interface Packed {
  readonly body: Buffer
  readonly encoding: Encoding | null
}

/** A file as it is sent: packed with the first request that takes it so, and kept. */
export function packer(body: Buffer, type: string): (accepts: string | undefined) => Packed {
  const kept = new Map<Encoding, Buffer>()
  const worth = body.length >= WORTH && TEXT.test(type)
  return (accepts) => {
    const encodings = worth ? understood(accepts ?? '') : new Set<string>()
    const encoding = (['br', 'gzip'] as const).find((one) => encodings.has(one)) ?? null
    if (encoding === null) return { body, encoding }
    const packed = kept.get(encoding) ?? PACK[encoding](body)
    kept.set(encoding, packed)
    return { body: packed, encoding }
  }
}
