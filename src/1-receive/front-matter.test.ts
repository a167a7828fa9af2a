import { describe, expect, it } from 'vitest'
import { readFrontMatter } from './front-matter.ts'

describe('readFrontMatter', () => {
  it('takes title, publisher and date, and leaves the text after them', () => {
    const file = '---\ntitle: Talks in Orsk\npublisher: Meridian Wire\ndate: 2031-05-13\n---\n\nArendia spoke.\n'
    expect(readFrontMatter(file)).toEqual({
      title: 'Talks in Orsk',
      publisher: 'Meridian Wire',
      publishedAt: '2031-05-13',
      text: 'Arendia spoke.\n',
    })
  })

  it.each([
    ['a text without it', 'Arendia spoke.'],
    ['a rule that opens nothing', '---\nArendia spoke.\n'],
    ['keys that say nothing of the report', '---\nlayout: page\n---\nArendia spoke.\n'],
    ['broken keys', '---\n[: x\n---\nArendia spoke.\n'],
  ])('leaves %s alone', (_name, text) => {
    expect(readFrontMatter(text)).toEqual({ text })
  })
})
