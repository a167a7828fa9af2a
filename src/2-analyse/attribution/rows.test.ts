import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { analyse } from '../index.ts'

const vocabulary = loadVocabulary('en')
const rulesIn = (text: string): string[] =>
  analyse({ id: 'test', language: 'en', text }, vocabulary).attributions.map(({ rule }) => rule)

describe('cue rows', () => {
  it.each([...vocabulary.cues.byId])('%s attributes its examples and nothing else', (id, row) => {
    for (const text of row.yes) expect(rulesIn(text), text).toContain(id)
    for (const text of row.no) expect(rulesIn(text), text).not.toContain(id)
  })
})
