import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadoutRecord } from '../model/index.ts'
import { brief } from './brief.ts'
import { describe as inWords, numberRange } from './describe.ts'
import { FIXTURE } from './fixture.ts'
import { embedJson, escapeHtml } from './html/escape.ts'
import { html } from './html/index.ts'
import { segmentText } from './html/segments.ts'
import { markdown } from './markdown.ts'
import { harmless, painted, shorten, wrap } from './paint.ts'

describe('describe', () => {
  it('tells who, to whom, when, how sure and on whose word', () => {
    const event = inWords(FIXTURE.records[1]!, FIXTURE)
    expect(event).toMatchObject({
      what: 'AGREE',
      line: 'Borland ↔ Arendia',
      standing: 'denied, planned, possibly',
      sources: 'according to Ilara Denvoss',
    })
    const { actors, recipients } = FIXTURE.records[1]! as unknown as { actors: string[]; recipients: string[] }
    const both = [...actors, ...recipients]
    const together = { ...FIXTURE.records[1]!, joint: true, actors: both, recipients: both } as ReadoutRecord
    expect(inWords(together, FIXTURE).line, 'each once').toBe('Borland ↔ Arendia')
    expect(inWords(FIXTURE.records[0]!, FIXTURE)).toMatchObject({
      what: 'say',
      line: 'Ilara Denvoss',
      when: '12 May 2031',
    })
    expect(inWords(FIXTURE.records[2]!, FIXTURE).line).toBe('Ilara Denvoss, minister → Arendia')
  })

  it.each([
    [1000, 1000, '1,000'],
    [70000, 100000, '70,000–100,000'],
    [null, 3000, 'up to 3,000'],
    [12, null, 'at least 12'],
    [0, 0, '0'],
    [null, null, 'unknown'],
  ])('numbers from %s to %s', (low, high, words) => expect(numberRange(low, high)).toBe(words))
})

describe('brief', () => {
  it('has every kind of record, its words and what is not settled', () => {
    const text = brief(FIXTURE)
    for (const words of [
      'WHAT HAPPENED',
      'WHO SAYS WHAT',
      'WHAT IS AGREED',
      'WHAT HANGS ON WHAT',
      'HOW MANY',
      'WHO IS WHO TO WHOM',
      'NOT SETTLED',
      'up to 300',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('\u001b')
    expect(brief(FIXTURE, { paint: painted })).toContain('\u001b[')
  })

  it('keeps to the width', () => {
    for (const line of brief(FIXTURE, { width: 72 }).split('\n')) expect(line.length).toBeLessThanOrEqual(110)
  })

  it('says so where there is nothing', () => {
    expect(brief({ ...FIXTURE, records: [], issues: [] })).toContain('Nothing in this text is a record')
  })
})

describe('text from a report', () => {
  it('never steers a terminal', () => {
    expect(harmless('a\u001b[2Jb\u202ec\nd')).toBe('a\ufffd[2Jb\ufffdc\nd')
  })

  it('never becomes markup', () => {
    const page = html(FIXTURE)
    expect(page).not.toContain('<b>Borland')
    expect(page).toContain('&lt;b&gt;')
    expect(page).not.toContain('<truce>')
    expect(markdown(FIXTURE)).toContain('A \\<truce\\> \\| "maybe"')
    fc.assert(
      fc.property(fc.string(), (s) => !/[<>"']/.test(escapeHtml(s)) && !embedJson(s).includes('<')),
      { seed: 7 },
    )
  })
})

describe('html', () => {
  it('loads nothing from anywhere', () => {
    const page = html(FIXTURE)
    expect(page).not.toMatch(/(?:src|href)\s*=|url\(|@import|https?:\/\//)
    expect(page).toContain("default-src 'none'")
  })

  it('cuts the text into pieces that join to the text, each under the records that lie on it', () => {
    const { text } = FIXTURE.document
    const pieces = segmentText(FIXTURE)
    expect(pieces.map((p) => text.slice(p.start, p.end)).join('')).toBe(text)
    const truce = pieces.find((p) => text.slice(p.start, p.end) === 'the truce')
    expect(truce?.records).toEqual([0, 1, 3, 5])
  })
})

describe('wrap and shorten', () => {
  it('lose no word and keep to the width', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 })
    fc.assert(
      fc.property(words, (ws) => {
        const lines = wrap(ws.join(' '), 12)
        return lines.join(' ') === ws.join(' ') && lines.every((line) => line.length <= 12)
      }),
      { seed: 7 },
    )
    expect(shorten('one two three', 8)).toBe('one two…')
  })
})
