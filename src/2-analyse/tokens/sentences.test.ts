import { describe, expect, it } from 'vitest'
import { words } from '../../model/span.ts'
import { openLanguage } from '../../vocabulary/language.ts'
import { loadSegmentation, openerRows } from '../../vocabulary/segmentation.ts'
import { tokenise } from './index.ts'

const segmentation = loadSegmentation(openLanguage('en'))
/** "‖" stands where one sentence ends and the next begins; it takes the place of the space between. */
const divided = (text: string): string =>
  tokenise(text, { segmentation })
    .map((sentence) => words(text, sentence))
    .join('‖')
const count = (example: string): number => tokenise(example.replaceAll('/', '\n'), { segmentation }).length
const check = (example: string): void => expect(divided(example.replaceAll('‖', ' '))).toBe(example)

describe('sentences end', () => {
  it.each([
    'The truce held.‖Reis left.',
    'Did it hold?‖Reis left.‖No!‖Yes.',
    'It cost $3.5 million.‖Half was paid.',
    'He left in 2010.‖30 people stayed.',
    'It began (as planned).‖Reis left.',
    '(It began.)‖Reis left.',
    'It held [3].‖Reis left.',
    'It held.[17]‖Reis left.',
    'It held. [17]‖Reis left.',
    'He “left.”‖Prek stayed.',
    '“We stay.”‖“We go.”',
    '“We stay.‖We go.”',
    '"We stay."‖"We go."',
    "``We stay.''‖Prek left.",
    '’’We stay.’’‖Prek left.',
    'Reis said: “We stay.”‖Prek left.',
    '‘We stay.’‖Prek left.',
    'He waited...‖Nobody came.',
    'He waited… and left.',
    'Nobody came …‖The hall was empty.',
    'The envoy left the U.S.‖It was late.',
    'It opened at 5 p.m.‖The hall was full.',
    'They took arms, food, etc.‖Nobody was hurt.',
    'It is made by Harrow Inc.‖But Harrow denies it.',
    'It was Reis and I.‖Then Prek came.',
    'the truce held.‖he left.‖did it hold?‖nobody knew.',
    'It held.‖(see the map.)‖Reis left.',
    'Read it here.‖https://post.example/a‖Reis left.',
    'The truce held. 4‖The talks failed.',
    'He waited...‖I left.',
    'They met.‖3. The talks failed.',
    '· The truce held.‖· The talks failed.',
    'The plan failed.‖- Velmar Post',
  ])('%s', check)
})

describe('datelines are sentences of their own', () => {
  it.each([
    'VELMAR —‖The envoys met.',
    'VELMAR, Nov. 10 —‖Envoys met.',
    'VELMAR, Arendia (AP) —‖“We stay,” Reis said.',
    'NEW VELMAR, Arendia, Nov. 10, 2025 (Post/AP) –‖The envoys met.',
    'VELMAR (AP) --‖The envoys met.',
    'PORT-AU-PRINCE -‖The envoys met.',
    'Velmar, Arendia -‖The envoys met.',
    'Velmar (November 10, 2025) –‖The envoys met.',
    'VELMAR _‖The envoys met.',
    'Talks fail.‖VELMAR - Envoys left.',
    'BORLAND - CASSIA TALKS FAIL',
    'The envoys - Reis and Prek - met.',
    'Borland - Cassia talks failed.',
    'U.S.-led forces – They were late – left.',
    'Omar Reis — The Minister.',
    'Reis, who leads Arendia — The Post said — left.',
  ])('%s', check)
})

