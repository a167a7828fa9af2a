import type { Matrix } from '../src/vocabulary/pack.ts'
import type { LstmDirection, ParserModel } from '../src/vocabulary/parser-model.ts'

/** The network in plain arithmetic: what the kernel must come to. Slow; for tests. */
export interface Scores {
  /** [token][tag] */
  readonly tags: Float64Array[]
  /** [token][head], head 0 the root */
  readonly arcs: Float64Array[]
  /** Scores of the relations of a token under a head (0 the root). */
  readonly labels: (token: number, head: number) => Float64Array
}

function times(matrix: Matrix, x: Float64Array): Float64Array {
  const { rows, columns, data, scale, bias } = matrix
  const y = new Float64Array(rows)
  for (let r = 0; r < rows; r++) {
    let sum = 0
    for (let c = 0; c < columns; c++) sum += data[r * columns + c]! * x[c]!
    y[r] = sum * scale[r]! + (bias[r] ?? 0)
  }
  return y
}

const row = ({ columns, data, scale }: Matrix, r: number): Float64Array =>
  Float64Array.from(data.subarray(r * columns, (r + 1) * columns), (v) => v * scale[r]!)

function embed(model: ParserModel, rows: readonly number[]): Float64Array {
  const [glove, words, ...affixes] = rows
  const trained = row(model.words.vectors, words!)
  const summed = row(model.glove.vectors, glove!).map((v, i) => v + trained[i]!)
  return Float64Array.from([...summed, ...model.affixes.flatMap((t, i) => [...row(t.vectors, affixes[i]!)])])
}

const sigmoid = (half: number) => Math.tanh(half) / 2 + 0.5

function run({ input, state }: LstmDirection, xs: readonly Float64Array[], units: number): Float64Array[] {
  let h: Float64Array = new Float64Array(units)
  const c = new Float64Array(units)
  return xs.map((x) => {
    const recurrent = times(state, h)
    const gates = times(input, x).map((g, i) => g + recurrent[i]!)
    h = new Float64Array(units)
    for (let u = 0; u < units; u++) {
      const at = (u >> 2) * 16 + (u & 3)
      c[u] = sigmoid(gates[at + 4]!) * c[u]! + sigmoid(gates[at]!) * Math.tanh(gates[at + 8]!)
      h[u] = sigmoid(gates[at + 12]!) * Math.tanh(c[u]!)
    }
    return h
  })
}

function layer([forward, backward]: readonly [LstmDirection, LstmDirection], xs: Float64Array[], units: number) {
  const left = run(forward, xs, units)
  const right = run(backward, xs.toReversed(), units).toReversed()
  return xs.map((_, t) => Float64Array.from([...left[t]!, ...right[t]!]))
}

const dot = (a: Float64Array, b: ArrayLike<number>) => a.reduce((sum, v, i) => sum + v * b[i]!, 0)

/** `rows`: for each token, its row in each of the tables. */
export function score(model: ParserModel, rows: readonly (readonly number[])[]): Scores {
  const { arcs, labels, hidden, relations } = model
  const x = rows.map((r) => embed(model, r))
  const h1 = layer(model.layers[0]!, x, hidden)
  const h2 = layer(model.layers[1]!, h1, hidden)
  const projected = h2.map((h) => times(model.projection, h).map((v) => (v < 0 ? 0.1 * v : v)))
  const heads = [Float64Array.from(model.root), ...projected.map((p) => p.slice(arcs + labels))]
  return {
    tags: h1.map((h) => times(model.tag, h)),
    arcs: projected.map((p, t) => {
      const wanted = times(model.arc, p.subarray(0, arcs))
      return Float64Array.from(heads, (head, h) => (h === t + 1 ? -1e9 : dot(wanted, head)))
    }),
    labels(token, head) {
      const by = times(model.label, projected[token]!.subarray(arcs, arcs + labels))
      const chosen = [...heads[head]!.subarray(arcs), 1]
      return Float64Array.from(relations, (_, r) =>
        chosen.reduce((sum, v, j) => sum + v * by[j * relations.length + r]!, 0),
      )
    },
  }
}
