import { z } from 'zod'
import { ReadoutError } from '../model/errors.ts'
import type { DataSource } from './source.ts'

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

const invalid = (what: string) => new ReadoutError('vocabulary-invalid', `data/${FILE}: ${what}`)

function add<T extends { id: string }>(to: Map<string, T>, key: string, row: T): void {
  const other = to.get(key)
  if (other) throw invalid(`"${key}" stands in row ${other.id} and in row ${row.id}`)
  to.set(key, row)
}

function byWord(rows: readonly WordOperator[]): Map<string, WordOperator> {
  const found = new Map<string, WordOperator>()
  for (const row of rows) for (const word of row.words) add(found, word, row)
  return found
}

function byComplement(rows: readonly PredicateOperator[]): Map<string, PredicateOperator> {
  const found = new Map<string, PredicateOperator>()
  for (const row of rows) {
    const kinds = { verb: row.verbs, noun: row.nouns, adjective: row.adjectives }
    for (const [kind, lemmas] of Object.entries(kinds))
      for (const lemma of lemmas) for (const takes of row.takes) add(found, `${kind} ${lemma} ${takes}`, row)
  }
  return found
}

export function loadOperators(source: DataSource): Operators {
  const parsed = Rows.safeParse(source.rows(FILE))
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error))
  const rows = parsed.data
  return {
    modals: byWord(rows.modals),
    adverbs: byWord(rows.adverbs),
    modifiers: byWord(rows.modifiers),
    markers: byWord(rows.markers),
    predicates: byComplement(rows.predicates),
    rows,
  }
}
