import { concat, type Head, rowsOfSentences } from './head.ts'
import { openLinear } from './linear.ts'

export const records: Head<Float32Array> = {
  name: 'records',
  learntFrom: 'the reports of corpus/',
  gives: 'what the deciders of records ask of each word, [word][naming + 2 × taking]',
  open(bench) {
    const { naming, taking, pack } = bench.model.records
    const score = openLinear(bench, 'words', pack)
    return (lengths) => {
      const { at, width } = score(lengths)
      return rowsOfSentences(bench.machine, at, width, naming + 2 * taking, lengths)
    }
  },
  join: concat,
}
