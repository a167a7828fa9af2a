import { ReadoutError } from '../model/errors.ts'
import { hashText } from './hash.ts'
import { placeKey } from './place-key.ts'
import type { DataSource } from './source.ts'

export interface City {
  readonly geonames: string
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** Code of the first-level region with the country's: "US.KY". */
  readonly region: string
  readonly lat: number
  readonly lon: number
  /** In steps of 500, at most 32 million. */
  readonly population: number
  /** 3 capital of a state, 2 of a first-level region, 1 of a second-level one, 0 none. */
  readonly rank: number
}

export interface Cities {
  /** The cities of this name, the largest first. */
  named(name: string): readonly City[]
  /** The city of a GeoNames id. */
  withId(geonames: string): City | undefined
}

/** Bytes of one city in each column, in the order of the file: hash, id, name's offset, lat, lon, region, people, rank. */
const WIDTHS = [4, 4, 4, 2, 2, 2, 2, 1] as const
const HEADER = 16
const MAGIC = 0x59544352

/**
 * Reads data/gazetteer/cities.bin (written by tools/gazetteer/pack.ts): a header ("RCTY", version, number of cities,
 * bytes of names), columns sorted by the hash of the folded name, names, and the codes of the regions, one a line. A
 * look-up is a binary search in the columns: nothing is unpacked before.
 */
export function loadCities(source: DataSource): Cities {
  const bytes = source.bytes('gazetteer/cities.bin')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getUint32(0, true) !== MAGIC) throw invalid()
  const count = view.getUint32(8, true)
  const columns = columnStarts(count)
  const names = columns.at(-1)!
  const regions = Buffer.from(bytes.subarray(names + view.getUint32(12, true)))
    .toString('utf8')
    .split('\n')
  let rowOf: ReadonlyMap<number, number> | undefined
  const idAt = (k: number): number => view.getUint32(columns[1]! + 4 * k, true)
  const cityAt = (k: number): City => {
    const [from, to] = [view.getUint32(columns[2]! + 4 * k, true), view.getUint32(columns[2]! + 4 * (k + 1), true)]
    const region = regions[view.getUint16(columns[5]! + 2 * k, true)]!
    return {
      geonames: String(idAt(k)),
      name: Buffer.from(bytes.subarray(names + from, names + to)).toString('utf8'),
      country: region.slice(0, 2),
      region,
      lat: degrees(view.getInt16(columns[3]! + 2 * k, true), 90),
      lon: degrees(view.getInt16(columns[4]! + 2 * k, true), 180),
      population: view.getUint16(columns[6]! + 2 * k, true) * 500,
      rank: view.getUint8(columns[7]! + k),
    }
  }
  const hashAt = (k: number): number => view.getUint32(columns[0]! + 4 * k, true)
  return {
    named(name) {
      const folded = placeKey(name)
      const hash = hashText(folded) >>> 0
      const found: City[] = []
      for (let k = lowerBound(hash, count, hashAt); k < count && hashAt(k) === hash; k++) {
        const city = cityAt(k)
        if (placeKey(city.name) === folded) found.push(city)
      }
      return found
    },
    withId(geonames) {
      rowOf ??= new Map(Array.from({ length: count }, (_, k) => [idAt(k), k]))
      const k = rowOf.get(Number(geonames))
      return k === undefined ? undefined : cityAt(k)
    },
  }
}

const invalid = (): ReadoutError =>
  new ReadoutError('vocabulary-invalid', 'data/gazetteer/cities.bin is no list of cities; install the program again')

/** Four decimals: the file is exact to about 300 metres. */
const degrees = (steps: number, range: number): number => Math.round((steps * range * 10000) / 32767) / 10000

function columnStarts(count: number): number[] {
  let at = HEADER
  return [
    ...WIDTHS.map((width, k) => {
      const start = at
      at += width * (k === 2 ? count + 1 : count)
      return start
    }),
    at,
  ]
}

function lowerBound(wanted: number, count: number, keyAt: (k: number) => number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (keyAt(middle) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
