import { Network } from '../network.ts'
import { concat, type Head } from './head.ts'

/** A head that gives each word the number of its best answer: tags and edits to lemmas. */
export function bestOf(
  name: 'tags' | 'lemmas',
  mixed: string,
  { learntFrom, gives }: Pick<Head<Int32Array>, 'learntFrom' | 'gives'>,
): Head<Int32Array> {
  return {
    name,
    learntFrom,
    gives,
    open({ model, machine, mix }) {
      const words = mix(model.pack.floats(mixed))
      const matrix = machine.matrix(model.pack.matrix(name))
      const count = name === 'tags' ? model.tags.length : model.edits.length
      const scores = machine.floatRows(matrix.width)
      const best = machine.reserve(machine.rows * 4)
      return (lengths) => {
        const n = lengths.reduce((sum, length) => sum + length, 0)
        machine.activate(words.at, Network.width * 4, n, Network.width)
        machine.multiply(matrix, scores, n)
        machine.kernel.greatestOfRows(scores, matrix.width, count, n, best)
        let row = 0
        return lengths.map((length) => {
          row += length
          return machine.ints(best + (row - length) * 4, length).slice()
        })
      }
    },
    join: concat,
  }
}
