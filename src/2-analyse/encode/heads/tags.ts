import { Network } from '../network.ts'
import { concat, type Head } from './head.ts'

export const tags: Head<Int32Array> = {
  name: 'tags',
  learntFrom: 'UD English EWT and GUM',
  gives: 'the number of each word’s tag, universal and Penn',
  open({ model, machine, mix }) {
    const words = mix(model.pack.floats('tags.mix'))
    const matrix = machine.matrix(model.pack.matrix('tags'))
    const scores = machine.floatRows(matrix.width)
    const best = machine.reserve(machine.rows * 4)
    return (lengths) => {
      const n = lengths.reduce((sum, length) => sum + length, 0)
      machine.activate(words.at, Network.width * 4, n, Network.width)
      machine.multiply(matrix, scores, n)
      machine.kernel.greatestOfRows(scores, matrix.width, model.tags.length, n, best)
      let row = 0
      return lengths.map((length) => {
        row += length
        return machine.ints(best + (row - length) * 4, length).slice()
      })
    }
  },
  join: concat,
}
