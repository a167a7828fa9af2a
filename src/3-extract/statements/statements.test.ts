import { describe, expect, it } from 'vitest'
import type { ActorId } from '../../model/records.ts'
import { createReader } from '../../read.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import { buildContext } from '../build-context.ts'
import { findStatements } from './index.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)

/** "speaker (sources) act to hearers via channel: content", one a line. */
function statementsIn(text: string): string[] {
  const context = buildContext(reader.analyse({ text, publishedAt: '2024-05-15' }), vocabulary)
  const name = (id: ActorId): string => context.actor(id).name
  return findStatements(context).map(({ speaker, sources, act, hearers, channel, content, mode }) => {
    const chain = sources.length > 0 ? ` (${sources.map(name).join(' > ')})` : ''
    const to = hearers.length > 0 ? ` to ${hearers.map(name).join(', ')}` : ''
    const words = content.map(({ start, end }) => text.slice(start, end)).join(' … ')
    return `${name(speaker)}${chain} ${act}${to}${channel === null ? '' : ` via ${channel}`}, ${mode}: ${words}`
  })
}

const TABLE: readonly (readonly [string, readonly string[]])[] = [
  ['Ana Reyes said that the border was open.', ['Ana Reyes say, indirect: that the border was open']],
  [
    '“We will not leave the valley,” Ana Reyes wrote on Twitter.',
    ['Ana Reyes say via Twitter, direct: “We will not leave the valley,”'],
  ],
  [
    'Ana Reyes warned in a statement that Turkey would answer.',
    ['Ana Reyes warn via statement, indirect: that Turkey would answer'],
  ],
  ['Ana Reyes denied that she had met Paul Holt.', ['Ana Reyes deny, indirect: that she had met Paul Holt']],
  ['Turkey announced a withdrawal from the valley.', ['Turkey announce, indirect: a withdrawal from the valley']],
  ['Turkey promised to open the border.', ['Turkey promise, indirect: to open the border']],
  ['According to France, the bridge was destroyed.', ['France say, indirect: the bridge was destroyed']],
  [
    'The bridge was closed, Reuters reported, citing Ana Reyes.',
    ['Reuters announce, indirect: The bridge was closed', 'Ana Reyes (Reuters) say, indirect: The bridge was closed'],
  ],
  [
    'Citing Ana Reyes, Reuters reported that the bridge was closed.',
    [
      'Reuters announce, indirect: that the bridge was closed',
      'Ana Reyes (Reuters) say, indirect: that the bridge was closed',
    ],
  ],
  // a statement speaks for whoever made it
  [
    'The bridge was destroyed, according to a statement by Ana Reyes.',
    ['Ana Reyes say via statement, indirect: The bridge was destroyed'],
  ],
  [
    'In a statement, Ana Reyes announced that troops would leave. The statement also said that the war was over.',
    [
      'Ana Reyes announce via statement, indirect: that troops would leave',
      'Ana Reyes say via statement, indirect: that the war was over',
    ],
  ],
  // chains
  [
    'Reuters reported that Ana Reyes said the bridge was destroyed.',
    [
      'Reuters announce, indirect: that Ana Reyes said the bridge was destroyed',
      'Ana Reyes (Reuters) say, indirect: the bridge was destroyed',
    ],
  ],
  [
    "Ana Reyes quoted Paul Holt's statement that the bridge was destroyed.",
    ['Paul Holt (Ana Reyes) say, indirect: that the bridge was destroyed'],
  ],
  // what speaks for itself, and who made what speaks
  ['Paul Holt left. Reports said the bridge was closed.', ['Reports say via Reports, indirect: the bridge was closed']],
  [
    'Ana Reyes issued a statement saying the bridge was closed.',
    ['Ana Reyes say via statement, indirect: the bridge was closed'],
  ],
  // who goes on, and who is cited
  [
    'Reuters, citing two officers, reported that the bridge was closed.',
    [
      'Reuters announce, indirect: that the bridge was closed',
      'officers (Reuters) say, indirect: that the bridge was closed',
    ],
  ],
  // several things said at once
  [
    'Ana Reyes said that the bridge was closed and that the ferry had sunk.',
    ['Ana Reyes say, indirect: that the bridge was closed', 'Ana Reyes say, indirect: that the ferry had sunk'],
  ],
  // findings of courts; acts that words bring about
  ['The Velmar court found that the law was void.', ['Velmar court announce, indirect: that the law was void']],
  ['The Velmar patrol found that the bridge was mined.', []],
  ['Turkey declared a state of emergency.', []],
  ['Ana Reyes pleaded guilty to theft.', ['Ana Reyes admit, indirect: guilty to theft']],
  // attitudes, judgements and what was not said are no statements
  ['Ana Reyes believes that the bridge was destroyed.', []],
  ['Ana Reyes condemned the attack.', []],
  ['Ana Reyes did not say that the bridge was destroyed.', []],
  ['If Ana Reyes says that the bridge was destroyed, France will answer.', []],
]

describe('findStatements', () => {
  it.each(TABLE)('%s', (text, expected) => {
    expect(statementsIn(text)).toEqual(expected)
  })

  it('lets a pronoun go on with the speaker of the quotation before it', () => {
    const text = '“We talk of thousands of men,” Paul Holt said.\n\n“They cannot join one by one,” he added.'
    const [, second] = statementsIn(text)
    expect(second).toMatch(/^Paul Holt say/)
  })

  it('takes the one who is told for the hearer', () => {
    const [first] = statementsIn('Ana Reyes told Paul Holt that the bridge was destroyed.')
    expect(first).toBe('Ana Reyes say to Paul Holt, indirect: that the bridge was destroyed')
  })
})
