import { describe, expect, it } from 'vitest'
import { words } from '../../model/span.ts'
import { openLanguage } from '../../vocabulary/language.ts'
import { abbreviationRows, loadSegmentation, wordRows } from '../../vocabulary/segmentation.ts'
import { tokenise } from './index.ts'

const segmentation = loadSegmentation(openLanguage('en'))
const sentences = (text: string) => tokenise(text, { segmentation })
const tokens = (text: string): string =>
  sentences(text)
    .flatMap((s) => s.tokens.map((t) => words(text, t)))
    .join(' ')
/** What a row's example says: "|" and spaces stand between tokens. */
const expected = (example: string): string => example.replaceAll('|', ' ')

describe('rows of words', () => {
  for (const { id, yes, no } of wordRows(openLanguage('en')))
    it(id, () => {
      for (const example of [...yes, ...no]) expect(tokens(example.replaceAll('|', ''))).toBe(expected(example))
    })
})

describe('rows of abbreviations', () => {
  for (const { id, one, two } of abbreviationRows(openLanguage('en')))
    it(id, () => {
      for (const example of one) expect(sentences(example), example).toHaveLength(1)
      for (const example of two) expect(sentences(example), example).toHaveLength(2)
    })
})

/** One example between two spaces and more; "|" stands where one token ends and the next begins with no space between. */
const EXAMPLES = {
  clitics: `
    They do|n't know    He|'s here    She|'d|'ve left    the states|' plan    Prek|'s    IT|'S TIME    Ca|n’t    it|’s
    O'Brien|'s    Shi'ite    would|n't|'ve    Let|'s go    the Ba'ath Party    Sana'a    Sana‘a    the '80s
    rock 'n' roll    do n't    Prek 's`,
  hyphens: `
    the U.S.|-|led coalition    al|-|Sharaa    Al|-|Anbar    D|-|ISIS    non-military    anti-government    co-operate
    mid-1990s    a 20|-|year|-|old    Commander|-|in|-|Chief    a state|-|of|-|the|-|art plan    Bush|-|Cheney    F|-|16
    ex-minister    Kim Min-jae    nine|-|month    self|-|defence    2013|–|2014    the plan|—|a bad one|—|fell`,
  figures: `
    the 90th    1980s    $|1.2|bn    €|3,000    US$|5    10:30    3,000    99.5|%    1/2    11/28/2000    2025-11-10
    713-555-0199    10|km    5|pm    5|a.m.    4A    #|5    +12    §|3    10|-|12    No. 5    pp. 3|-|5    1,000|-|strong
    by .5 percent    .50|-|calibre`,
  names: `
    U.S.    J. R. Reis    J.R. Reis    Gen. Reis    Lt. Col. Reis    Ph.D.    D.C.    a.m.    AT&T    R&D    Acme Inc.
    St. Orsk`,
  addresses: `
    https://post.example/a-b?c=1    www.post.example/a|,    (|https://post.example/a|)    a.prek@post.example    Post.com
    @velmar_post    #velmar`,
  marks: `
    Stop|!    What|?!    no|...    No|… never    (|yes|)    [|sic|]    [...]    “|Yes|,|”    \`\`|Yes|,|''    '|Yes|,|'
    "|Yes|"    and|/|or    s/he    :)    yes 😀    👩‍👩‍👧 here    🇩🇪|🇫🇷    Inc.|.    a|•|b    ***    x|=|y    wait|--|no`,
  scripts: 'Мир в Вельмаре|.    مرحبا بالعالم|.    co\u00ADoperate    a\u200Bb',
}

describe('tokens', () => {
  for (const [group, examples] of Object.entries(EXAMPLES))
    it(group, () => {
      for (const example of examples
        .replaceAll('\\`', '`')
        .trim()
        .split(/\s{2,}/))
        expect(tokens(example.replaceAll('|', ''))).toBe(expected(example))
    })
})
