import fc from 'fast-check'
import { expect } from 'vitest'

/** Seeded, so that a failure comes again. */
export const RUNS = { seed: 20251110, numRuns: 300 }

/** Pieces that rules of reading stumble over. */
const PIECES = [
  ...'"\'“”‘’„«»‹›`([{}])…—–-.,;:!?$%&@#*/_+=',
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '\u00A0',
    '\u2028',
    '\u200B',
    '\u200D',
    '\u202E',
    '\u2066',
    '\uFEFF',
    '\0',
    '\u00AD',
  ],
  ...['\uD800', '\uDC00', '😀', '👩‍👩‍👧', '🇩🇪', 'é', 'e\u0301', 'ß', 'İ', 'Мир', 'سلام', '平和。'],
  ...[
    'The',
    'the',
    'Reis',
    'Arendia',
    'said',
    'he',
    'not',
    "don't",
    'U.S.',
    'Gen.',
    'No. 5',
    'a.m.',
    '3,000',
    '$1.2bn',
    '10:30',
    'Nov. 10',
  ],
  ...[
    'https://a.example/b',
    'a@b.example',
    'non-military',
    '...',
    '``',
    "''",
    '[17]',
    'ALL CAPS',
    'if',
    'that',
    'who',
    'killed',
    'signed',
  ],
] as const

const REPORT = `VELMAR, Nov. 10, 2025 (Post) — Arendia's foreign minister, Omar Reis, said on Monday that about two-thirds of
the 1,200 to 1,500 fighters whom Borland backs had left Orsk since early October, and that “a third of them” would go by
the end of next week if the truce of 3 November holds. "We don't know," said a spokeswoman for the Free Cassia Front,
which Arendia lists as terrorist, "whether more than half of its $2.5bn in aid will ever come." At least 12 people,
including three of Gen. Ana Prek's guards, were killed in an attack on the U.N. office at 5:30 a.m. two days ago.

According to the Post, citing two officials, neither state has signed the Velmar Accord; it may not enter into force before
2027. Reis, 54, denied that he had called Prek's plan “dead ‘for now’”. Did he ask her to resign? "No," he told reporters.`

/** A report that begins and ends anywhere, with pieces in places where none belong. */
const brokenReport = fc
  .tuple(
    fc.nat(REPORT.length),
    fc.integer({ min: 20, max: 500 }),
    fc.array(fc.tuple(fc.nat(500), fc.constantFrom('', ...PIECES)), { maxLength: 8 }),
  )
  .map(([from, length, breaks]) =>
    breaks.reduce(
      (text, [at, piece]) => text.slice(0, at) + piece + text.slice(at + 2),
      REPORT.slice(from, from + length),
    ),
  )

/** Any text: random units, halves of characters, and words and marks in any order. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' ')),
  brokenReport,
)

const repeat = (piece: string) => (n: number) => piece.repeat(Math.ceil(n / piece.length))

/** Texts of about n characters that a careless rule reads in more than linear time. */
export const GROWING: readonly (readonly [what: string, grow: (n: number) => string])[] = [
  ['one word', repeat('a')],
  ['one number', repeat('1,')],
  ['one sentence', repeat('the plan of ')],
  ['paragraphs', repeat('The truce held. He said so.\n\n')],
  ['lines', repeat('The truce held\n')],
  ['opening marks', repeat('“ ')],
  ['opening marks of all kinds', repeat('« “ ‘ \' " ')],
  ['straight marks', repeat('" ')],
  ['apostrophes', repeat("' ")],
  ['marks without spaces', repeat('"\'')],
  ['nested brackets', repeat('([{')],
  ['full stops', repeat('.')],
  ['initials', repeat('A.')],
  ['abbreviations', repeat('Gen. ')],
  ['hyphens', repeat('a-')],
  ['at signs', repeat('a@')],
  ['addresses', repeat('www.a.')],
  ['half addresses', repeat('http://)')],
  ['spaces', repeat(' ')],
  ['empty lines', repeat('\n')],
  ['invisible marks', repeat('\u200B')],
  ['halves of characters', repeat('\uD800')],
  ['combining marks', repeat('a\u0301\u0301\u0301')],
  ['clitics', repeat("n't")],
  ['dates', repeat('10 November 2025 ')],
]

/** Texts of about n characters in which much refers to much. */
export const GROWING_REPORTS: readonly (readonly [what: string, grow: (n: number) => string])[] = [
  ['events', repeat('Arendia killed 12 people in Borland on Monday. ')],
  ['names', (n) => Array.from({ length: n / 24 }, (_, i) => `Reis${letters(i)} met Prek${letters(i * 7)}.`).join(' ')],
  ['statements', repeat('“We stay,” Reis said. ')],
  ['clauses in one sentence', repeat('Reis said that ')],
  ['names in one sentence', repeat('Arendia, Borland and ')],
  ['brackets in one sentence', repeat('(he said ')],
  ['pronouns', repeat('It said it. ')],
  ['marks', repeat('“ ')],
]

/** A number as small letters. */
const letters = (n: number): string => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

const TIMES = 8
/** Linear is TIMES; the square is TIMES². Short runs are noisy, so the bound lies well between. */
const MOST = 3 * TIMES
/** Under this many milliseconds nothing can be told, and nothing is wrong. */
const NOISE = 25

/** Milliseconds of the processor, not of the clock, so that a busy machine does not matter: the least of several runs. */
function cost<T>(input: T, work: (input: T) => unknown, runs: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    work(input)
    least = Math.min(least, process.cpuUsage(before).user / 1000)
  }
  return least
}

interface Size {
  /** Characters of the shorter text. */
  readonly short: number
  readonly runs: number
}

/** Fails where a text eight times as long costs more than three times its share. */
export function expectLinear<T>(
  grow: (n: number) => T,
  work: (input: T) => unknown,
  { short, runs }: Size = { short: 20_000, runs: 3 },
): void {
  const base = Math.max(cost(grow(short), work, runs), NOISE)
  expect(cost(grow(short * TIMES), work, runs)).toBeLessThan(MOST * base)
}
