import { describe, expect, it } from 'vitest'
import { openPlaceFinder } from './place-finder.ts'
import { openData } from './source.ts'

const finder = openPlaceFinder(openData())
const find = (type: string, name: string, links: object) => finder.find({ type, names: [name], links })

describe('places', () => {
  it('are found by the id of a city, whatever reports call it', () => {
    const vienna = find('place', 'the Danube capital', { geonames: '2761369', iso3: 'AUT' })
    expect(vienna).toMatchObject({ kind: 'city', country: 'AUT' })
    expect(vienna!.position.lat).toBeCloseTo(48.2, 1)
    expect(vienna!.position.lon).toBeCloseTo(16.4, 1)
  })

  it('are the middle of a state, or of a region of this name in it', () => {
    expect(find('state', 'Norway', { iso3: 'NOR' })).toMatchObject({ kind: 'state', country: 'NOR' })
    const [bavaria, germany] = ['Bavaria', 'Germany'].map((name) => find('place', name, { iso3: 'DEU' }))
    expect([bavaria!.kind, germany!.kind]).toEqual(['region', 'state'])
    expect(bavaria!.position.lat).toBeLessThan(germany!.position.lat)
    // The state, not the region of the United States.
    expect(find('place', 'Georgia', { iso3: 'GEO' })).toMatchObject({ kind: 'state', country: 'GEO' })
  })

  it('are nowhere without a link, with a link that leads nowhere, or by the name of another place', () => {
    expect(find('place', 'Vienna', {})).toBeNull()
    expect(find('place', 'Vienna', { geonames: '1' })).toBeNull()
    expect(find('place', 'Vienna', { geonames: 'x', iso3: 'AUT' })).toBeNull()
    expect(find('place', 'the border', { iso3: 'AUT' })).toBeNull()
    expect(find('state', 'Velmar', { iso3: 'XXX' })).toBeNull()
  })

  it('read nothing before the first is asked for', () => {
    const idle = { ...openData(), text: () => expect.fail('read'), bytes: () => expect.fail('read') }
    expect(openPlaceFinder(idle)).toBeDefined()
  })
})
