import type { NameWeights } from '../../vocabulary/names-model.ts'
import type { Features } from './features.ts'

const NEVER = -1e9

/** What may follow what in BILOU; `starts` and `ends` for the ends of a sentence. */
export interface Grammar {
  readonly follows: readonly (readonly number[])[]
  readonly starts: readonly boolean[]
  readonly ends: readonly boolean[]
}

const opens = (label: string): boolean => label[0] === 'B' || label[0] === 'I'
const continues = (label: string): boolean => label[0] === 'I' || label[0] === 'L'

export function labelGrammar(labels: readonly string[]): Grammar {
  const allowed = (from: string, to: string): boolean =>
    opens(from) === continues(to) && (!opens(from) || from.slice(2) === to.slice(2))
  return {
    follows: labels.map((to) => labels.flatMap((from, k) => (allowed(from, to) ? [k] : []))),
    starts: labels.map((label) => !continues(label)),
    ends: labels.map((label) => !opens(label)),
  }
}

/** The best allowed sequence of labels for scores `emissions[token * labels + label]`. */
export function bestPath(
  emissions: Int32Array | Float64Array,
  transitions: ArrayLike<number>,
  grammar: Grammar,
): number[] {
  const labels = grammar.ends.length
  const length = emissions.length / labels
  if (length === 0) return []
  const back = new Uint8Array(length * labels)
  let scores = new Float64Array(labels).map((_, to) =>
    grammar.starts[to] ? emissions[to]! + transitions[labels * labels + to]! : NEVER,
  )
  for (let token = 1; token < length; token++) {
    const next = new Float64Array(labels).fill(NEVER)
    for (let to = 0; to < labels; to++) {
      let best = NEVER
      for (const from of grammar.follows[to]!) {
        const score = scores[from]! + transitions[from * labels + to]!
        if (score > best) {
          best = score
          back[token * labels + to] = from
        }
      }
      next[to] = best + emissions[token * labels + to]!
    }
    scores = next
  }
  let label = -1
  for (let to = 0; to < labels; to++) if (grammar.ends[to] && (label < 0 || scores[to]! > scores[label]!)) label = to
  const path = new Array<number>(length)
  for (let token = length - 1; token >= 0; token--) {
    path[token] = label
    label = back[token * labels + label]!
  }
  return path
}

export function emissionsOf(
  { values, starts }: Features,
  { labels, features, starts: from, entries }: NameWeights,
): Int32Array {
  const count = labels.length
  const length = starts.length - 1
  const scores = new Int32Array(length * count)
  for (let token = 0; token < length; token++) {
    const base = token * count
    for (let v = starts[token]!; v < starts[token + 1]!; v++) {
      const feature = features.find(values[v]!)
      if (feature < 0) continue
      const end = from[feature + 1]!
      for (let e = from[feature]!; e < end; e++) {
        const entry = entries[e]!
        scores[base + (entry & 0xff)]! += entry >> 8
      }
    }
  }
  return scores
}
