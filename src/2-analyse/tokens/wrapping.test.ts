import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../../model/span.ts'
import { openLanguage } from '../../vocabulary/language.ts'
import { loadSegmentation } from '../../vocabulary/segmentation.ts'
import { tokenise } from './index.ts'

const segmentation = loadSegmentation(openLanguage('en'))
const sentences = (text: string): string[] =>
  tokenise(text, { segmentation }).map((sentence) => words(text, sentence).replaceAll(/\s+/g, ' '))

/** Breaks a paragraph so that no line is wider than `width`. */
function wrap(paragraph: string, width: number): string {
  const lines: string[] = []
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join('\n')
}

const SHORT = [
  'The truce held.',
  'Reis left Velmar on Monday.',
  'Did Omar Reis and Ana Prek meet?',
  'Foreign Minister Ana Prek stayed there.',
  'Nobody came!',
  'It cost $3.5 million in 2010.',
  'The U.S. envoy met Gen. Omar Reis.',
  '“We stay,” Prek said.',
  'In May the talks - the third - failed.',
  'It was No. 5 of the list.',
]

describe('wrapped text', () => {
  it('has the sentences of the same text unwrapped', () => {
    const paragraph = fc.array(fc.constantFrom(...SHORT), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 50, max: 90 }),
        (all, width) => {
          const wrapped = all.map((one) => wrap(one, width)).join('\n\n')
          expect(sentences(wrapped)).toEqual(sentences(all.join('\n\n')))
        },
      ),
      { seed: 1, numRuns: 60 },
    )
  })
})

/** Lines of text; "‖" before a line that begins a sentence of its own. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'a name at a line end': [
    'Rebels shelled the town of Ostrel, and the army said that Foreign Minister Ilara',
    'Denvoss had left the town before Monday. Two people were hurt by the fire, as the',
    'police said.',
  ],
  'two lines': ['Rebels shelled the town of Ostrel on', 'Monday, the army said, killing three soldiers.'],
  'a headline, a dateline and a signature': [
    'Truce holds in Velmar',
    '‖Monday, May 7, 2015',
    '‖The envoys of Arendia met in Velmar on Monday and said that',
    'the truce had held, and that Borland would send its minister',
    'Ana Prek to the next round of talks, which opens in June.',
    '‖Omar Reis',
    '‖Ministry of Trade',
  ],
  'a list': [
    'The envoys of Arendia met in Velmar on Monday and said that',
    'the truce had held. They asked for these three things first:',
    '‖- a truce that holds for a month, and that covers the whole',
    'of the border',
    '‖- talks in Velmar',
    '‖• the release of all who are held',
    '‖2. a new vote',
  ],
  'headlines without full stops': [
    'Truce holds in Velmar after weeks of talks',
    '‖Borland closes its border to all trucks',
    '‖Envoys of Arendia go home to vote',
  ],
  'a dash and a number that begin a line': [
    'The envoys of Arendia met in Velmar and said that the truce',
    '- the third of this year - had held since the end of January',
    '10. Borland sent nobody, which the envoys said was no wonder',
    'since it had closed its embassy.',
  ],
}

describe('line ends', () => {
  for (const [name, lines] of Object.entries(TEXTS))
    it(`are read rightly around ${name}`, () => {
      const text = lines.map((line) => line.replace('‖', '')).join('\n')
      const starts = lines.filter((line, i) => i === 0 || line.startsWith('‖')).map((line) => line.replace('‖', ''))
      const found = tokenise(text, { segmentation }).map(({ start }) => start)
      const begins = new Set([...text.matchAll(/^/gm)].map(({ index }) => index))
      expect(found.filter((start) => begins.has(start)).map((start) => text.slice(start).split('\n')[0])).toEqual(
        starts,
      )
    })
})
