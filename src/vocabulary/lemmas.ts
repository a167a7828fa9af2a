import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { checkRows, invalid } from './rows.ts'

const pair = z.tuple([z.string(), z.string()])
const row = z.strictObject({
  id: z.string(),
  tags: z.array(z.string()).min(1),
  ending: z.string().min(1),
  after: z.array(z.string()).optional(),
  /** What to put in the ending's place; "-" undoes a doubled consonant. */
  add: z.array(z.string()).min(1),
  reason: z.string(),
  yes: z.array(pair).min(1),
  no: z.array(pair).min(2),
})
export type LemmaRule = z.infer<typeof row>

/** What is a word of the language. */
export type Known = Pick<ReadonlySet<string>, 'has'>

export interface Lemmas {
  readonly rules: readonly LemmaRule[]
  /** The rules of a Penn tag, in their order. */
  readonly byTag: ReadonlyMap<string, readonly LemmaRule[]>
  /** Lemma by "TAG form", the form in small letters; of signs by "PUNCT form". */
  readonly exceptions: ReadonlyMap<string, string>
  /** Words, in small letters, of which no frequency need be known: "besiege". */
  readonly known: Known
  /** What the encoder is shown for acronyms that are another word in small letters: "IS". */
  readonly standIns: ReadonlyMap<string, string>
}

const standIn = z.strictObject({ id: z.string(), as: z.string(), reason: z.string() })

const RULES = 'lexicon/lemmas/rules.yaml'
/** The later file wins: what stands in our own table is not undone by a treebank's. */
const EXCEPTIONS = ['lexicon/lemmas/exceptions.tsv', 'lexicon/lemmas/irregular.tsv']

function readExceptions(source: LanguageData, file: string): [string, string][] {
  const lines = source.text(file).split('\n')
  return lines.flatMap((line) => {
    if (line === '' || line.startsWith('# ')) return []
    const [tag, form, lemma, more] = line.split('\t')
    if (!tag || !form || !lemma || more !== undefined) throw invalid(source, file, `not tag, form and lemma: ${line}`)
    return [[`${tag} ${form}`, lemma]]
  })
}

const STAND_INS = 'lexicon/lemmas/stand-ins.yaml'

export function loadLemmas(source: LanguageData, known: Known = new Set()): Lemmas {
  const rules = checkRows(source, RULES, row)
  const byTag = new Map<string, LemmaRule[]>()
  for (const rule of rules) for (const tag of rule.tags) byTag.set(tag, [...(byTag.get(tag) ?? []), rule])
  const exceptions = new Map(EXCEPTIONS.flatMap((file) => readExceptions(source, file)))
  const standIns = new Map(checkRows(source, STAND_INS, standIn).map(({ id, as }) => [id, as]))
  return { rules, byTag, exceptions, known, standIns }
}
