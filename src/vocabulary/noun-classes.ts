import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { checkRows } from './rows.ts'

/** Classes of nouns that frames ask for. A noun of several words is kept under its last word, with the words before it. */
export type NounClasses = ReadonlyMap<string, NounClass>
export type NounClass = ReadonlyMap<string, readonly (readonly string[])[]>

const FILE = 'lexicon/noun-classes.yaml'
const Row = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  reason: z.string().min(1),
  nouns: z.array(z.string().regex(/^[^A-Z]+$/, 'lemmas are lower case')).min(1),
})

function toClass(nouns: readonly string[]): NounClass {
  const byLast = new Map<string, string[][]>()
  for (const noun of nouns) {
    const words = noun.split(' ')
    const last = words.pop() as string
    byLast.set(last, [...(byLast.get(last) ?? []), words])
  }
  return byLast
}

export function loadNounClasses(source: LanguageData): NounClasses {
  return new Map(checkRows(source, FILE, Row).map((row) => [row.id, toClass(row.nouns)]))
}
