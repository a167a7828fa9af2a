import { describe, expect, it } from 'vitest'
import { type LanguageData, openLanguage } from './language.ts'
import { foldName, loadReference } from './reference.ts'

const reference = loadReference(openLanguage('en'))

/** The data as it is, but for one file. */
const changed = (file: string, content: unknown): LanguageData => {
  const data = openLanguage('en')
  return {
    ...data,
    rows: (name) => (name.endsWith(file) ? content : data.rows(name)),
    text: (name) => (name.endsWith(file) ? String(content) : data.text(name)),
  }
}

describe('foldName', () => {
  it.each([
    ['Recep Tayyip Erdoğan', 'recep tayyip erdogan'],
    ["Da'esh", 'daesh'],
    ['U.S.', 'us'],
    ["Arendia's", 'arendia'],
    ['al-Assad', 'al assad'],
    ['', ''],
  ])('%s → %s', (name, folded) => expect(foldName(name)).toBe(folded))
})

describe('loadReference', () => {
  it('knows pronouns by every form', () => {
    for (const form of ['her', 'hers', 'herself', 'she']) expect(reference.pronouns.get(form)?.id).toBe('she')
  })

  it('lets the lists of types go before the kinds of WordNet', () => {
    expect(reference.nounTypes.get('airline')).toBe('company')
    expect(reference.nounKinds.get('minister')).toBe('person')
    expect(reference.nounKinds.get('monday')).toBe('time')
  })

  it('joins variants of one name', () => {
    expect(reference.variants.get(foldName('ISIL'))).toBe(reference.variants.get(foldName("Da'esh")))
  })

  it.each([
    ['pronouns.yaml', [{ id: 'he' }], /pronouns\.yaml.*he/],
    ['nouns.yaml', [{ id: 'x', type: 'castle', reason: 'r', nouns: ['keep'] }], /nouns\.yaml.*x/],
    ['regions.yaml', [{ id: 'x', words: ['eastern'], states: ['Borland'] }], /regions\.yaml.*x/],
    ['noun-kinds.txt', 'ghost: spectre\n', /noun-kinds\.txt/],
  ])('names the file and the row of a fault in %s', (file, content, message) => {
    expect(() => loadReference(changed(file, content))).toThrow(message)
  })
})