describe('sentences go on', () => {
  it.each([
    'The U.S. President met Gen. Omar Reis in Washington, D.C., on Nov. 5.',
    'Envoys met Dr. Ana Prek at 10 a.m. Monday.',
    'Resolution No. 5 passed.',
    'Daniel P. Reis met the envoy of C. V. Prek.',
    'J. R. Reis met George W. Prek Jr. in St. Orsk.',
    '“Will they come?” Reis asked.',
    '“Stop!” he said.',
    '“Will they come?” asked Omar Reis, the minister.',
    '“Stop it!” the foreign minister said.',
    '"Will they come?" she wrote.',
    "'Never!' Prek shouted.",
    'Yahoo! said it would pay.',
    'He asked “why?” and left.',
    'The vote was 3.5 to 2.1.',
    'It grew by .5 percent.',
    'The plan, i.e. Dawn, failed.',
    'Reis v. Prek was heard.',
    'He said “no.” and left.',
    'He waited ... and left.',
    'The firm Harrow Inc. makes drones.',
    '1. The truce held.',
    'Figure 2. The border in May.',
    'The firm Yahoo! is late.',
    'The rec. plan was late.',
    '... The truce held.',
  ])('%s', check)
})

describe('sentences begin where a line ended once', () => {
  it.each([
    'Please read it.‖Dana Prek‖03/27/2001 01:58 PM‖The draft is late.',
    'The talks failed‖==========‖This mail is private.',
    'https://post.example/a‖https://post.example/b‖Reis left.',
    'It held :)‖Then Prek came.',
    'Monday, May 7, 2015‖The envoys met.',
    'We need a —‖Do you have it?',
    'On Monday, May 7, 2015 Reis left.',
    'Thanks, but no.',
    'Reis – Prek said so – left.',
  ])('%s', check)
})

describe('rows of the edges of sentences', () => {
  for (const row of openerRows(openLanguage('en')))
    if ('one' in row)
      it(row.id, () => {
        for (const example of row.one) expect(count(example), example).toBe(1)
        for (const example of row.two) expect(count(example), example).toBe(2)
      })
})

/** One line a block: "paragraph: sentence". "/" stands for a line end inside a sentence. */
const blocks = (text: string): string[] =>
  tokenise(text, { segmentation }).map((s) => `${s.paragraph}: ${words(text, s).replaceAll(/\r?\n/g, '/')}`)

describe('paragraphs', () => {
  it('are divided by blank lines', () => {
    expect(blocks('Truce holds\n\nIt held. Reis left.\n \t\nPrek stayed.')).toEqual([
      '0: Truce holds',
      '1: It held.',
      '1: Reis left.',
      '2: Prek stayed.',
    ])
  })

  it('are lines in a text without blank lines', () => {
    expect(blocks('Truce holds\r\nIt held. Reis left.\r\nPrek stayed.')).toEqual([
      '0: Truce holds',
      '1: It held.',
      '1: Reis left.',
      '2: Prek stayed.',
    ])
  })

  it('may hold lists', () => {
    expect(blocks('The terms:\n- a truce\n- talks in Velmar\n\nReis left.')).toEqual([
      '0: The terms:',
      '0: - a truce',
      '0: - talks in Velmar',
      '1: Reis left.',
    ])
  })
})

describe('line ends inside paragraphs', () => {
  it('may come from wrapping', () => {
    const text = [
      'The envoys of Arendia met in Velmar on Monday and said that',
      'the truce had held. Borland did not send anybody. Its leader',
      'Ana Prek had said that she saw no ground for talks.',
      '',
      'Three crossings stay shut. The fourth is open to trucks with',
      'food and medicine only, for two hours in the morning.',
    ].join('\n')
    expect(blocks(text)).toEqual([
      '0: The envoys of Arendia met in Velmar on Monday and said that/the truce had held.',
      '0: Borland did not send anybody.',
      '0: Its leader/Ana Prek had said that she saw no ground for talks.',
      '1: Three crossings stay shut.',
      '1: The fourth is open to trucks with/food and medicine only, for two hours in the morning.',
    ])
  })

  it('are run over before a word in lower case', () => {
    expect(blocks('The envoys met and\nsaid that it held.\nReis left.')).toEqual([
      '0: The envoys met and/said that it held.',
      '1: Reis left.',
    ])
  })

  it('make no sentence where there are no words', () => {
    expect(blocks(' \n\n\t\r\n\u200B')).toEqual([])
  })
})
