import { describe, expect, it } from 'vitest'
import { createReader } from '../read.ts'
import { loadVocabulary } from '../vocabulary/index.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)
/** What is told of versions, the notes of correction aside. */
const told = (text: string): number => reader.read({ text, publishedAt: '2025-11-05' }).records.length

describe.each(vocabulary.corrections.map((row) => [row.id, row] as const))('%s', (_id, { yes, no }) => {
  it.each(yes)('%s', (text) => expect(told(text)).toBe(0))
  it.each(no)('not taken back: %s', (text) => expect(told(text)).toBeGreaterThan(0))
})

it('keeps what the report itself says beside a correction', () => {
  const { records } = reader.read({
    text: 'The Cassian army released 14 soldiers on Monday.\n\nCorrection: an earlier version of this report said that 40 soldiers were released.',
    publishedAt: '2025-11-05',
  })
  expect(records.flatMap((record) => (record.kind === 'estimate' ? [record.low] : []))).toEqual([14])
})
