import { describe, expect, it } from 'vitest'
import type { Answer, Cited, Figure, Happening } from '../../6-answer/index.ts'
import { painted } from '../paint.ts'
import { bar } from './estimates.ts'
import { renderTimeline } from './timeline.ts'

const CITED: Cited = {
  record: '01c3074d-f500-7043-8fc9-01a1e1185558',
  quotes: [{ start: 0, end: 21, version: 1, words: 'Velmar joined\nthe pact' }],
  document: 'd',
  version: 2,
  title: 'A pact',
  publisher: 'Meridian Wire',
  url: null,
  publishedAt: '2031-05-21',
  according: ['council', 'Olen Marsh'],
  recordedAt: '2031-05-21T18:00:00.000Z',
}
const HAPPENING: Happening = {
  id: 'h',
  type: 'COOPERATE',
  mode: null,
  actors: [{ id: '1', name: 'Velmar\u001b[31m' }],
  recipients: [{ id: '2', name: 'Borland' }],
  joint: false,
  about: null,
  place: null,
  when: {
    from: '2031-05-20',
    to: '2031-05-20',
    text: '20 May',
    precision: 'day',
    dated: true,
    publishedOn: '2031-05-21',
  },
  polarity: 'denied',
  certainty: 'probable',
  realis: 'actual',
  support: { reports: 3, origins: 2, because: ['the texts are nearly the same'] },
  disputed: true,
  citations: [CITED, CITED, CITED, CITED],
}
const answer = (fields: Partial<Answer<Happening>>): Answer<Happening> => ({
  asked: 'timeline',
  question: {},
  rows: [HAPPENING],
  leftOff: 0,
  none: null,
  ...fields,
})

describe('a row on a terminal', () => {
  const text = renderTimeline(answer({ leftOff: 4 }), { width: 100 })

  it('says who, when, how sure, on how many words', () => {
    expect(text).toContain('20 May 2031 · denied, probably · disputed · 3 reports, 2 independent')
    expect(text).toContain('→ Borland')
  })

  it('ends in its citations: words on one line, the chain, the version, the id', () => {
    expect(text).toContain('“Velmar joined the pact”')
    expect(text).toContain('— Olen Marsh, as told by council, in Meridian Wire, 21 May 2031, version 2 · 01c3074d')
    expect(text).toContain('and 1 more')
    expect(text).toContain('4 more: --limit shows them')
  })

  it('never lets a report steer the terminal', () => {
    expect(text).not.toContain('\u001b')
    expect(renderTimeline(answer({}), { paint: painted })).not.toContain('\u001b[31mBorland')
  })

  it('says why there are none, and the nearest names', () => {
    const none = { code: 'unknown-name' as const, message: 'Nobody.', nearest: ['Borland', 'Cassia'] }
    expect(renderTimeline(answer({ rows: [], none }))).toBe('Nobody.\nNearest: Borland, Cassia\n')
  })
})

describe('a figure on the plot', () => {
  const figure = (low: number | null, high: number | null): Figure => ({ low, high }) as Figure
  const scale = { low: 0, high: 100 }

  it.each([
    [0, 100, '├─────────┤'],
    [50, 50, '     ●'],
    [null, 100, '         ◄┤'],
    [0, null, '├─►'],
    [50, 80, '     ├──┤'],
  ])('%s to %s', (low, high, drawn) => {
    expect(bar(figure(low, high), scale, 11)).toBe(drawn)
  })
})
