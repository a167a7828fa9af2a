import { createHash } from 'node:crypto'

/** A name-based UUID (RFC 9562, version 5): the same name gives the same id on every machine. */
export function uuid5(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
/** Drawn once, for the names of this program alone. */
const NAMESPACE = Buffer.from('6c1f0d0a4b7e4c59a3f25d9b8e0c7a41', 'hex')

/** When a UUID of version 7 was made, as an ISO date-time; null of any other. */
export function madeAt(id: string): string | null {
  const digits = id.replaceAll('-', '')
  return digits[12] === '7' ? new Date(Number.parseInt(digits.slice(0, 12), 16)).toISOString() : null
}
