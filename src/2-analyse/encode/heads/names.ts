import { Network } from '../network.ts'
import { concat, type Head, rowsOfSentences } from './head.ts'

export const names: Head<Float32Array> = {
  name: 'names',
  learntFrom: 'GUM, WikiGold, CrossNER politics',
  gives: 'scores of the labels of names, [word][label]',
  open({ model, machine, mix }) {
    const words = mix(model.pack.floats('names.mix'))
    const matrix = machine.matrix(model.pack.matrix('names'))
    const scores = machine.floatRows(matrix.width)
    return (lengths) => {
      const n = lengths.reduce((sum, length) => sum + length, 0)
      machine.activate(words.at, Network.width * 4, n, Network.width)
      machine.multiply(matrix, scores, n)
      return rowsOfSentences(machine, scores, matrix.width, model.names.length, lengths)
    }
  },
  join: concat,
}
