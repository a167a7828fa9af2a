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
  kind: z.enum(['prefix', 'syllable', 'split', 'whole', 'file']),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(2),
})
const examples = z.array(z.string()).min(1)
const Opener = z.discriminatedUnion('kind', [
  Base.extend({ kind: z.enum(['opener', 'reporting']) }),
  Base.extend({ kind: z.enum(['label', 'closing', 'figure', 'unfinished']), one: examples, two: examples }),
])

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
  /** Words that, before a colon, open a line of their own: "image". */
  readonly labels: ReadonlySet<string>
  /** Words that end a letter before the name: "regards". */
  readonly closings: ReadonlySet<string>
  /** Words that, before a number, stand above or under a picture: "figure". */
  readonly figures: ReadonlySet<string>
  /** Words that end no sentence: a line that ends with one goes on. */
  readonly unfinished: ReadonlySet<string>
  /** How names of files end: "pdf". */
  readonly files: ReadonlySet<string>
}

export const ABBREVIATIONS = 'lexicon/abbreviations.yaml'
export const WORDS = 'lexicon/words.yaml'
export const OPENERS = 'lexicon/sentence-openers.yaml'

export const abbreviationRows = (source: LanguageData) => checkRows(source, ABBREVIATIONS, Abbreviation)
export const openerRows = (source: LanguageData) => checkRows(source, OPENERS, Opener)
export const wordRows = (source: LanguageData) => checkRows(source, WORDS, Word)

export function loadSegmentation(source: LanguageData): Segmentation {
  const words = wordRows(source)
  const openers = openerRows(source)
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
    labels: new Set(of(openers, 'label')),
    closings: new Set(of(openers, 'closing')),
    figures: new Set(of(openers, 'figure')),
    unfinished: new Set(of(openers, 'unfinished')),
    files: new Set(of(words, 'file')),
  }
}
