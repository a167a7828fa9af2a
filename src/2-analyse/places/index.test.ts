import { describe, expect, it } from 'vitest'
import type { Entity, ResolvedPlace } from '../../model/analysis.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { resolvePlaces } from './index.ts'

const vocabulary = loadVocabulary('en')

type Given = readonly [text: string, type?: Entity['type'], more?: Pick<Entity, 'subtype' | 'links'>]

/** Resolves the given names in a text whose tokens are its words and marks. */
function resolve(text: string, ...names: readonly Given[]): ResolvedPlace[] {
  const tokens = [...text.matchAll(/[\p{L}\d.]*\p{L}|\d+|[^\s\p{L}\d]/gu)].map((match, index) => ({
    index,
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    sentence: 0,
    upos: 'PROPN',
  }))
  let from = 0
  const entities = names.map(([name, type = 'place', more]) => {
    const start = text.indexOf(name, from)
    from = start + name.length
    const first = tokens.findIndex((token) => token.start === start)
    return { start, end: from, first, last: tokens.findIndex((token) => token.end === from), type, ...more }
  })
  return resolvePlaces({ document: { text }, tokens, entities } as never, vocabulary)
}

const near = (place: ResolvedPlace | undefined, lat: number, lon: number): boolean =>
  place?.lat !== undefined && Math.abs(place.lat - lat) < 0.3 && Math.abs(place.lon! - lon) < 0.3

describe('resolvePlaces', () => {
  it('takes the large city where nothing speaks for another', () => {
    const [paris] = resolve('They met in Paris on Monday.', ['Paris'])
    expect(paris).toMatchObject({ name: 'Paris', links: { iso3: 'FRA', geonames: '2988507' } })
  })

  it('goes by the state or region right after the name', () => {
    expect(near(resolve('A man from Alexandria, La., was hurt.', ['Alexandria'])[0], 31.3, -92.4)).toBe(true)
    expect(near(resolve('A man from Paris, Texas was hurt.', ['Paris'], ['Texas'])[0], 33.66, -95.55)).toBe(true)
    expect(resolve('Talks in Toluca, Mexico went on.', ['Toluca'], ['Mexico'])[0]!.links.iso3).toBe('MEX')
  })

  it('resolves the short name of the region too', () => {
    const places = resolve('A man from Alexandria, La., was hurt.', ['Alexandria'])
    expect(places.map((place) => place.name)).toEqual(['Alexandria', 'Louisiana'])
  })

  it('goes by the other places of the document', () => {
    const text = 'London lies in Laurel County. The road to Corbin is shut, said Lexington.'
    const [london, county] = resolve(text, ['London'], ['Laurel County'], ['Corbin'], ['Lexington'])
    expect(near(london, 37.13, -84.08)).toBe(true)
    expect(near(county, 37.1, -84.1)).toBe(true)
  })

  it('gives all occurrences of a name one place', () => {
    const places = resolve('Athens, Ga., voted. Athens was quiet.', ['Athens'], ['Athens'])
    const [first, , second] = places
    expect(second!.links).toEqual(first!.links)
    expect(near(second, 33.95, -83.38)).toBe(true)
  })

  it('places a demonym in its state', () => {
    const [people] = resolve('Russian troops left.', ['Russian', 'nationality', { links: { iso3: 'RUS' } }])
    expect(people).toMatchObject({ name: 'Russia', links: { iso3: 'RUS' } })
  })

  it('knows the short forms of states, whatever village bears the letters', () => {
    const [state] = resolve('The U.S. agreed.', ['U.S.', 'place', { subtype: 'state', links: { iso3: 'USA' } }])
    expect(state).toMatchObject({ links: { iso3: 'USA' } })
  })

  it('finds the place at the head of the name of an organisation', () => {
    const [place] = resolve('The Kyiv Harbour Council met.', ['Kyiv Harbour Council', 'organization'])
    expect(place).toMatchObject({ name: 'Kyiv', start: 4, end: 8 })
  })

  it('knows cities by the names that the press gives them', () => {
    expect(resolve('They left Raqqa.', ['Raqqa'])[0]!.links.iso3).toBe('SYR')
  })

  it('keeps a name that it does not know, without a guess', () => {
    expect(resolve('They left Velmarbad.', ['Velmarbad'])).toEqual([
      { start: 10, end: 19, name: 'Velmarbad', links: {} },
    ])
  })
})
