/** Averaged (Collins) perceptron over first-order Viterbi. */
import type { Features } from '../../src/2-analyse/names/features.ts'
import { bestPath, type Grammar, labelGrammar } from '../../src/2-analyse/names/viterbi.ts'

export interface TrainingItem {
  readonly features: Features
  readonly gold: readonly number[]
}

/** Weights by feature hash: a row of one number a label. */
export interface Learnt {
  readonly rows: ReadonlyMap<number, number>
  readonly weights: Float64Array
  readonly transitions: Float64Array
}

/** A generator of its own, so that a run can be repeated. */
function* randoms(seed: number): Generator<number> {
  let state = seed | 0
  for (;;) {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    yield ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle<T>(items: T[], random: Generator<number>): void {
  for (let k = items.length - 1; k > 0; k--) {
    const other = Math.floor(random.next().value * (k + 1))
    ;[items[k], items[other]] = [items[other]!, items[k]!]
  }
}

export class Perceptron {
  readonly #rows = new Map<number, number>()
  #weights: Float64Array
  #sums: Float64Array
  readonly #transitions: Float64Array
  readonly #transitionSums: Float64Array
  readonly #grammar: Grammar
  #step = 1

  constructor(readonly labels: readonly string[]) {
    const count = labels.length
    this.#grammar = labelGrammar(labels)
    this.#weights = new Float64Array(count << 16)
    this.#sums = new Float64Array(count << 16)
    this.#transitions = new Float64Array((count + 1) * count)
    this.#transitionSums = new Float64Array((count + 1) * count)
  }

  /** Goes over the items `rounds` times; returns the share of sentences that the last round got wrong. */
  train(items: readonly TrainingItem[], rounds: number, seed: number): number {
    const order = [...items]
    const random = randoms(seed)
    let wrong = 0
    for (let round = 0; round < rounds; round++) {
      shuffle(order, random)
      wrong = 0
      for (const item of order) {
        if (this.#learn(item)) wrong++
        this.#step++
      }
    }
    return wrong / order.length
  }

  #learn({ features, gold }: TrainingItem): boolean {
    const path = bestPath(this.#emissions(features), this.#transitions, this.#grammar)
    if (path.every((label, k) => label === gold[k])) return false
    const count = this.labels.length
    path.forEach((label, k) => {
      const right = gold[k]!
      if (label !== right) this.#update(features, k, right, label)
      const [before, after] = [k > 0 ? gold[k - 1]! : count, k > 0 ? path[k - 1]! : count]
      if (before !== after || label !== right) {
        this.#shift(this.#transitions, this.#transitionSums, before * count + right, 1)
        this.#shift(this.#transitions, this.#transitionSums, after * count + label, -1)
      }
    })
    return true
  }

  #update({ values, starts }: Features, token: number, right: number, wrong: number): void {
    const count = this.labels.length
    for (let v = starts[token]!; v < starts[token + 1]!; v++) {
      const base = this.#row(values[v]!) * count
      this.#shift(this.#weights, this.#sums, base + right, 1)
      this.#shift(this.#weights, this.#sums, base + wrong, -1)
    }
  }

  #shift(weights: Float64Array, sums: Float64Array, at: number, by: number): void {
    weights[at] = weights[at]! + by
    sums[at] = sums[at]! + by * this.#step
  }

  #row(feature: number): number {
    const known = this.#rows.get(feature)
    if (known !== undefined) return known
    const row = this.#rows.size
    this.#rows.set(feature, row)
    if ((row + 1) * this.labels.length > this.#weights.length) {
      this.#weights = grown(this.#weights)
      this.#sums = grown(this.#sums)
    }
    return row
  }

  #emissions({ values, starts }: Features): Float64Array {
    const count = this.labels.length
    const scores = new Float64Array((starts.length - 1) * count)
    for (let token = 0; token < starts.length - 1; token++)
      for (let v = starts[token]!; v < starts[token + 1]!; v++) {
        const row = this.#rows.get(values[v]!)
        if (row === undefined) continue
        for (let label = 0; label < count; label++)
          scores[token * count + label] = scores[token * count + label]! + this.#weights[row * count + label]!
      }
    return scores
  }

  /** The average of the weights over all steps. */
  average(): Learnt {
    const mean = (weights: Float64Array, sums: Float64Array): Float64Array =>
      weights.map((weight, k) => weight - sums[k]! / this.#step)
    return {
      rows: this.#rows,
      weights: mean(this.#weights.subarray(0, this.#rows.size * this.labels.length), this.#sums),
      transitions: mean(this.#transitions, this.#transitionSums),
    }
  }
}

function grown(values: Float64Array): Float64Array {
  const larger = new Float64Array(values.length * 2)
  larger.set(values)
  return larger
}

/** The mean of several runs: what one order of the sentences taught by chance is evened out. Faint weights are dropped. */
export function meanOf(runs: Iterable<Learnt>, labels: number, faint: number): Learnt {
  const rows = new Map<number, Float32Array>()
  const transitions: number[] = []
  let count = 0
  for (const run of runs) {
    count++
    run.transitions.forEach((weight, k) => {
      transitions[k] = (transitions[k] ?? 0) + weight
    })
    for (const [feature, row] of run.rows) {
      const weights = run.weights.subarray(row * labels, (row + 1) * labels)
      if (!weights.some((weight) => Math.abs(weight) >= faint)) continue
      const sums = rows.get(feature) ?? new Float32Array(labels)
      for (let k = 0; k < labels; k++) sums[k]! += weights[k]!
      rows.set(feature, sums)
    }
  }
  const weights = new Float64Array(rows.size * labels)
  const places = new Map<number, number>()
  for (const [feature, sums] of rows) {
    weights.set(
      sums.map((sum) => sum / count),
      places.size * labels,
    )
    places.set(feature, places.size)
  }
  return { rows: places, weights, transitions: Float64Array.from(transitions, (sum) => sum / count) }
}
