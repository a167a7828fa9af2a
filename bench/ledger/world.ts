import type { ActorType } from '../../src/model/index.ts'

/** Numbers that seem drawn by lot and are the same on every machine (mulberry32). */
export function lots(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000) * below)
  }
}

export interface Inhabitant {
  readonly name: string
  readonly type: ActorType
}

const SYLLABLES = 'ar en dia bor la cas si vel mar tu osk ri tha no pel gun dro ka li fen'.split(' ')
const TYPES: readonly ActorType[] = ['state', 'person', 'person', 'person', 'organization', 'armed-group', 'government']

const STATES = 16 ** 3

function word(k: number): string {
  const parts = [k % 20, Math.floor(k / 20) % 20, Math.floor(k / 400) % 20].map((i) => SYLLABLES[i]!)
  const text = parts.join('') + (k >= 8000 ? SYLLABLES[Math.floor(k / 8000) % 20]! : '')
  return text[0]!.toUpperCase() + text.slice(1)
}

const NAMED: Readonly<Partial<Record<ActorType, (word: string, k: number) => string>>> = {
  person: (w, k) => `${word((k * 7919) % STATES)} ${w}`,
  organization: (w) => `${w} Relief Council`,
  'armed-group': (w) => `${w} Valley Front`,
  government: (w) => `Government of ${w}`,
}

/** The first are in the news far more than the last: see `pick`. */
export const peopled = (count: number): readonly Inhabitant[] =>
  Array.from({ length: count }, (_, k) => {
    const type = TYPES[k % TYPES.length]!
    return { type, name: NAMED[type]?.(word(k), k) ?? word(k) }
  })

/** Zipf's law, near enough: each doubling of the rank is drawn as often as the one before it. */
export function pick(lot: (below: number) => number, count: number): number {
  const doublings = Math.ceil(Math.log2(count + 1))
  const low = 2 ** lot(doublings) - 1
  return Math.min(count - 1, low + lot(low + 1))
}
