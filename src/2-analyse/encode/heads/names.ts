import { concat, type Head, rowsOfSentences } from './head.ts'
import { openLinear } from './linear.ts'

export const names: Head<Float32Array> = {
  name: 'names',
  learntFrom: 'GUM, WikiGold, CrossNER politics',
  gives: 'scores of the labels of names, [word][label]',
  open(bench) {
    const score = openLinear(bench, 'names')
    return (lengths) => {
      const { at, width } = score(lengths)
      return rowsOfSentences(bench.machine, at, width, bench.model.names.length, lengths)
    }
  },
  join: concat,
}
