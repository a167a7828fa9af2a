import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { invalid } from './rows.ts'

const FILE = 'lexicon/operators.yaml'

const words = z.array(z.string().min(1)).default([])
const outcome = z.strictObject({
  certainty: z.enum(['certain', 'probable', 'possible', 'unknown']).optional(),
  polarity: z.enum(['affirmed', 'denied']).optional(),
  realis: z.enum(['actual', 'future', 'hypothetical']).optional(),
})
/** A sentence, the word of a predicate in it, and its certainty, polarity and realis. */
const example = z.tuple([z.string(), z.string(), z.string()])
const shared = {
  id: z.string().min(1),
  reason: z.string().min(1),
  yes: z.array(example).min(1),
  no: z.array(z.string()).min(2),
}
const Word = z.strictObject({ ...shared, words: z.array(z.string().min(1)).min(1), gives: outcome })
const Predicate = z.strictObject({
  ...shared,
  takes: z.array(z.string().min(1)).min(1),
  affirmed: outcome,
  denied: outcome,
  verbs: words,
  nouns: words,
  adjectives: words,
})
const Rows = z.strictObject({
  modals: z.array(Word),
  adverbs: z.array(Word),
  modifiers: z.array(Word),
  markers: z.array(Word),
  predicates: z.array(Predicate),
})

/** What holds under an operator; a field that is not there is taken over from above. */
export type Outcome = z.infer<typeof outcome>
/** A modal, adverb, modifier or subordinator. */
export type WordOperator = z.infer<typeof Word>
/** A predicate that says something of the act under it: an implicative, an aspect, a plan, an attempt. */
export type PredicateOperator = z.infer<typeof Predicate>

export interface Operators {
  readonly modals: ReadonlyMap<string, WordOperator>
  readonly adverbs: ReadonlyMap<string, WordOperator>
  /** Adjectives before a noun that names an act. */
  readonly modifiers: ReadonlyMap<string, WordOperator>
  readonly markers: ReadonlyMap<string, WordOperator>
  /** By part of speech, lemma and kind of complement: `verb manage infinitive`. */
  readonly predicates: ReadonlyMap<string, PredicateOperator>
  readonly rows: z.infer<typeof Rows>
}

const byWord = (rows: readonly WordOperator[]) =>
  rows.flatMap((row) => row.words.map((word): [string, WordOperator] => [word, row]))

const byComplement = (rows: readonly PredicateOperator[]) =>
  rows.flatMap((row) =>
    Object.entries({ verb: row.verbs, noun: row.nouns, adjective: row.adjectives }).flatMap(([kind, lemmas]) =>
      lemmas.flatMap((lemma) =>
        row.takes.map((takes): [string, PredicateOperator] => [`${kind} ${lemma} ${takes}`, row]),
      ),
    ),
  )

export function loadOperators(source: LanguageData): Operators {
  const parsed = Rows.safeParse(source.rows(FILE))
  if (!parsed.success) throw invalid(source, FILE, z.prettifyError(parsed.error))
  const rows = parsed.data
  const index = <T extends { id: string }>(pairs: readonly [string, T][]): Map<string, T> => {
    const found = new Map<string, T>()
    for (const [key, row] of pairs) {
      const other = found.get(key)
      if (other) throw invalid(source, FILE, `"${key}" stands in row ${other.id} and in row ${row.id}`)
      found.set(key, row)
    }
    return found
  }
  return {
    modals: index(byWord(rows.modals)),
    adverbs: index(byWord(rows.adverbs)),
    modifiers: index(byWord(rows.modifiers)),
    markers: index(byWord(rows.markers)),
    predicates: index(byComplement(rows.predicates)),
    rows,
  }
}
