import { describe, expect, it } from 'vitest'
import type { TimeExpression, Token } from '../model/analysis.ts'
import { openLanguage } from '../vocabulary/language.ts'
import { loadTimes } from '../vocabulary/times.ts'
import { precisionOf, toTime } from './times.ts'

const { openings } = loadTimes(openLanguage('en'))

/** A text whose expressions stand in braces, each with its first and last day. */
function scene(written: string, ...days: readonly (readonly [string, string, string])[]) {
  const text = written.replaceAll(/[{}]/g, '')
  const tokens = [...text.matchAll(/[\p{L}\d]+|[^\s]/gu)].map(
    (match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }) as Token,
  )
  let removed = 0
  const times = [...written.matchAll(/\{([^}]*)\}/g)].map((match, index): TimeExpression => {
    const start = match.index - removed
    removed += 2
    const [value, first, last] = days[index]!
    return {
      start,
      end: start + match[1]!.length,
      type: 'DATE',
      value,
      interval: first ? { start: first, end: last } : null,
    }
  })
  return { document: { id: 'x', language: 'en', text }, tokens, times }
}
const time = (analysis: ReturnType<typeof scene>) => toTime(analysis.times[0]!, analysis, openings)

const YEAR = ['2011', '2011-01-01', '2011-12-31'] as const
const MONTH = ['2018-12', '2018-12-01', '2018-12-31'] as const

describe('a date opened by its preposition', () => {
  it.each([
    ['Founded in {2011}.', YEAR, '2011-01-01', '2011-12-31', 'year'],
    ['At war since {2011}.', YEAR, '2011-01-01', null, 'open'],
    ['Free from {2011}.', YEAR, '2011-01-01', null, 'open'],
    ['Free after {2011}.', YEAR, '2012-01-01', null, 'open'],
    ['Envoy until {December}.', MONTH, null, '2018-12-31', 'open'],
    ['Gone by {December}.', MONTH, null, '2018-12-31', 'open'],
    ['Gone before {December}.', MONTH, null, '2018-11-30', 'open'],
    ['{December} was cold.', MONTH, '2018-12-01', '2018-12-31', 'month'],
  ] as const)('%s', (written, day, start, end, precision) => {
    expect(time(scene(written, day))).toMatchObject({ start, end, precision })
  })
  it('keeps the words and nothing else where the day is not known', () =>
    expect(time(scene('At war since {last year}.', ['XXXX', '', '']))).toEqual({
      start: null,
      end: null,
      text: 'last year',
      precision: 'year',
    }))
})

describe('a range', () => {
  it.each(['Envoy from {2011} to {December}.', 'Envoy between {2011} and {December}.'])('%s', (written) =>
    expect(time(scene(written, YEAR, MONTH))).toMatchObject({ start: '2011-01-01', end: '2018-12-31' }),
  )
  it('is none where a word stands between', () =>
    expect(time(scene('From {2011} to early {December}.', YEAR, MONTH))).toMatchObject({
      start: '2011-01-01',
      end: null,
    }))
})

it.each([
  ['2025-11-10', 'day'],
  ['2025-11-10TNI', 'time'],
  ['2025-11-10T10:35', 'time'],
  ['XXXX-WXX-1', 'day'],
  ['2025-W45', 'week'],
  ['2025-W45-WE', 'week'],
  ['2025-11', 'month'],
  ['2025-Q3', 'quarter'],
  ['2025-SU', 'season'],
  ['2025-H1', 'year'],
  ['2025', 'year'],
  ['199', 'decade'],
  ['19', 'century'],
  ['PAST_REF', 'unknown'],
  ['P3D', 'unknown'],
])('%s is exact to the %s', (value, precision) => expect(precisionOf({ value })).toBe(precision))
