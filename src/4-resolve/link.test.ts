import { describe, expect, it } from 'vitest'
import type { ActorType, KnownActor } from '../model/index.ts'
import { link } from './link.ts'
import { acronymOf, keysOf } from './names.ts'

const actor = (id: string, type: ActorType, names: string[], links = {}): KnownActor => ({
  id,
  types: [type],
  names,
  links,
})

describe('keys', () => {
  it.each([
    ['President Lena Vasko', 'person', ['name:lena vasko']],
    ['Free Valley Front', 'armed-group', ['name:free valley front', 'acronym:FVF']],
    ['FVF', 'armed-group', ['name:fvf', 'acronym:FVF']],
    ['the Republic of Arendia', 'state', ['name:republic of arendia']],
    ['Łukasz Önder', 'person', ['name:łukasz onder']],
    ['protesters', 'population', []],
    ['the border guards', 'government', []],
    ['', 'other', []],
  ] as const)('of %s', (name, type, keys) => expect(keysOf(name, type)).toEqual(keys))

  it('letters come from three words or more, without the small ones', () => {
    expect([acronymOf('Union of Free Ports'), acronymOf('Harbour Party')]).toEqual(['UFP', null])
  })
})

describe('link', () => {
  it.each([
    [
      'an identifier goes before a name',
      actor('n', 'state', ['arendia'], { iso3: 'ARD' }),
      [actor('1', 'state', ['arendia']), actor('2', 'state', ['the republic'], { iso3: 'ARD' })],
      '2',
      'iso3',
    ],
    [
      'the code of its state does not make a ministry another organ of that state',
      actor('n', 'government', ['ministry of defence'], { iso3: 'ARD' }),
      [actor('1', 'government', ['central bank'], { iso3: 'ARD' }), actor('2', 'state', ['arendia'], { iso3: 'ARD' })],
      null,
      'new',
    ],
    [
      'two identifiers of one scheme never meet',
      actor('n', 'person', ['john marsh'], { wikidata: 'Q1' }),
      [actor('1', 'person', ['john marsh'], { wikidata: 'Q2' })],
      null,
      'new',
    ],
    [
      'a person is not a party of that name',
      actor('n', 'person', ['harbour']),
      [actor('1', 'organization', ['harbour'])],
      null,
      'new',
    ],
    [
      'a surname alone',
      actor('n', 'person', ['korda']),
      [actor('1', 'person', ['emil korda', 'korda'])],
      '1',
      'short-name',
    ],
    [
      'a surname that two have',
      actor('n', 'person', ['korda']),
      [actor('1', 'person', ['emil korda', 'korda']), actor('2', 'person', ['anton korda', 'korda'])],
      null,
      'new',
    ],
    [
      'full names that differ',
      actor('n', 'person', ['anton korda', 'korda']),
      [actor('1', 'person', ['emil korda', 'korda'])],
      null,
      'new',
    ],
    [
      'the known longest, where several are called so',
      actor('n', 'organization', ['harbour party']),
      [actor('2', 'organization', ['harbour party']), actor('1', 'organization', ['harbour party'])],
      '1',
      'name-ambiguous',
    ],
    [
      'an acronym',
      actor('n', 'armed-group', ['fvf']),
      [actor('1', 'armed-group', ['free valley front'])],
      '1',
      'acronym',
    ],
    [
      'a state that no list knows, read as somebody',
      actor('n', 'person', ['arendia']),
      [actor('1', 'state', ['arendia', 'arendian government'])],
      '1',
      'name-of-state',
    ],
    [
      'a person of a first and a last name, of which one is a state',
      actor('n', 'person', ['anna arendia', 'arendia']),
      [actor('1', 'state', ['arendia'])],
      null,
      'new',
    ],
    [
      'a person called like a state that is well known',
      actor('n', 'person', ['jordan']),
      [actor('1', 'state', ['jordan'], { iso3: 'JOR' })],
      null,
      'new',
    ],
    [
      'a body of that name, rather than the state',
      actor('n', 'organization', ['arendia']),
      [actor('1', 'state', ['arendia']), actor('2', 'organization', ['arendia'])],
      '2',
      'name',
    ],
    ['nobody', actor('n', 'state', ['borland']), [], null, 'new'],
  ] as const)('%s', (_name, one, among, to, code) => {
    expect(link(one, among)).toMatchObject({ to, reason: { code } })
  })
})
