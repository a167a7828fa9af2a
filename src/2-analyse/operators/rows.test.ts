import { describe, expect, it } from 'vitest'
import { loadVocabulary } from '../../vocabulary/index.ts'
import type { PredicateOperator, WordOperator } from '../../vocabulary/operators.ts'
import { analyse } from '../index.ts'

const vocabulary = loadVocabulary('en')
const { rows } = vocabulary.operators

/** The words of a row, and the lemmas of the words that settled something in a text. */
const wordsOf = (row: PredicateOperator | WordOperator): string[] =>
  'words' in row
    ? row.words.flatMap((word) => word.split(' '))
    : [...row.verbs, ...row.nouns, ...row.adjectives].map((word) => word.split(' ')[0]!)

function cuesIn(text: string): string[] {
  const { predicates, tokens } = analyse({ id: 'test', language: 'en', text }, vocabulary)
  const starts = new Set(predicates.flatMap(({ cues }) => cues.map(({ start }) => start)))
  return tokens
    .filter(({ start }) => starts.has(start))
    .flatMap(({ lemma, text: word }) => [lemma.toLowerCase(), word.toLowerCase()])
}

function outcome(text: string, word: string): string {
  const { predicates } = analyse({ id: 'test', language: 'en', text }, vocabulary)
  const found = predicates.find(({ start, end }) => text.slice(start, end) === word)
  return found ? `${found.certainty} ${found.polarity} ${found.realis}` : 'no predicate'
}

describe.each(['modals', 'adverbs', 'modifiers', 'markers', 'predicates'] as const)('%s', (section) => {
  it.each(rows[section].map((row) => [row.id, row] as const))('%s', (_id, row) => {
    for (const [text, word, expected] of row.yes) expect(outcome(text, word), text).toBe(expected)
    const words = new Set(wordsOf(row))
    for (const text of row.no)
      expect(
        cuesIn(text).filter((word) => words.has(word)),
        text,
      ).toEqual([])
  })
})
