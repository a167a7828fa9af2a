import { BlockList, isIP } from 'node:net'

/**
 * What is no public host: IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and after), multicast
 * included. An address in IPv6 that carries one in IPv4 is judged by the one it carries.
 */
const V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of IPv6 only 2000::/3 is given out; of that, these are not hosts of the public net. */
const V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [net, bits] of V4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of V6) closed.addSubnet(net, bits, 'ipv6')
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')

/** The eight groups of an IPv6 address; the WHATWG parser writes every spelling in one way. */
function groupsOf(address: string): number[] {
  const plain = new URL(`http://[${address.split('%')[0]}]/`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const split = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
  const [first, last] = [split(head), split(tail ?? '')]
  return tail === undefined ? first : [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last]
}

/** The IPv4 address inside ::ffff:0:0/96 (mapped), ::/96 (compatible) and 64:ff9b::/96 (NAT64). */
function carried(groups: readonly number[]): string | null {
  const [a, b, c, d, e, f, g = 0, h = 0] = groups
  const zeros = [c, d, e].every((group) => group === 0)
  const mapped = zeros && a === 0 && b === 0 && (f === 0xffff || (f === 0 && (g !== 0 || h > 1)))
  const translated = zeros && a === 0x64 && b === 0xff9b && f === 0
  return mapped || translated ? [g >> 8, g & 255, h >> 8, h & 255].join('.') : null
}

/** Whether an IP address is a host of the public net: no loopback, private, link-local, multicast or reserved one. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  const inner = carried(groupsOf(address))
  if (inner !== null) return isPublicAddress(inner)
  return open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
