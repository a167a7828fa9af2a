import { expect, it } from 'vitest'
import { createReader } from '../../read.ts'

const reader = createReader()
const linksIn = (text: string): Record<string, object> =>
  Object.fromEntries(
    reader.read({ text, publishedAt: '2025-10-30' }).actors.map(({ name, links = {} }) => [name, links]),
  )

it('gives the actor of a place the identifiers of the place', () => {
  const links = linksIn('Omar Hadi met Lena Brandt in Vienna on 24 October. Donors met in Oslo on Monday.')
  expect(links.Vienna).toEqual({ iso3: 'AUT', geonames: '2761369' })
  expect(links.Oslo).toEqual({ iso3: 'NOR', geonames: '3143244' })
})

it('gives none to an invented place, or to one of whose name a place is a part only', () => {
  const links = linksIn('PORT HALDEN — Omar Hadi met Lena Brandt in Port Halden on Monday. Talks in Ostrel began.')
  expect([links['PORT HALDEN'] ?? links['Port Halden'], links.Ostrel]).toEqual([{}, {}])
})

it('leaves persons and bodies without them', () => {
  const links = linksIn('Paris Hadi met the Vienna Institute for Peace in Vienna.')
  for (const [name, own] of Object.entries(links))
    if (name !== 'Vienna') expect(own, name).not.toHaveProperty('geonames')
})
