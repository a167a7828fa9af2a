import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HeldRecord } from '../5-ledger/index.ts'
import { orderOf } from './dependencies.ts'
import { likenessOf } from './names.ts'
import { holdsOn, type Interval, intervalOf } from './relations.ts'
import { readSearch } from './search.ts'

const interval = (fields: Partial<Interval>): Interval => ({
  from: null,
  to: null,
  seenFrom: null,
  seenTo: null,
  ended: false,
  endedBy: null,
  ...fields,
})

describe('a relation on a day', () => {
  it.each([
    ['dated, within', { from: '2031-01-01', to: '2031-12-31' }, true],
    ['dated, before it began', { from: '2031-06-02' }, false],
    ['dated, after it ended', { from: '2030-01-01', to: '2031-05-31' }, false],
    ['on its first day', { from: '2031-06-01' }, true],
    ['on its last day', { from: '2030-01-01', to: '2031-06-01' }, true],
    ['undated, told before', { seenFrom: '2031-05-01' }, true],
    ['undated, told after', { seenFrom: '2031-07-01' }, false],
    ['told to be over before', { seenFrom: '2031-01-01', ended: true, endedBy: '2031-05-01' }, false],
    ['told to be over later', { seenFrom: '2031-01-01', ended: true, endedBy: '2031-07-01' }, true],
  ])('%s', (_what, fields, holds) => {
    expect(holdsOn(interval(fields), '2031-06-01')).toBe(holds)
  })
})

describe('when a relation began and ended', () => {
  const told = (ended: boolean, validFrom: string | null, validTo: string | null, precision: string) =>
    ({
      validFrom,
      validTo,
      publishedOn: '2031-11-14',
      record: { kind: 'relation', ended, time: { precision } },
    }) as unknown as HeldRecord
  it.each([
    ['resigned on a day', [told(true, '2031-11-10', '2031-11-10', 'day')], [null, '2031-11-10']],
    ['resigned in a month', [told(true, '2031-10-01', '2031-10-31', 'month')], [null, '2031-10-31']],
    ['was so from year to year', [told(true, '2019-01-01', '2023-12-31', 'year')], ['2019-01-01', '2023-12-31']],
    ['was so until a year', [told(true, null, '2023-12-31', 'open')], [null, '2023-12-31']],
    [
      'took it up, and left it',
      [told(false, '2031-10-02', '2031-10-02', 'day'), told(true, '2031-11-10', '2031-11-10', 'day')],
      ['2031-10-02', '2031-11-10'],
    ],
  ])('%s', (_what, records, [from, to]) => expect(intervalOf(records)).toMatchObject({ from, to, ended: true }))
})

describe('what must come before what', () => {
  const edge = (from: string, to: string) => ({
    relation: 'requires' as const,
    from,
    to,
    polarity: 'affirmed' as const,
    certainty: 'certain' as const,
    realis: 'actual' as const,
    citations: [],
  })
  const nodes = (...ids: string[]) => ids.map((id) => ({ id }))

  it('puts each after what it needs', () => {
    expect(orderOf(nodes('c', 'a', 'b'), [edge('a', 'b'), edge('b', 'c')]).order).toEqual(['a', 'b', 'c'])
  })

  it('names those that wait for each other', () => {
    const { order, circular } = orderOf(nodes('a', 'b', 'c'), [edge('a', 'b'), edge('b', 'a')])
    expect(order[0]).toBe('c')
    expect(circular.sort()).toEqual(['a', 'b'])
  })

  it('keeps every node once, whatever hangs on what', () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(7))
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const ids = Array.from({ length: 8 }, (_, i) => `n${i}`)
        const edges = pairs.map(([a, b]) => edge(`n${a}`, `n${b}`))
        const { order, circular } = orderOf(nodes(...ids), edges)
        expect([...order].sort()).toEqual(ids)
        const free = order.filter((id) => !circular.includes(id))
        for (const { from, to } of edges) {
          if (from !== to && free.includes(to)) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to))
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})

describe('a name like another', () => {
  it('is nearer than one that is not', () => {
    expect(likenessOf('rudo aszeni', 'rudo aszeny')).toBeGreaterThan(0.8)
    expect(likenessOf('aszeni', 'rudo aszeny')).toBeGreaterThan(likenessOf('aszeni', 'ruta selin'))
    expect(likenessOf('cassia', 'cassia')).toBe(1)
    expect(likenessOf('cassia', 'borland')).toBeLessThan(0.2)
  })
})

describe('words to search for', () => {
  it('are read apart from fields', () => {
    expect(readSearch('ceasefire talks kind:event actor:"Ilara Denvoss" by:Cassia')).toEqual({
      text: 'ceasefire talks',
      kinds: ['event'],
      types: [],
      rooms: [],
      actors: ['Ilara Denvoss'],
      by: ['Cassia'],
      publishers: [],
      unknown: [],
    })
  })

  it('are of one kind, type and field in small letters and capitals', () => {
    const plain = readSearch('toll kind:event type:AGREE type:holdsOffice type:warn by:Cassia')
    expect(plain.types).toEqual(['AGREE', 'holdsOffice', 'warn'])
    expect(readSearch('toll Kind:Event type:agree TYPE:HoldsOffice type:Warn BY:Cassia')).toEqual(plain)
  })

  it('tell a kind that there is not', () => {
    expect(readSearch('toll kind:evnt kind:event in:Reports in:attic')).toMatchObject({
      kinds: ['event'],
      rooms: ['reports'],
      unknown: [
        { field: 'in', value: 'attic' },
        { field: 'kind', value: 'evnt' },
      ],
    })
  })

  it('keep a colon that is no field of ours', () => {
    expect(readSearch('article 5: defence').text).toBe('article 5: defence')
  })
})
