import type { ParserModel } from '../../vocabulary/parser-model.ts'
import { affixes, learnedKey, normalise } from './features.ts'

const UNKNOWN = 1

/** The rows of a word in the tables of the model: GloVe, words, then the affixes. */
export function rowsOf(model: ParserModel, word: string): number[] {
  const normal = normalise(word)
  const lower = normal.toLowerCase()
  const keys = affixes(normal, lower)
  return [
    model.glove.rows.get(lower) ?? UNKNOWN,
    model.words.rows.get(learnedKey(lower)) ?? UNKNOWN,
    ...model.affixes.map((table, i) => table.rows.get(keys[i]!) ?? UNKNOWN),
  ]
}
