import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { checkRows } from './rows.ts'

const forms = z.array(z.string().min(1)).min(1)
const Base = z.object({ id: z.string().min(1), forms, reason: z.string().min(1) })
const Abbreviation = Base.extend({
  ends: z.enum(['never', 'rarely', 'number']),
  one: z.array(z.string()).min(1),
  two: z.array(z.string()).min(1),
})
const Word = Base.extend({
  kind: z.enum(['prefix', 'syllable', 'split', 'whole']),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(2),
})
const Opener = Base.extend({ kind: z.enum(['opener', 'reporting']) })

/** Whether a sentence may end after an abbreviation: see data/en/lexicon/abbreviations.yaml. */
export type Ending = z.infer<typeof Abbreviation>['ends']

/** What dividing text into sentences and tokens needs to know of English. All but `abbreviations` in lower case. */
export interface Segmentation {
  /** Without the last full stop. A lower-case form stands for every way of capitals. */
  readonly abbreviations: ReadonlyMap<string, Ending>
  /** "non" in "non-military", which stays one token. */
  readonly prefixes: ReadonlySet<string>
  /** Of Chinese and Korean given names: "Min-jae" stays one token. */
  readonly syllables: ReadonlySet<string>
  /** "cannot" → 3: where the second token begins. */
  readonly splits: ReadonlyMap<string, number>
  /** "o'clock", "w/o". */
  readonly whole: ReadonlySet<string>
  /** Words that show the start of a sentence by their capital. */
  readonly openers: ReadonlySet<string>
  readonly reporting: ReadonlySet<string>
}

export const ABBREVIATIONS = 'lexicon/abbreviations.yaml'
export const WORDS = 'lexicon/words.yaml'
export const OPENERS = 'lexicon/sentence-openers.yaml'

export const abbreviationRows = (source: LanguageData) => checkRows(source, ABBREVIATIONS, Abbreviation)
export const wordRows = (source: LanguageData) => checkRows(source, WORDS, Word)

export function loadSegmentation(source: LanguageData): Segmentation {
  const words = wordRows(source)
  const openers = checkRows(source, OPENERS, Opener)
  const of = <T extends string>(rows: readonly { kind: T; forms: string[] }[], kind: T): string[] =>
    rows.flatMap((row) => (row.kind === kind ? row.forms : []))
  return {
    abbreviations: new Map(abbreviationRows(source).flatMap(({ forms, ends }) => forms.map((form) => [form, ends]))),
    prefixes: new Set(of(words, 'prefix')),
    syllables: new Set(of(words, 'syllable')),
    splits: new Map(of(words, 'split').map((form) => [form.replace('|', ''), form.indexOf('|')])),
    whole: new Set(of(words, 'whole')),
    openers: new Set(of(openers, 'opener')),
    reporting: new Set(of(openers, 'reporting')),
  }
}
