import { concat, type Head } from './head.ts'
import { openLinear } from './linear.ts'

export const tags: Head<Int32Array> = {
  name: 'tags',
  learntFrom: 'UD English EWT and GUM',
  gives: 'the number of each word’s tag, universal and Penn',
  open(bench) {
    const { machine, model } = bench
    const score = openLinear(bench, 'tags')
    const best = machine.reserve(machine.rows * 4)
    return (lengths) => {
      const { at, width, words } = score(lengths)
      machine.kernel.greatestOfRows(at, width, model.tags.length, words, best)
      let row = 0
      return lengths.map((length) => {
        row += length
        return machine.ints(best + (row - length) * 4, length).slice()
      })
    }
  },
  join: concat,
}
