import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode } from '../src/2-analyse/encode/index.ts'
import { interpret, settleTrees } from '../src/2-analyse/index.ts'
import type { Encoded } from '../src/2-analyse/steps.ts'
import { tokenise } from '../src/2-analyse/tokens/index.ts'
import { extract } from '../src/3-extract/index.ts'
import type { Reading, ReadoutRecord, Span } from '../src/model/index.ts'
import { createReader, loadVocabulary } from '../src/read.ts'
import { expectLinear, GROWING_REPORTS, hostileText } from './hostile.ts'

const vocabulary = loadVocabulary('en')
const reader = createReader(vocabulary)

/** The encoder's part of a reading, whose time its own tests hold to the length; it would hide what the rest takes. */
function encoded(text: string): Encoded {
  const document = { id: 'hostile', language: 'en', text }
  return encode(document, tokenise(text, vocabulary), vocabulary)
}

/** The rest of the reading. */
const readOn = (one: Encoded) =>
  extract(interpret(settleTrees(one, vocabulary), one.evidence, vocabulary), vocabulary, one.evidence.records)

const RUNS = { seed: 20251110, numRuns: 150 }

/** Every span in a value, however deep it lies. */
function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return
  const { start, end } = value as Partial<Span>
  if (typeof start === 'number' && typeof end === 'number') yield { start, end }
  for (const part of Object.values(value)) yield* spansIn(part)
}

/** The first span that is empty or does not lie in the text. */
const strayIn = (text: string, value: unknown): Span | undefined =>
  [...spansIn(value)].find(({ start, end }) => !(start >= 0 && start < end && end <= text.length))

/** The ids of actors and records that a record names. */
function idsIn(record: ReadoutRecord): (string | null | undefined)[] {
  const common = [...record.sources, record.place, record.sameAs]
  switch (record.kind) {
    case 'statement':
      return [...common, record.speaker, ...record.hearers]
    case 'event':
      return [...common, ...record.actors, ...record.recipients, record.orderedBy]
    case 'relation':
      return [...common, record.subject, record.object]
    case 'agreement':
      return [...common, ...record.parties]
    case 'dependency':
      return [...common, record.antecedent.record, record.consequent.record]
    case 'estimate':
      return [...common, record.of]
  }
}

/** Ids that name nothing in the reading. */
function danglingIn({ actors, records }: Reading): unknown[] {
  const known = new Set([...actors, ...records].map(({ id }) => id))
  return records.flatMap(idsIn).filter((id) => id != null && !known.has(id))
}

function check(text: string): void {
  const reading = reader.read({ text, publishedAt: '2025-11-10' })
  expect(reading.document.text).toBe(text)
  expect(strayIn(text, [reading.actors, reading.records, reading.issues])).toBeUndefined()
  expect(danglingIn(reading)).toEqual([])
}

const LONG = 'a'.repeat(100_000)
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['nothing', ''],
  ['white space', ' \n\n\t '],
  ['punctuation only', '?! ... — “ ” ‘ ’ ( ) [ ] ; : , . / \\ " \' ` ´ • … –'],
  ['one long word', LONG],
  ['a long word in a sentence', `The minister said ${LONG} left Velmar.`],
  ['a sentence without end', 'the envoy of the minister of the state that said that '.repeat(400)],
  ['many clauses', `Reis said ${'that Prek said '.repeat(200)}it was over.`],
  ['many conjuncts', `The talks of ${'Arendia, Borland and '.repeat(300)}Cassia failed.`],
  ['deep brackets', `${'(he said '.repeat(300)}${')'.repeat(300)}.`],
  ['deep quotations', '“‘'.repeat(300)],
  ['capitals only', 'ARENDIA AND BORLAND SIGN TRUCE. REIS SAYS THAT 12 PEOPLE WERE KILLED IN VELMAR ON MONDAY.'],
  [
    'small letters only',
    'arendia and borland signed a truce. reis said that 12 people were killed in velmar on monday.',
  ],
  ['lone halves of characters', 'Reis \uD800 said \uDC00 that “\uD83D” left Velmar\uDE00.'],
  ['marks of direction', '\u202EReis said\u202C that \u2067Arendia\u2069 signed. \u061C\u200F'],
  ['zero-width marks', 'Re\u200Bis sa\u200Did th\u2060at Aren\u00ADdia\uFEFF signed.'],
  ['combining marks', `Re${'\u0301'.repeat(2000)}is said so.`],
  ['emoji', '😀😀 Reis 🇩🇪 said 👩‍👩‍👧 that 🏴󠁧󠁢󠁳󠁣󠁴󠁿 left.'],
  ['nulls', 'Reis\0said\0that\0Arendia\0left.'],
  ['Windows line ends', 'Reis said:\r\n\r\n“We stay.”\r\n\r\nPrek left.\r\n'],
  ['French', 'Le ministre a déclaré que « la trêve » tient. Il a quitté Velmar lundi.'],
  ['Russian', 'Министр заявил, что перемирие соблюдается. Он покинул Вельмар.'],
  ['Arabic', 'قال الوزير إن الهدنة صامدة. وغادر فلمار يوم الاثنين.'],
  ['Chinese', '部长说停火得到遵守。他星期一离开了。'],
  ['code', 'if (a && b) { return "x".split(/[,;]/g).map((c) => c + 1) } // done\n<script>alert(1)</script>'],
  ['a table', `${'12\t3,5\t–\t1/2\t$9\n'.repeat(50)}`],
  ['odd dates', 'On Feb. 30, 0000 and 99/99/9999 at 25:61 on the 45th of May 10000, 13 Octember, he left.'],
  ['odd numbers', '1e999 people, -0 men, 9999999999999999999999 women, 1/0, ½, ٣, Ⅷ and 1,,2..3 were killed.'],
]

describe('a reading of hostile text', () => {
  it.each(TEXTS)('is sound: %s', (_what, text) => {
    check(text)
  })

  it('is sound whatever the text', () => {
    fc.assert(fc.property(hostileText, check), RUNS)
  })

  it('is the same every time', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(JSON.stringify(reader.read({ text }))).toBe(JSON.stringify(reader.read({ text })))
      }),
      { ...RUNS, numRuns: 20 },
    )
  })

  it.each(GROWING_REPORTS)('takes time in proportion to the length of %s', (_what, grow) => {
    expectLinear((n) => encoded(grow(n)), readOn, { short: 2000, runs: 1 })
  })
})
