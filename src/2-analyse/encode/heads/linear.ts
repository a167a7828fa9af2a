import { Network } from '../network.ts'
import type { Bench } from './head.ts'

/** Scores of a batch's words in the kernel's memory, [word][width]; those beyond the answers have no meaning. */
export interface Scores {
  readonly at: number
  readonly width: number
  /** Words of the batch. */
  readonly words: number
}

/** A head's own mix of the layers times its matrix, both under its name in the model's file. */
export function openLinear(
  { model, machine, mix }: Bench,
  name: string,
  pack = model.pack,
): (lengths: readonly number[]) => Scores {
  const vectors = mix(pack.floats(`${name}.mix`))
  const matrix = machine.matrix(pack.matrix(name))
  const at = machine.floatRows(matrix.width)
  return (lengths) => {
    const words = lengths.reduce((sum, length) => sum + length, 0)
    machine.activate(vectors.at, Network.width * 4, words, Network.width)
    machine.multiply(matrix, at, words)
    return { at, words, width: matrix.width }
  }
}
