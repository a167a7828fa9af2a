import type { Signature } from '../model/index.ts'

const WORDS = 5
const BANDS = 16
const ROWS = 2
/** The least hash under each of these mixings (odd numbers) is one place of the sketch. */
const SEEDS = Array.from({ length: BANDS * ROWS }, (_, k) => Math.imul(k + 1, 0x9e3779b1) | 1)
/** Beyond this only the smallest hashes are kept: enough to tell how much two texts share. */
const MOST = 4096

function hash(words: readonly string[], from: number): number {
  let h = 0x811c9dc5
  for (let k = from; k < from + WORDS; k++) {
    const word = words[k]!
    for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
    h = Math.imul(h ^ 0x20, 0x01000193)
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

/** Shingles of five words, and a sketch in bands: texts that share half of their shingles share a band almost surely. */
export function sign(text: string): Signature {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const set = new Set<number>()
  for (let k = 0; k + WORDS <= words.length; k++) set.add(hash(words, k))
  if (set.size === 0) return { bands: [], shingles: [] }
  const least = SEEDS.map((seed) => {
    let min = 0xffffffff
    for (const h of set) {
      const mixed = (Math.imul(h ^ (seed >>> 15), seed) ^ (h >>> 7)) >>> 0
      if (mixed < min) min = mixed
    }
    return min
  })
  const bands = Array.from(
    { length: BANDS },
    (_, b) =>
      `${b}:${least
        .slice(b * ROWS, (b + 1) * ROWS)
        .map((n) => n.toString(36))
        .join('.')}`,
  )
  return { bands, shingles: [...set].sort((a, b) => a - b).slice(0, MOST) }
}
