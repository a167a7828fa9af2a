import { describe, expect, it } from 'vitest'
import { loadVocabulary } from './index.ts'
import { openLanguage } from './language.ts'
import { openData } from './source.ts'

describe('openLanguage', () => {
  it('finds the files of a language below its folder, and the others where they are', () => {
    const english = openLanguage('en')
    expect(english.path('lexicon/grammar.yaml')).toBe('data/en/lexicon/grammar.yaml')
    expect(english.path('ontology/predicates.yaml')).toBe('data/ontology/predicates.yaml')
    expect(english.rows('lexicon/grammar.yaml')).toEqual(openData().rows('en/lexicon/grammar.yaml'))
  })

  it.each(['fr', '', 'EN', '../en', 'constructor'])('refuses the language “%s”', (tag) => {
    const refusal = expect.objectContaining({ code: 'usage', message: expect.stringContaining('known languages: en') })
    expect(() => openLanguage(tag)).toThrow(refusal)
    expect(() => loadVocabulary(tag)).toThrow(refusal)
  })

  it('says where a file of the language is missing', () => {
    expect(() => openLanguage('en').rows('lexicon/none.yaml')).toThrow('data/en/lexicon/none.yaml cannot be read')
  })
})
