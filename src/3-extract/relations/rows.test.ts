import { describe, expect, it } from 'vitest'
import type { Reading, Relation } from '../../model/index.ts'
import { createReader } from '../../read.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)
const relationsOf = (reading: Reading, rule: string): Relation[] =>
  reading.records.filter(
    (record): record is Relation => record.kind === 'relation' && record.rule.split('/').includes(rule),
  )
const nameOf = (reading: Reading, id: string | null): readonly string[] => {
  const actor = reading.actors.find((each) => each.id === id)
  return actor ? [actor.name, ...actor.aliases] : []
}

/** Do the words of the example name the record's actor, or a part of its name? */
const sameName = (names: readonly string[], wanted: string): boolean =>
  names.some((name) => name.includes(wanted) || wanted.includes(name))

describe.each(vocabulary.relations.examples)('$id', ({ id, yes, no }) => {
  it.each(yes)('reads: $text', ({ text, gives }) => {
    const reading = reader.read({ text, publishedAt: '2025-06-02' })
    const found = relationsOf(reading, id)
    expect(found, JSON.stringify(reading.records)).not.toEqual([])
    if (gives === null) return
    const [subject, object] = gives.split(' > ') as [string, string]
    const named = found.map((record) => [nameOf(reading, record.subject), nameOf(reading, record.object)] as const)
    expect(
      named.some(([s, o]) => sameName(s, subject) && sameName(o, object)),
      JSON.stringify(named),
    ).toBe(true)
  })
  it.each(no)('leaves alone: %s', (text) => {
    expect(relationsOf(reader.read({ text, publishedAt: '2025-06-02' }), id)).toEqual([])
  })
})
