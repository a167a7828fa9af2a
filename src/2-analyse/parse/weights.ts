import type { Matrix } from '../../vocabulary/pack.ts'
import type { LstmDirection, ParserModel, Table } from '../../vocabulary/parser-model.ts'
import type { Embeddings, Memory, Packed } from './memory.ts'

/** The greatest int16; states, which lie between -1 and 1, count in it. */
export const FULL = 32767

export interface Direction {
  readonly input: Packed
  readonly state: Packed
}

/** The model in the kernel's memory. The units are chosen so that no int16 can overflow. */
export interface Weights {
  readonly glove: Embeddings
  readonly words: Embeddings
  readonly affixes: readonly Embeddings[]
  readonly inputs: number
  readonly inputUnit: number
  readonly layers: readonly (readonly [Direction, Direction])[]
  readonly tag: Packed
  readonly projection: Packed
  readonly dependentUnit: number
  readonly arc: Packed
  readonly label: Packed
  /** Relations, rounded up to whole vectors. */
  readonly labelWidth: number
  readonly rootArc: number
}

const largest = ({ vectors: { scale } }: Table): number => scale.reduce((top, s) => Math.max(top, s), 0) * 127

/** No row's product with values between -1 and 1 is greater. */
function bound({ rows, columns, data, scale, bias }: Matrix): number {
  let top = 0
  for (let r = 0; r < rows; r++) {
    let sum = 0
    for (let c = 0; c < columns; c++) sum += Math.abs(data[r * columns + c]!)
    top = Math.max(top, sum * scale[r]! + Math.abs(bias[r] ?? 0))
  }
  return top
}

export function loadWeights(model: ParserModel, memory: Memory): Weights {
  const { glove, words, affixes, projection, relations, arcs, root } = model
  const inputUnit = FULL / Math.max(largest(glove) + largest(words), ...affixes.map(largest))
  const dependentUnit = FULL / bound(projection)
  const direction = (unit: number, { input, state }: LstmDirection): Direction => ({
    input: memory.matrix(input, unit),
    state: memory.matrix(state, FULL),
  })
  const tables = [glove, ...affixes]
  const labelWidth = Math.ceil(relations.length / 4) * 4
  return {
    glove: memory.embeddings(glove),
    words: memory.embeddings(words),
    affixes: affixes.map((table) => memory.embeddings(table)),
    inputs: tables.reduce((sum, table) => sum + table.vectors.columns, 0),
    inputUnit,
    layers: model.layers.map(([forward, backward], i) => {
      const unit = i === 0 ? inputUnit : FULL
      return [direction(unit, forward), direction(unit, backward)]
    }),
    tag: memory.matrix(model.tag, FULL),
    projection: memory.matrix(projection, FULL),
    dependentUnit,
    arc: memory.matrix(model.arc, dependentUnit),
    label: memory.matrix(model.label, dependentUnit, { block: relations.length, spread: labelWidth }),
    labelWidth,
    rootArc: memory.floats(root.subarray(0, arcs)),
  }
}
