import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entity } from '../../model/analysis.ts'
import { openLanguage } from '../../vocabulary/language.ts'
import { loadTimes } from '../../vocabulary/times.ts'
import { tagged } from '../shared/tagged-text.ts'
import { findTimes } from './index.ts'

const vocabulary = { times: loadTimes(openLanguage('en')) } as Parameters<typeof findTimes>[1]

function read(written: string, publishedAt?: string, entities: readonly Entity[] = []) {
  const { text, tokens, sentences } = tagged(written)
  const document = { id: 'x', language: 'en', text, ...(publishedAt === undefined ? {} : { publishedAt }) }
  return { text, times: findTimes({ document, tokens, sentences, entities, quotations: [] }, vocabulary) }
}
const values = (written: string, publishedAt?: string) =>
  read(written, publishedAt).times.map(({ value, interval }) => [value, interval?.start ?? null, interval?.end ?? null])

it.each([
  ['It fell/VBD in the first week of January.', '2025-01-01', '2025-01-07'],
  ['It fell/VBD in the second week of March 2024.', '2024-03-08', '2024-03-14'],
  ['It fell/VBD in the last five days of April.', '2025-04-26', '2025-04-30'],
])('days of a month are counted from its ends: %s', (text, start, end) =>
  expect(values(text, '2025-05-14').map(([, ...days]) => days)).toEqual([[start, end]]),
)

describe('the direction of a name in the calendar comes from the verb', () => {
  it.each([
    ['The envoys met/VBD on Friday.', '2025-11-11', '2025-11-07'],
    ['The envoys will/MD meet/VB on Friday.', '2025-11-11', '2025-11-14'],
    ['The envoys met/VBD on Tuesday.', '2025-11-11', '2025-11-11'],
    ['The envoys will/MD meet/VB on Tuesday, 3/29.', '2016-03-06', '2016-03-29'],
    ['The army fired/VBD on 22/4.', '2025-05-14', '2025-04-22'],
    ['The army fired/VBD on 22.04.2025.', '2025-05-14', '2025-04-22'],
    ['The army held/VBD it from 3 August to/ADP 3 November 2018.', '2019-09-02', '2018-08-03'],
    ['The envoys met/VBD on Friday.', '2025-11-14T23:30:00+03:00', '2025-11-14'],
    ['Fighting has/VBZ raged/VBN since Saturday.', '2025-11-11', '2025-11-08'],
    ['The king died/VBD on December 30.', '2025-01-04', '2024-12-30'],
    ['The king will/MD abdicate/VB on January 2.', '2025-12-28', '2026-01-02'],
    ['The bloc scheduled/VBD=schedule a summit for Thursday.', '2025-11-11', '2025-11-13'],
    ['The offer was/VBD extended/VBN to Nov. 16.', '2025-10-30', '2025-11-16'],
    ['Troops left/VBD in December.', '2025-01-10', '2024-12'],
    ['Polls will/MD open/VB in January.', '2025-12-10', '2026-01'],
  ])('%s (%s)', (written, publishedAt, value) => expect(values(written, publishedAt)[0]![0]).toBe(value))
})

describe('intervals hold both their ends', () => {
  it.each([
    ['The raid of 29 February 2024 failed/VBD.', '2024-02-29', '2024-02-29', '2024-02-29'],
    ['They met/VBD last week.', '2025-W45', '2025-11-03', '2025-11-09'],
    ['They met/VBD over the weekend.', '2025-W45-WE', '2025-11-08', '2025-11-09'],
    ['They met/VBD in September 2014.', '2014-09', '2014-09-01', '2014-09-30'],
    ['They met/VBD in the summer of 2011.', '2011-SU', '2011-06-01', '2011-08-31'],
    ['They met/VBD in the 1990s.', '199', '1990-01-01', '1999-12-31'],
    ['In the past three days two towns fell/VBD.', 'P3D', '2025-11-08', '2025-11-11'],
    ['The truce held/VBD for three days.', 'P3D', null, null],
    ['They meet/VBP every Monday.', 'XXXX-WXX-1', null, null],
    ['They now rule/VBP.', 'PRESENT_REF', null, null],
  ])('%s', (written, ...expected) => expect(values(written, '2025-11-11')).toContainEqual(expected))
})

