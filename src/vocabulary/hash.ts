const SEED = 0x811c9dc5

/** FNV-1a goes on from `state`; phrases are hashed piece by piece. */
export function continueHash(state: number, text: string): number {
  let hash = state
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193)
  return hash
}

export function finishHash(state: number): number {
  const hash = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** The key of every hashed list, a signed 32-bit integer: FNV-1a over UTF-16 units with a final mix. */
export const hashText = (text: string): number => finishHash(continueHash(SEED, text))

/** Joins two hashes; the order counts. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 13)
}

const PLAIN = /^[a-z0-9.]*$/
const IGNORED = /[\s'’‘`ʻʼ"‐-—-]/g

/** What of a token counts in a phrase: its case, hyphens and apostrophes do not, full stops do ("US" is not "us."). */
export function phrasePiece(token: string): string {
  const lower = token.toLowerCase()
  return PLAIN.test(lower) ? lower : lower.replace(IGNORED, '')
}

export const PHRASE_START = SEED
export const hashPhrase = (phrase: string): number => finishHash(continueHash(PHRASE_START, phrasePiece(phrase)))
