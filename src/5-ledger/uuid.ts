import { randomBytes } from 'node:crypto'

const BYTES = 16
/** Asking for random bytes costs more than the bytes: they are fetched for this many ids at once. */
const FETCHED = 256

/** Makes UUIDs of version 7 (RFC 9562): they sort by the clock handed in, and within one millisecond by order of making. */
export function uuidMaker(clock: () => number): () => string {
  let last = 0
  let sequence = 0
  let random = Buffer.alloc(0)
  let used = 0
  return () => {
    const now = Math.floor(clock())
    // 12 bits of counter; when they run over, or the clock goes back, time is borrowed from the future.
    if (now > last) {
      last = now
      sequence = 0
    } else if (++sequence > 0xfff) {
      last++
      sequence = 0
    }
    if (used === random.length) {
      random = randomBytes(BYTES * FETCHED)
      used = 0
    }
    const bytes = random.subarray(used, used + BYTES)
    used += BYTES
    bytes.writeUIntBE(last, 0, 6)
    bytes.writeUInt16BE(0x7000 | sequence, 6)
    bytes[8] = 0x80 | (bytes[8]! & 0x3f)
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
export const isUuid = (text: string): boolean => UUID.test(text)
