import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Testimony } from '../model/index.ts'
import { origins } from './origins.ts'
import { sign } from './sign.ts'

const testimony = (record: string, over: Partial<Testimony> = {}): Testimony => ({
  record,
  document: `d${record}`,
  publisher: null,
  group: null,
  sources: [],
  media: [],
  copies: [],
  publishedOn: null,
  ...over,
})

describe('origins', () => {
  it.each([
    ['nothing in common', testimony('1', { publisher: 'post' }), testimony('2', { publisher: 'strand' }), 2, []],
    [
      'one publisher, own voice',
      testimony('1', { publisher: 'post' }),
      testimony('2', { publisher: 'post' }),
      1,
      ['same-publisher'],
    ],
    [
      'one publisher, two speakers',
      testimony('1', { publisher: 'post', sources: ['a'] }),
      testimony('2', { publisher: 'post', sources: ['b'] }),
      2,
      [],
    ],
    [
      'one speaker, two publishers',
      testimony('1', { sources: ['x', 'a'] }),
      testimony('2', { sources: ['a'] }),
      1,
      ['same-speaker'],
    ],
    [
      'the agency itself and who cites it',
      testimony('1', { publisher: 'northern press' }),
      testimony('2', { sources: ['n'], media: ['northern press'] }),
      1,
      ['citing'],
    ],
    ['a copy', testimony('1'), testimony('2', { copies: ['d1'] }), 1, ['copy']],
  ] as const)('%s', (_name, a, b, count, codes) => {
    const found = origins([a, b])
    expect(found.length).toBe(count)
    expect(found.flatMap((o) => o.reasons.map((r) => r.code))).toEqual(codes)
  })

  it('keep every record in exactly one origin', () => {
    const any = fc.array(
      fc.record({
        publisher: fc.constantFrom(null, 'a', 'b'),
        sources: fc.subarray(['x', 'y']),
        copies: fc.subarray(['d0', 'd1', 'd2']),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(any, (list) => {
        const records = origins(list.map((t, k) => testimony(String(k), t))).flatMap((o) => o.records)
        expect([...records].sort()).toEqual(list.map((_, k) => String(k)).sort())
      }),
      { seed: 7 },
    )
  })
})

describe('signatures', () => {
  const text = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, k) => `word${from + k}`).join(' ')
  const meet = (a: string, b: string): boolean => sign(a).bands.some((band) => sign(b).bands.includes(band))
  it('of a text and its edited copy share a band; of two texts they do not', () => {
    expect([
      meet(text(0, 200), `New head. ${text(0, 180)} tail`),
      meet(text(0, 200), text(500, 700)),
      sign('too short').bands,
    ]).toEqual([true, false, []])
  })
})