describe('without a day of writing nothing is guessed', () => {
  const written: readonly (readonly [string, string])[] = [
    ['They met/VBD on Monday.', 'XXXX-WXX-1'],
    ['They met/VBD yesterday.', 'XXXX-XX-XX'],
    ['They met/VBD on November 5.', 'XXXX-11-05'],
    ['They met/VBD in November.', 'XXXX-11'],
    ['They met/VBD last week.', 'XXXX-WXX'],
    ['They met/VBD last month.', 'XXXX-XX'],
    ['They met/VBD last year.', 'XXXX'],
    ['Trade fell/VBD in the third quarter.', 'XXXX-Q3'],
    ['They met/VBD two days ago.', 'XXXX-XX-XX'],
    ['They met/VBD on Monday night.', 'XXXX-WXX-1TNI'],
    ['They met/VBD at 10 p.m. in town.', 'XXXX-XX-XXT22:00'],
  ]
  it.each(written)('%s', (text, value) => {
    for (const publishedAt of [undefined, '', 'yesterday', '2023-02-30', '11/11/2025'])
      expect(values(text, publishedAt)).toEqual([[value, null, null]])
  })
  it('keeps what the text itself says', () => {
    expect(values('The pact of 5 March 2019 held/VBD. Two days later it broke/VBD.')).toEqual([
      ['2019-03-05', '2019-03-05', '2019-03-05'],
      ['2019-03-07', '2019-03-07', '2019-03-07'],
    ])
  })
})

describe('what the text has said before', () => {
  it('gives a day its year once it has been named in full', () => {
    const found = values('The blast of Aug. 7, 1998, shook/VBD the port. Those of Aug. 7 wept/VBD.', '2001-10-08')
    expect(found.map(([value]) => value)).toEqual(['1998-08-07', '1998-08-07'])
  })
  it('is what "the same day" and "a year earlier" count from, not the day of writing', () => {
    const found = values(
      'He fled/VBD on 3 May 2011. He fell/VBD the same day. A year earlier he ruled/VBD.',
      '2025-11-11',
    )
    expect(found.map(([value]) => value)).toEqual(['2011-05-03', '2011-05-03', '2010'])
  })
  it('says against what an expression was resolved', () => {
    const { times } = read(
      'He fled/VBD on 3 May 2011. He fell/VBD two days later. He spoke/VBD on Monday.',
      '2025-11-11',
    )
    expect(times.map(({ anchor }) => anchor)).toEqual([undefined, '2011-05-03', '2025-11-11'])
  })
})

describe('names are no times', () => {
  const entity = (text: string, name: string, type: Entity['type']): Entity => {
    const start = text.indexOf(name)
    return { start, end: start + name.length, type, first: 0, last: 0 }
  }
  it.each([
    ['Theresa May spoke/VBD.', 'Theresa May', 'person'],
    ['The Good Friday Agreement held/VBD.', 'Good Friday Agreement', 'agreement'],
    ['The Sunday Herald closed/VBD.', 'Sunday Herald', 'organization'],
  ] as const)('%s', (written, name, type) => {
    const { text } = read(written)
    expect(read(written, '2025-11-11', [entity(text, name, type)]).times).toEqual([])
  })
  it('but a year at the end of a name is', () => {
    const written = 'The Constitution Act of 1982 stands/VBZ.'
    const { text } = read(written)
    const { times } = read(written, '2025-11-11', [entity(text, 'Constitution Act of 1982', 'agreement')])
    expect(times.map(({ value }) => value)).toEqual(['1982'])
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    ...'the a two 5 31 1990 2024 of in on Nov. May March Monday last next every week weeks year years ago later - , / : half and quarter third early \ud800 1990s 10 p.m. since'.split(
      ' ',
    ),
  )
  it('gives spans in order within the text, the same each time', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), fc.boolean(), (parts, dated) => {
        const written = parts.join(' ')
        const { text, times } = read(written, dated ? '2024-02-29' : undefined)
        times.forEach(({ start, end, value, interval }, index) => {
          expect(start).toBeGreaterThanOrEqual(times[index - 1]?.end ?? 0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(value).not.toMatch(/NaN|undefined/)
          if (interval?.start && interval.end) expect(interval.start <= interval.end).toBe(true)
        })
        expect(read(written, dated ? '2024-02-29' : undefined).times).toEqual(times)
      }),
      { numRuns: 300 },
    )
  })
  it('takes time that grows with its length alone', () => {
    const document = { id: 'x', language: 'en', text: '' }
    /** Processor time, which others on the machine do not lengthen as they do the clock's. */
    const timeOf = (times: number): number => {
      const text = 'two '.repeat(2_500 * times) + 'the '.repeat(2_500 * times) + 'Nov. 5, '.repeat(625 * times)
      const { tokens, sentences } = tagged(text)
      const before = process.cpuUsage()
      findTimes({ document, tokens, sentences, entities: [], quotations: [] }, vocabulary)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    timeOf(1)
    // Four times the length: 4 where it grows with it, 16 where it grows with its square.
    expect(Math.min(timeOf(4), timeOf(4)) / timeOf(1)).toBeLessThan(10)
  })
})
