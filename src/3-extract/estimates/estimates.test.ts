import { describe, expect, it } from 'vitest'
import type { Estimate, Reading } from '../../model/index.ts'
import { createReader } from '../../read.ts'
import { loadVocabulary } from '../../vocabulary/index.ts'
import type { Toll } from '../../vocabulary/measures.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)
const read = (text: string): Reading => reader.read({ text, publishedAt: '2025-11-11' })
const estimates = ({ records }: Reading): Estimate[] =>
  records.filter((record): record is Estimate => record.kind === 'estimate')
const measures = (text: string) => estimates(read(text)).map(({ measure, low, high }) => [measure, low, high])

describe.each(vocabulary.measures.tolls.map((toll): [string, Toll] => [toll.id, toll]))('%s', (id, { yes, no }) => {
  it.each(yes)('%s', (text, number) => {
    const found = estimates(read(text)).filter(({ measure }) => measure === id)
    expect(found.map(({ low, high }) => low ?? high)).toContain(number)
  })
  it.each(no)('not in: %s', (text) => {
    expect(estimates(read(text)).map(({ measure }) => measure)).not.toContain(id)
  })
})

describe('what is counted and its bounds', () => {
  it.each([
    ['The Velmar Front has between 70,000 and 100,000 fighters.', 'fighters', 70000, 100000],
    ['Arendia sent up to 3,000 troops to the border.', 'troops', null, 3000],
    ['Borland fired dozens of missiles.', 'missiles', 24, 99],
    ['The army took more than 700 square miles.', 'square miles', 700, null],
    ['Arendia pledged $1.2bn in aid.', 'aid', 1200000000, 1200000000],
    ['The party won 85 seats.', 'seats', 85, 85],
    ['The rebels will hand over 31 soldiers.', 'soldiers', 31, 31],
    ['The army lost over 31 soldiers.', 'soldiers', 31, null],
    ['There were no casualties in the raid.', 'casualties', 0, 0],
    ['The 640 km pipeline crosses Borland.', 'pipeline', 640, 640],
    ['Arendia will build a 300-mile fence along the border.', 'fence', 300, 300],
    ['The railway is 640 km long.', 'railway', 640, 640],
    ['The field holds three trillion cubic feet of gas.', 'gas', 3e12, 3e12],
    ['Police seized 300 kilograms of explosives.', 'explosives', 300, 300],
    ['Monitors put the number of wounded in the hundreds.', 'wounded', 100, null],
    ['Officials say the number of refugees runs into the millions.', 'refugees', 1e6, null],
    ['The defector count is in the dozens.', 'defector', 24, null],
    ['Losses were in the thousands.', 'losses', 1000, null],
    ['The death toll exceeded 300.', 'killed', 300, null],
    ['The toll reached 300.', 'killed', 300, 300],
    ['The army claimed 190 were dead.', 'killed', 190, 190],
    ['Forty people or more were injured.', 'injured', 40, null],
    ['At least 30 soldiers were killed or injured.', 'casualties', 30, null],
  ] as const)('%s', (text, ...expected) => expect(measures(text)).toContainEqual([...expected]))
})

describe('numbers of those counted before', () => {
  const who = (text: string) => {
    const reading = read(text)
    const name = (id: string | null) => reading.actors.find((actor) => actor.id === id)?.name ?? null
    return estimates(reading).map(({ of, measure, low, high, sources }) => [
      name(of),
      measure,
      low ?? high,
      sources.map(name).join(),
    ])
  }
  it.each([
    [
      'At least 38 people were killed. Aid groups put the figure at more than 60.',
      ['people', 'killed', 60, 'Aid groups'],
    ],
    ['The raid killed 38 people, including 11 children.', ['children', 'killed', 11, '']],
    [
      'The raid killed 38 people, among them 11 children. The ministry put the number at 20.',
      ['people', 'killed', 20, 'ministry'],
    ],
    ['The strike killed a commander and two of his bodyguards.', ['bodyguards', 'killed', 2, '']],
    [
      'The government says the rebels hold 1,500 guns, while monitors put the number at 700.',
      ['rebels', 'guns', 700, 'monitors'],
    ],
    ['Monitors put the number of displaced at 5,000.', [null, 'displaced', 5000, 'Monitors']],
    [
      'Some 12,000 people demonstrated in the capital, police said; organisers claimed that 30,000 had turned out.',
      ['people', 'people', 30000, 'organisers'],
    ],
  ] as const)('%s', (text, expected) => expect(who(text)).toContainEqual([...expected]))
  it.each([
    'The raid killed 38 people. The group put its strength at 3,000.',
    'The raid killed 38 people. The envoy looked at 60.',
  ])('none: %s', (text) => expect(who(text)).toEqual([['people', 'killed', 38, '']]))
})

