/** The encoder and its heads in plain arithmetic: what the kernel must come to. Slow; for tests. */
import type { EncoderModel } from '../src/vocabulary/encoder-model.ts'
import type { Matrix } from '../src/vocabulary/pack.ts'

const ATTENTION_HEADS = 12
const EPSILON = 1e-12

export interface Scores {
  /** [word][tag] */
  readonly tags: Float64Array[]
  /** [word][label] */
  readonly names: Float64Array[]
  /** [word][384] */
  readonly vectors: Float64Array[]
  /** [word][head], head 0 the root. */
  readonly arcs: Float64Array[]
  /** Scores of the relations of a word under a head (0 the root). */
  readonly relations: (word: number, head: number) => Float64Array
}

/** A matrix out of its panels, multiplied: see train/encoder/export.py for their form. */
function times({ rows, columns, data, scale, bias }: Matrix, x: ArrayLike<number>): Float64Array {
  const y = new Float64Array(rows)
  for (let r = 0; r < rows; r++) {
    const panel = (r >> 3) * 8 * columns + (r & 7) * 2
    let sum = 0
    for (let c = 0; c < columns; c++) sum += data[panel + (c >> 1) * 16 + (c & 1)]! * x[c]!
    y[r] = sum * scale[r]! + bias[r]!
  }
  return y
}

const row = ({ columns, data, scale }: Matrix, r: number): Float64Array =>
  Float64Array.from(data.subarray(r * columns, (r + 1) * columns), (v) => v * scale[r]!)

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** The error function by its series, to the last place between -5 and 5. */
function erf(x: number): number {
  if (Math.abs(x) > 5) return Math.sign(x)
  let [term, sum] = [x, x]
  for (let k = 1; k < 120; k++) {
    term *= (-x * x) / k
    sum += term / (2 * k + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}

const gelu = (x: number): number => (x / 2) * (1 + erf(x / Math.SQRT2))

function norm(x: Float64Array, gain: Float32Array, bias: Float32Array): Float64Array {
  const mean = x.reduce((a, b) => a + b, 0) / x.length
  const variance = x.reduce((a, b) => a + (b - mean) ** 2, 0) / x.length
  return x.map((v, i) => ((v - mean) / Math.sqrt(variance + EPSILON)) * gain[i]! + bias[i]!)
}

function attend(qkv: readonly Float64Array[]): Float64Array[] {
  const width = qkv[0]!.length / 3
  const size = width / ATTENTION_HEADS
  return qkv.map((own) => {
    const out = new Float64Array(width)
    for (let at = 0; at < width; at += size) {
      const query = own.subarray(at, at + size)
      const scores = qkv.map((other) => dot(query, other.subarray(width + at)) / Math.sqrt(size))
      const top = Math.max(...scores)
      const shares = scores.map((score) => Math.exp(score - top))
      const total = shares.reduce((a, b) => a + b, 0)
      qkv.forEach((other, k) => {
        for (let d = 0; d < size; d++) out[at + d]! += (shares[k]! / total) * other[2 * width + at + d]!
      })
    }
    return out
  })
}

/** `pieces`, `shapes` and `ends` as the encoder makes them of a sentence. */
export interface Input {
  readonly pieces: Int32Array
  readonly shapes: Int32Array
  readonly ends: Int32Array
}

function layersOf({ pack, layers }: EncoderModel, { pieces, shapes }: Input): Float64Array[][] {
  const normed = (name: string, x: Float64Array) => norm(x, pack.floats(`${name}.gain`), pack.floats(`${name}.bias`))
  const add = (a: Float64Array, b: Float64Array) => a.map((v, i) => v + b[i]!)
  const [words, places, forms] = ['pieces', 'positions', 'shapes'].map((name) => pack.matrix(name))
  let x = [...pieces].map((piece, p) => {
    const sum = add(add(row(words!, piece), row(places!, p)), row(forms!, shapes[p]!))
    return normed('norm', sum)
  })
  const outputs = [x]
  for (let i = 0; i < layers; i++) {
    const matrix = (name: string) => pack.matrix(`layer${i}.${name}`)
    const mixed = attend(x.map((v) => times(matrix('qkv'), v)))
    x = x.map((v, p) => normed(`layer${i}.norm1`, add(v, times(matrix('out'), mixed[p]!))))
    x = x.map((v) => {
      const wide = times(matrix('widen'), v).map(gelu)
      return normed(`layer${i}.norm2`, add(v, times(matrix('narrow'), wide)))
    })
    outputs.push(x)
  }
  return outputs
}

const leak = (v: number): number => (v < 0 ? 0.1 * v : v)

export function score(model: EncoderModel, input: Input): Scores {
  const { pack, arcs, labels, relations } = model
  const outputs = layersOf(model, input)
  const mix = (weights: ArrayLike<number>): Float64Array[] =>
    [...input.ends].map((end, w) => {
      const start = w === 0 ? 1 : input.ends[w - 1]!
      const sum = new Float64Array(outputs[0]![0]!.length)
      outputs.forEach((rows, layer) => {
        for (let p = start; p < end; p++)
          rows[p]!.forEach((v, i) => {
            sum[i]! += (v * weights[layer]!) / (end - start)
          })
      })
      return sum
    })
  const projection = pack.matrix('tree.projection')
  const projected = mix(pack.floats('tree.mix')).map((h) => times(projection, h).map(leak))
  const heads = [Float64Array.from(pack.floats('tree.root')), ...projected.map((p) => p.slice(arcs + labels))]
  const width = Math.ceil(relations.length / 4) * 4
  return {
    tags: mix(pack.floats('tags.mix')).map((h) => times(pack.matrix('tags'), h)),
    names: mix(pack.floats('names.mix')).map((h) => times(pack.matrix('names'), h)),
    vectors: mix(outputs.map((_, layer) => (layer === 0 ? 0 : 1 / model.layers))),
    arcs: projected.map((p, t) => {
      const wanted = times(pack.matrix('tree.arc'), p.subarray(0, arcs))
      return Float64Array.from(heads, (head, h) => (h === t + 1 ? -1e9 : dot(wanted, head)))
    }),
    relations(word, head) {
      const by = times(pack.matrix('tree.label'), projected[word]!.subarray(arcs, arcs + labels))
      const chosen = [...heads[head]!.subarray(arcs, arcs + labels), 1]
      return Float64Array.from(relations, (_, r) => chosen.reduce((sum, v, j) => sum + v * by[j * width + r]!, 0))
    },
  }
}
