import { Network } from '../network.ts'
import { concat, type Head, rowsOfSentences } from './head.ts'

/** The embeddings say little of a word in its sentence: only the layers count, each as much. */
const weightsOf = (layers: number): Float32Array => new Float32Array(layers + 1).fill(1 / layers, 1)

export const vectors: Head<Float32Array> = {
  name: 'vectors',
  learntFrom: 'whatever the other heads learned from',
  gives: 'the mean of the layers, [word][384]',
  open({ model, machine, mix }) {
    const words = mix(weightsOf(model.layers))
    return (lengths) => rowsOfSentences(machine, words.at, Network.width, Network.width, lengths)
  },
  join: concat,
}
