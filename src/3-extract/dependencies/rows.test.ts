import { describe, expect, it } from 'vitest'
import type { Dependency, Reading } from '../../model/index.ts'
import { createReader } from '../../read.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)
const found = (reading: Reading, rule: string): Dependency[] =>
  reading.records.filter(
    (record): record is Dependency => record.kind === 'dependency' && record.rule.split('/').includes(rule),
  )

describe.each(vocabulary.dependencies.examples)('$id', ({ id, yes, no }) => {
  it.each(yes)('reads: $text', ({ text, antecedent, consequent }) => {
    const records = found(reader.read({ text }), id)
    expect(records).not.toEqual([])
    if (antecedent === undefined) return
    const ends = records.map((record) =>
      [record.antecedent, record.consequent].map(({ text: { start, end } }) => text.slice(start, end)),
    )
    expect(ends).toContainEqual([antecedent, consequent])
  })
  it.each(no)('leaves alone: %s', (text) => {
    expect(found(reader.read({ text }), id)).toEqual([])
  })
})
