import { describe, expect, it } from 'vitest'
import { loadCities } from './cities.ts'
import { loadGazetteer } from './gazetteer.ts'
import { placeKey } from './place-key.ts'
import { openData } from './source.ts'
import { readTable } from './table.ts'

const source = openData()
const gazetteer = loadGazetteer(source)

describe('placeKey', () => {
  it('reads case, marks and short forms alike', () => {
    expect(placeKey('St. Louis')).toBe(placeKey('Saint-Louis'))
    expect(placeKey('Mt. Harn')).toBe('mount harn')
    expect(placeKey('São Paulo')).toBe('sao paulo')
    expect(placeKey('Stade')).toBe('stade')
  })
})

describe('cities', () => {
  it('gives the cities of a name, the largest first', () => {
    const [first, second] = loadCities(source).named('Alexandria')
    expect(first).toMatchObject({ country: 'EG', geonames: '361058' })
    expect(first!.population).toBeGreaterThan(second!.population)
    expect(first!.lat).toBeCloseTo(31.2, 1)
    expect(first!.lon).toBeCloseTo(29.9, 1)
  })
  it('has none for a name that no city bears', () => {
    expect(loadCities(source).named('Velmarbad')).toEqual([])
  })
  it('refuses a file that is no list of cities', () => {
    expect(() => loadCities({ ...source, bytes: () => new Uint8Array(40) })).toThrow(/list of cities/)
  })
})

describe('gazetteer', () => {
  it('reads nothing before the first name is looked up', () => {
    const idle = loadGazetteer({ ...source, text: () => expect.fail('read'), bytes: () => expect.fail('read') })
    expect(idle).toBeDefined()
  })
  it('knows a name that several kinds of place bear', () => {
    expect(new Set(gazetteer.named('Georgia').map((place) => `${place.kind} ${place.country}`))).toEqual(
      new Set(['state GE', 'region US']),
    )
  })
  it('knows short names of regions, some only after a town', () => {
    expect(gazetteer.shortNamed('La.', false).map((place) => place.name)).toEqual(['Louisiana'])
    expect(gazetteer.shortNamed('IN', false)).toEqual([])
    expect(gazetteer.shortNamed('IN', true).map((place) => place.name)).toEqual(['Indiana'])
  })
  it('finds the city of each row that gives it another name', () => {
    const rows = readTable(source, 'places/more-places.tsv').filter((row) => row[5] !== undefined)
    expect(rows.length).toBeGreaterThan(40)
    for (const [names, country] of rows) {
      const found = gazetteer.named(names!.split(' | ')[0]!)
      expect(
        found.some((place) => place.country === country && place.geonames !== undefined),
        names,
      ).toBe(true)
    }
  })
})
