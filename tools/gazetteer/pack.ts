import { hashText } from '../../src/vocabulary/hash.ts'
import { placeKey } from '../../src/vocabulary/place-key.ts'
import type { City } from './sources.ts'

/** Settlements with fewer people are left out, unless a region is governed from them: of many of these the number is unknown. */
const LEAST = 500
const KINDS: Record<string, number> = { PPLC: 3, PPLA: 2, PPLA2: 1, PPLG: 2 }

/**
 * The cities as columns, sorted by the hash of the folded name, so that a look-up is a binary search in the file as it
 * is read. src/vocabulary/cities.ts says the layout.
 */
export function packCities(cities: readonly City[]): Uint8Array {
  const codes = [...new Set(cities.map((city) => `${city.country}.${city.adminCode}`))].sort()
  const codeOf = new Map(codes.map((code, k) => [code, k]))
  const rows = cities
    .filter((city) => city.population >= LEAST || (KINDS[city.featureCode] ?? 0) > 0)
    .map((city) => ({ city, hash: hashText(placeKey(city.name)) >>> 0 }))
    .sort((a, b) => a.hash - b.hash || b.city.population - a.city.population || a.city.cityId - b.city.cityId)
  const names = rows.map(({ city }) => Buffer.from(city.name))
  const nameBytes = names.reduce((sum, name) => sum + name.length, 0)
  const codeBytes = Buffer.from(codes.join('\n'))
  const count = rows.length
  const sizes = [16, 4 * count, 4 * count, 4 * (count + 1), 2 * count, 2 * count, 2 * count, 2 * count, count]
  const out = Buffer.alloc(sizes.reduce((a, b) => a + b, 0) + nameBytes + codeBytes.length)
  out.write('RCTY', 0, 'latin1')
  out.writeUInt32LE(1, 4)
  out.writeUInt32LE(count, 8)
  out.writeUInt32LE(nameBytes, 12)
  const at = sizes.map((_, k) => sizes.slice(0, k).reduce((a, b) => a + b, 0))
  let offset = 0
  rows.forEach(({ city, hash }, k) => {
    const [lon, lat] = city.loc.coordinates
    out.writeUInt32LE(hash, at[1]! + 4 * k)
    out.writeUInt32LE(city.cityId, at[2]! + 4 * k)
    out.writeUInt32LE(offset, at[3]! + 4 * k)
    out.writeInt16LE(Math.round((lat * 32767) / 90), at[4]! + 2 * k)
    out.writeInt16LE(Math.round((lon * 32767) / 180), at[5]! + 2 * k)
    out.writeUInt16LE(codeOf.get(`${city.country}.${city.adminCode}`)!, at[6]! + 2 * k)
    out.writeUInt16LE(Math.min(65535, Math.round(city.population / 500)), at[7]! + 2 * k)
    out.writeUInt8(KINDS[city.featureCode] ?? 0, at[8]! + k)
    offset += names[k]!.length
  })
  out.writeUInt32LE(offset, at[3]! + 4 * count)
  const end = at[8]! + count
  Buffer.concat(names).copy(out, end)
  codeBytes.copy(out, end + nameBytes)
  return out
}
