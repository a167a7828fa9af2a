import { expect, it } from 'vitest'
import type { Dependency } from '../../model/index.ts'
import { createReader } from '../../read.ts'
import { trim } from './tie.ts'

const reader = createReader()
const read = (text: string) =>
  reader
    .read({ text })
    .records.filter((record): record is Dependency => record.kind === 'dependency')
    .map((record) => ({
      ...record,
      ends: [record.antecedent, record.consequent].map(({ text: { start, end } }) => text.slice(start, end)),
    }))

it('trims spaces and marks from the ends of a stretch, and nothing else', () => {
  const text = ' – the raid, on "Raqqa". '
  const { start, end } = trim(text, { start: 0, end: text.length })
  expect(text.slice(start, end)).toBe('the raid, on "Raqqa"')
})

it('leaves "according to" and the other end out of an end', () => {
  const [because] = read(
    'According to the Turkish readout, Greece freed the captain because Turkey had opened the border.',
  )
  expect(because?.ends).toEqual(['Turkey had opened the border', 'Greece freed the captain'])
})

it('takes joined verbs into one end', () => {
  const [aim] = read('Turkey sent troops to Syria in order to stop the rebels and protect the town.')
  expect(aim?.ends[1]).toBe('stop the rebels and protect the town')
})

it('is certain of a tie between uncertain acts, and not of a tie that is itself uncertain', () => {
  expect(read('Turkey may send troops to stop the Syrian rebels.')[0]?.certainty).toBe('certain')
  expect(read('The truce could be a step toward peace between Russia and Ukraine.')[0]?.certainty).toBe('possible')
})

it('has no tie without anybody in it', () => {
  expect(read('It got wet because it rained.')).toEqual([])
})
