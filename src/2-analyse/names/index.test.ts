import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesIn, outline } from '../../../test/names.ts'

describe('findNames', () => {
  it('leaves titles, articles and states out of the names of persons', () => {
    expect(outline('Syrian Information Minister Hamza Darwish met President Donald Trump.')).toEqual([
      'Syrian: nationality',
      'Information Minister: title',
      'Hamza Darwish: person',
      'President: title',
      'Donald Trump: person',
    ])
  })

  it('finds the state in a compound with a hyphen', () => {
    expect(outline('The U.S.-led coalition left the United States.')).toEqual(['U.S.: place', 'United States: place'])
  })

  it('gives an acronym in brackets the type, subtype and links of its name, and keeps them later on', () => {
    const text = 'The Syrian Democratic Forces (SDF) left Raqqa. Then the SDF came back.'
    const forces = namesIn(text).filter((name) => name.type === 'organization')
    expect(forces.map((name) => name.text)).toEqual(['Syrian Democratic Forces', 'SDF', 'SDF'])
    for (const name of forces) expect(name).toMatchObject({ subtype: 'armed-group', links: { ucdp: '6288' } })
  })

  it('spells out an acronym that no list knows', () => {
    const names = namesIn('The Northern Relief Council (NRC) spoke. Later the NRC left.')
    expect(names.map((name) => `${name.text}: ${name.type}`)).toEqual([
      'Northern Relief Council: organization',
      'NRC: organization',
      'NRC: organization',
    ])
  })

  it('keeps the particles of a surname, at its first mention and later', () => {
    const people = namesIn('Bashar al-Assad left Damascus in December. Critics say that al-Assad kept silent.')
    expect(people.filter((name) => name.type === 'person').map((name) => name.text)).toEqual([
      'Bashar al-Assad',
      'al-Assad',
    ])
  })

  it('takes the first word of a company for the company later on', () => {
    const names = namesIn('Sanctions hit Velmar Airlines on Monday. Velmar said that it would appeal.')
    expect(names.map(({ text, type, subtype }) => [text, type, subtype])).toEqual([
      ['Velmar Airlines', 'organization', 'company'],
      ['Velmar', 'organization', 'company'],
    ])
  })

  it('leaves a first name that an agency bears to the person, and the agency by itself to the agency', () => {
    expect(outline('Petra Solm met Anna Hald. Petra said that the talks failed.').slice(0, 2)).toEqual([
      'Petra Solm: person',
      'Anna Hald: person',
    ])
    expect(outline('Talks failed, Petra said on Monday.')).toEqual(['Petra: organization'])
  })

  it('leaves days and months beside a name out of it', () => {
    expect(outline('The talks with Angela Merkel Tuesday were short.')).toEqual(['Angela Merkel: person'])
  })

  it('takes a surname for the person whose full name the document has', () => {
    const people = namesIn('Benjamin Netanyahu spoke on Monday. Hours later Netanyahu flew to Rome.')
    expect(people.filter((name) => name.type === 'person').map((name) => name.text)).toEqual([
      'Benjamin Netanyahu',
      'Netanyahu',
    ])
  })
})

describe('what names are', () => {
  it('tells organs, forces and media apart and links them to their states', () => {
    const names = namesIn('The White House told Reuters that the Israel Defense Forces and the Kremlin agreed.')
    expect(names.map(({ text, subtype, links }) => [text, subtype, links?.iso3])).toEqual([
      ['White House', 'state-organ', 'USA'],
      ['Reuters', 'media', undefined],
      ['Israel Defense Forces', 'military', 'ISR'],
      ['Kremlin', 'state-organ', 'RUS'],
    ])
  })

  it('links states, their peoples and their capitals', () => {
    const names = namesIn('Russian troops left Kyiv for Georgia, and Kurdish leaders met in Damascus.')
    expect(names.map(({ text, links }) => [text, links?.iso3])).toEqual([
      ['Russian', 'RUS'],
      ['Kyiv', 'UKR'],
      ['Georgia', 'GEO'],
      ['Kurdish', undefined],
      ['Damascus', 'SYR'],
    ])
  })

  it('reads headlines in capitals by the case that the words have elsewhere', () => {
    expect(outline('RUSSIA AND UKRAINE SIGN TRUCE\n\nOfficials met in Geneva.')).toEqual([
      'RUSSIA: place',
      'UKRAINE: place',
      'Geneva: place',
    ])
  })
})

describe('any text', () => {
  it('finds no names where there are none', () => {
    expect(outline('They met in the morning. The talks were short, and nobody signed.')).toEqual([])
  })

  it('gives token-aligned names in order that do not overlap, whatever the text', () => {
    const word = fc.constantFrom(
      'the',
      'President',
      'Syria',
      '(',
      ')',
      'U.S.',
      '-',
      'of',
      'Treaty',
      'SDF',
      '2019',
      'v',
      '3',
      'é',
      '\ud800',
      '. ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const names = namesIn(words.join(' '))
        names.forEach((name, k) => {
          expect(name.first).toBeLessThanOrEqual(name.last)
          expect(name.start).toBeLessThan(name.end)
          if (k > 0) expect(name.first).toBeGreaterThan(names[k - 1]!.last)
        })
      }),
      { seed: 7, numRuns: 60 },
    )
  })
})
