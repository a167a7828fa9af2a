import { describe, expect, it } from 'vitest'
import { divide } from '../../../test/divide.ts'
import { words } from '../../model/span.ts'
import { openLanguage } from '../../vocabulary/language.ts'
import { loadQuotationMarks } from '../../vocabulary/quotation-marks.ts'
import { loadSegmentation } from '../../vocabulary/segmentation.ts'
import { findQuotations, openQuotations } from './index.ts'

const segmentation = loadSegmentation(openLanguage('en'))
const quotationMarks = loadQuotationMarks(openLanguage('en'))
/** "0 «words»" for each quotation: its level, and "open" where it is. */
const quotations = (text: string): string[] =>
  findQuotations(divide(text, { segmentation }), { quotationMarks }).map(
    (q) => `${q.level}${q.open ? ' open' : ''} ${words(text, q).replaceAll('\n', '/')}`,
  )

const CASES: readonly (readonly [what: string, text: string, ...quotations: string[]])[] = [
  ['none', 'Reis met Prek in Velmar.'],
  ['straight', 'Reis said "we will stay" on Monday.', '0 "we will stay"'],
  ['straight, the whole sentence', '"We will stay," Reis said.', '0 "We will stay,"'],
  ['curly', '“We will stay,” Reis said.', '0 “We will stay,”'],
  ['interrupted by its cue', '“We will stay,” Reis said, “and fight.”', '0 “We will stay,”', '0 “and fight.”'],
  ['straight, interrupted', '"We stay," Reis said, "and fight."', '0 "We stay,"', '0 "and fight."'],
  ['two sentences', '"We stay. We fight." Reis left.', '0 "We stay. We fight."'],
  ['British', "'We will stay,' Reis said.", "0 'We will stay,'"],
  ['British, curly', '‘We will stay,’ Reis said.', '0 ‘We will stay,’'],
  ['British with an apostrophe', "'We don't know the states' plan,' Reis said.", "0 'We don't know the states' plan,'"],
  ['curly with an apostrophe', '‘We don’t know the states’ plan,’ Reis said.', '0 ‘We don’t know the states’ plan,’'],
  ['words in single marks', "the so-called 'peace talks' failed", "0 'peace talks'"],
  ['words in single marks, twice', "the 'peace talks' were a 'sham'.", "0 'peace talks'", "0 'sham'"],
  ['apostrophes alone', "The states' plan and the allies' aims aren't Reis'."],
  ['curly apostrophes alone', 'The states’ plan and the allies’ aims aren’t Reis’.'],
  ['an elision', "It was the '90s and they liked rock 'n' roll."],
  [
    'nested',
    '“He told us ‘never again’ and left,” Prek said.',
    '0 “He told us ‘never again’ and left,”',
    '1 ‘never again’',
  ],
  [
    'nested, British',
    '‘He told us “never again” and left,’ Prek said.',
    '0 ‘He told us “never again” and left,’',
    '1 “never again”',
  ],
  [
    'nested, straight',
    `"He told us 'never again' and left," Prek said.`,
    `0 "He told us 'never again' and left,"`,
    "1 'never again'",
  ],
  ['nested to the end', '“He told us ‘never again.’” Prek left.', '0 “He told us ‘never again.’”', '1 ‘never again.’'],
  [
    'three levels',
    '“I read ‘the “new” plan’ today,” he said.',
    '0 “I read ‘the “new” plan’ today,”',
    '1 ‘the “new” plan’',
    '2 “new”',
  ],
  ['LaTeX', "``We will stay,'' said Reis.", "0 ``We will stay,''"],
  ['LaTeX, nested', "``He said `never' twice,'' said Reis.", "0 ``He said `never' twice,''", "1 `never'"],
  ['LaTeX opening, straight closing', '``We will stay," said Reis.', '0 ``We will stay,"'],
  ['German', 'He called it „eine Schande“ and left.', '0 „eine Schande“'],
  ['Polish', 'He called it „hańba” and left.', '0 „hańba”'],
  ['Swedish', 'He called it ”en skam” and left.', '0 ”en skam”'],
  ['French', 'He called it « une honte » and left.', '0 « une honte »'],
  ['Danish', 'He called it »en skam« and left.', '0 »en skam«'],
  ['tokens set apart', 'Reis said : " We will stay , " and left .', '0 " We will stay , "'],
  ['after a dash', 'It was—“as we said”—late.', '0 “as we said”'],
  ['in brackets', 'The plan ("Dawn") failed.', '0 "Dawn"'],
  ['inches', 'A wall 6" thick fell.'],
  ['a closing mark alone', 'We stay,” Reis said.'],
  ['never closed', 'Reis said: “We will stay. We fight.', '0 open “We will stay. We fight.'],
  ['never closed, then others', '“We stay. “We fight,” Reis said.', '0 open “We stay.', '0 “We fight,”'],
  [
    'never closed, a paragraph after',
    '“We stay.\n\nReis left. “We fight,” he said.',
    '0 open “We stay.',
    '0 “We fight,”',
  ],
  ['an inner one never closed', '“He said ‘never and left,” Prek said. It’s so.', '0 “He said ‘never and left,”'],
  [
    'each paragraph opens anew',
    '“We stay.\n\n“We fight.\n\n“We win,” Reis said.',
    '0 “We stay.',
    '0 “We fight.',
    '0 “We win,”',
  ],
  ['straight, each paragraph opens anew', '"We stay.\n\n"We fight," Reis said.', '0 "We stay.', '0 "We fight,"'],
  ['British, each paragraph opens anew', "'We stay.\n\n'We fight,' Reis said.", "0 'We stay.", "0 'We fight,'"],
  ['the last paragraph does not close', '“We stay.\n\n“We fight.\n\nReis left.', '0 “We stay.', '0 open “We fight.'],
  ['runs through paragraphs', '“We stay.\n\nWe fight,” Reis said.', '0 “We stay.//We fight,”'],
  ['straight, runs through lines', '" We stay .\nWe fight , " Reis said .\nHe left .', '0 " We stay ./We fight , "'],
  ['closed at the head of the next line', '" We stay .\n" He left .\nPrek stayed .', '0 " We stay ./"'],
  ['two in a row', '“Yes.” “No.”', '0 “Yes.”', '0 “No.”'],
  ['empty', 'He said "" and left.'],
  ['a title', 'The film "Reis\'s War" opened.', '0 "Reis\'s War"'],
]

describe('quotations', () => {
  for (const [what, text, ...expected] of CASES)
    it(what, () => {
      expect(quotations(text)).toEqual(expected)
    })
})

describe('open quotations', () => {
  it('are issues with their place', () => {
    const text = '“We stay. “We fight,” Reis said.'
    const quotations = findQuotations(divide(text, { segmentation }), { quotationMarks })
    expect(openQuotations(quotations)).toMatchObject([{ code: 'quotation-open', span: { start: 0, end: 9 } }])
  })
})