describe('numbers of what is not done', () => {
  it.each([
    ['The minister demanded the release of 240 prisoners.', 'future'],
    ['The army was to leave in exchange for the release of 240 prisoners.', 'future'],
    ['The army left after the release of 240 prisoners.', 'actual'],
  ])('%s %s', (text, realis) => expect(estimates(read(text)).map((one) => one.realis)).toEqual([realis]))
})

it.each([
  ['Velmar may send 900 troops to the border.', 'affirmed possible actual'],
  ['Arendia will deploy 900 troops.', 'affirmed certain future'],
  ['The Front does not have 900 fighters.', 'denied certain actual'],
  ['There are no 900 fighters in Orsk.', 'denied certain actual'],
  ['The ministry said the Front could field 900 fighters.', 'affirmed possible actual'],
  ['Arendia will withdraw the 900 troops.', 'affirmed certain actual'],
  ['Arendia did not pay its 900 guards.', 'affirmed certain actual'],
  ['About 900 fighters may leave the town.', 'affirmed certain actual'],
])('are as true as the clause that brings them about: %s', (text, standing) => {
  const [one] = estimates(read(text))
  expect(`${one!.polarity} ${one!.certainty} ${one!.realis}`).toBe(standing)
})

describe('no record', () => {
  it.each([
    'The two leaders met in Velmar.',
    'Article 5 binds the allies.',
    'The 28-member bloc met on 5 May 2019.',
    'He became the 90th member of the club.',
    'The five-year-old girl sang.',
    'Arendia beat Borland 3-1.',
    'A 650-foot vessel sank.',
    'A ticket cost $9.99.',
    'The runner passed a 12 km mark.',
    'The guests ranged in age from eleven to 75.',
  ])('%s', (text) => expect(measures(text)).toEqual([]))
})

it.each([
  [
    'The Velmar Front said that 27 soldiers were killed, but the defence ministry put the toll at six.',
    [
      [27, 'soldiers', ['Velmar Front']],
      [6, 'soldiers', ['defence ministry']],
    ],
  ],
  [
    'The army said 40 rebels had died; the rebels gave the toll as three.',
    [
      [40, 'rebels', ['army']],
      [3, 'rebels', ['rebels']],
    ],
  ],
  ['The ministry put the number of wounded at 14.', [[14, undefined, ['ministry']]]],
  ['The death toll rose to 31.', [[31, undefined, []]]],
  [
    'The army said that 20 rebels were killed, as were seven soldiers.',
    [
      [20, 'rebels', ['army']],
      [7, 'soldiers', ['army']],
    ],
  ],
  ['The minister put the book at page 31.', []],
])('puts each figure on the word of who gives it: %s', (text, expected) => {
  const reading = read(text)
  const name = (id: string | null) => reading.actors.find((actor) => actor.id === id)?.name
  expect(estimates(reading).map(({ low, of, sources }) => [low, name(of), sources.map(name)])).toEqual(expected)
})

it('says whose they are', () => {
  const reading = read('The Velmar Liberation Front has 3,000 fighters in Arendia. Turkey lost 40 tanks.')
  const names = estimates(reading).map(({ of }) => reading.actors.find(({ id }) => id === of)?.name)
  expect(names).toEqual(['Velmar Liberation Front', 'Turkey'])
})

it('counts a sum once where it is given in two currencies', () =>
  expect(measures('Arendia lent 380 billion yuan (50 billion euros, $55 billion).')).toEqual([['CNY', 38e10, 38e10]]))

it('gives the words of each number', () => {
  const text = 'Police said at least 20 people were killed and 90 wounded in the blast on Monday.'
  const reading = read(text)
  const words = estimates(reading).map(({ evidence: [span] }) => text.slice(span!.start, span!.end))
  expect(words[0]).toBe('at least 20 people were killed')
  expect(words[1]).toContain('90 wounded')
})

it('keeps both numbers of a correction and marks the former', () => {
  const found = estimates(read('The toll rose to 30 dead from an earlier toll of 27 dead.'))
  expect(found.map(({ low, rule }) => [low, rule.endsWith('.former')])).toEqual([
    [30, false],
    [27, true],
  ])
})

it('takes a zero as a number and not as a denial', () => {
  const [none] = estimates(read('Not a single soldier was killed.'))
  expect(none).toMatchObject({ measure: 'killed', low: 0, high: 0, polarity: 'affirmed' })
})

it.each([
  ['The ministry said that 27 soldiers were killed, and not 31 as it had first said.', [27, 31]],
  ['The ministry said that 27 soldiers, not 31, were killed.', [27, 31]],
] as const)('denies the number that "not" stands before: %s', (text, [told, denied]) => {
  const found = estimates(read(text))
  expect(found.map(({ low, polarity }) => [low, polarity])).toEqual([
    [told, 'affirmed'],
    [denied, 'denied'],
  ])
  const { cues } = found[1]!
  expect(cues.map(({ start, end }) => text.slice(start, end))).toContain('not')
})
