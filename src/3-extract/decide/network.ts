import type { FeatureRows, Layer, RecordsModel } from '../../vocabulary/records-model.ts'

/** What the encoder says of each word for the deciders, [token][width]. */
export interface WordNumbers {
  readonly values: Float32Array
  readonly width: number
}

/** Chances that a word names a record of a kind, by answer: `ASSAULT` .8. */
export type Chances = ReadonlyMap<string, number>

export interface Network {
  /** Of a word with these features the chances of every answer of every kind; those of one kind and of none sum to 1. */
  name(token: number, features: readonly string[]): Chances
  /** The chance that `other` has each role in what `trigger` names as a record of the kind. */
  take(trigger: number, other: number, kind: string, features: readonly string[]): ReadonlyMap<string, number>
}

/** Adds the rows of the features to `to`, their first numbers, and returns the rest summed. */
function addFeatures({ rows, width, data, scale }: FeatureRows, features: readonly string[], to: Float64Array) {
  const direct = new Float64Array(width - to.length)
  for (const feature of features) {
    const row = rows.get(feature)
    if (row === undefined) continue
    const factor = scale[row]!
    const at = row * width
    for (let k = 0; k < to.length; k++) to[k]! += data[at + k]! * factor
    for (let k = 0; k < direct.length; k++) direct[k]! += data[at + to.length + k]! * factor
  }
  return direct
}

/** The rectified values times the layer, plus its bias and `direct`. */
function answers({ rows, weights, bias }: Layer, values: Float64Array, direct: Float64Array): Float64Array {
  const out = new Float64Array(rows)
  const width = values.length
  for (let r = 0; r < rows; r++) {
    let sum = bias[r]! + direct[r]!
    for (let k = 0; k < width; k++) if (values[k]! > 0) sum += values[k]! * weights[r * width + k]!
    out[r] = sum
  }
  return out
}

/**
 * e to the power of x by a fixed polynomial, since the one of the language may differ in its last bit from one
 * machine to another: halve x eight times, sum seven terms of the series, square eight times.
 */
export function exp(x: number): number {
  if (x < -40) return 0
  const y = Math.min(x, 40) / 256
  let sum = 1
  for (let k = 7; k > 0; k--) sum = 1 + (y / k) * sum
  for (let k = 0; k < 8; k++) sum *= sum
  return sum
}

export function openNetwork(model: RecordsModel, { values, width }: WordNumbers): Network {
  const { naming, taking, groups, kinds, roles } = model
  const hidden = new Float64Array(naming)
  const pair = new Float64Array(taking)
  return {
    name(token, features) {
      for (let k = 0; k < naming; k++) hidden[k] = values[token * width + k]!
      const scores = answers(model.answer, hidden, addFeatures(model.nameFeatures, features, hidden))
      const chances = new Map<string, number>()
      let at = 0
      for (const group of Object.values(groups)) {
        const powers = group.map((_, k) => exp(scores[at + k]!))
        const sum = powers.reduce((all, power) => all + power, 1)
        group.forEach((answer, k) => {
          chances.set(answer, powers[k]! / sum)
        })
        at += group.length
      }
      return chances
    },
    take(trigger, other, kind, features) {
      const [first, second] = [trigger * width + naming, other * width + naming + taking]
      const row = kinds.indexOf(kind) * taking
      for (let k = 0; k < taking; k++) pair[k] = values[first + k]! + values[second + k]! + model.kindRows[row + k]!
      const scores = answers(model.role, pair, addFeatures(model.pairFeatures, features, pair))
      return new Map(roles.map((role, r) => [role, 1 / (1 + exp(-scores[r]!))]))
    },
  }
}
