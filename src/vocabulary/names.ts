import { type KnownNames, loadKnownNames } from './known-names.ts'
import type { LanguageData } from './language.ts'
import {
  type HeadRow,
  type KindRow,
  loadHeads,
  loadKinds,
  loadNameWords,
  loadTeams,
  loadTitles,
  type TeamRow,
  type TitleRow,
  type WordRow,
} from './name-rows.ts'
import { loadNamesModel, type NamesModel } from './names-model.ts'

/** Head words by their first word. */
export type HeadIndex = ReadonlyMap<string, readonly { readonly row: HeadRow; readonly words: readonly string[] }[]>

function indexHeads(rows: readonly HeadRow[]): HeadIndex {
  const index = new Map<string, { row: HeadRow; words: string[] }[]>()
  for (const row of rows)
    for (const form of row.head) {
      const words = form.split(' ')
      index.set(words[0]!, [...(index.get(words[0]!) ?? []), { row, words }])
    }
  return index
}

/** All that names are found with. */
export interface Names {
  readonly model: NamesModel
  readonly known: KnownNames
  readonly titles: readonly TitleRow[]
  readonly words: readonly WordRow[]
  readonly teams: readonly TeamRow[]
  readonly heads: HeadIndex
  readonly kinds: readonly KindRow[]
}

export const loadNames = (source: LanguageData): Names => ({
  model: loadNamesModel(source),
  known: loadKnownNames(source),
  titles: loadTitles(source),
  words: loadNameWords(source),
  teams: loadTeams(source),
  heads: indexHeads(loadHeads(source)),
  kinds: loadKinds(source),
})
