import { expect, test } from 'vitest'
import { dropRepeated } from './repeated.ts'
import type { Tie } from './tie.ts'

const tie = (
  antecedent: [number, number],
  consequent: [number, number],
  relation: Tie['relation'] = 'causes',
): Tie => ({
  rule: 'dependency.because',
  relation,
  antecedent: { start: antecedent[0], end: antecedent[1] },
  consequent: { start: consequent[0], end: consequent[1] },
  clause: 0,
  stated: false,
})

test('keeps the first of two cuts of one tie', () => {
  const first = tie([15, 29], [31, 90])
  expect(dropRepeated([first, tie([15, 29], [31, 60])])).toEqual([first])
  expect(dropRepeated([first, tie([10, 29], [31, 90])])).toEqual([first])
})

test('keeps ties of another relation and of other words', () => {
  const ties = [tie([15, 29], [31, 90]), tie([15, 29], [31, 60], 'enables'), tie([15, 29], [100, 120])]
  expect(dropRepeated(ties)).toEqual(ties)
})
