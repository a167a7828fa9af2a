import { invalid } from './rows.ts'
import type { DataSource } from './source.ts'

const FILE = 'gazetteer/leaders.tsv'
const STATES = 'gazetteer/states.tsv'
/** Columns of data/gazetteer/states.tsv: what the state and its people are called, and who leads it today. */
const FORMS = [2, 5, 6]
const TODAY = 8

/** Which states a person of this surname has led: state's code → words of the leaders' names. */
export interface Leaders {
  statesLedBy(name: string): ReadonlySet<string>
  /** Does a name begin or end with what the state or its people are called: "Norwegian Defence Ministry"? */
  bearsName(name: string, iso3: string): boolean
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[ .-]+/)
    .filter((word) => word.length > 2)

const linesOf = (source: DataSource, file: string): string[][] =>
  source
    .text(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

function formsOfStates(source: DataSource): ReadonlyMap<string, readonly string[]> {
  const rows = linesOf(source, STATES).map(
    (row) => [row[0]!, FORMS.flatMap((column) => (row[column] ?? '').split('|'))] as const,
  )
  const forms = new Map(rows.map(([iso3, all]) => [iso3, all.filter((form) => form !== '')]))
  forms.set('USA', [...(forms.get('USA') ?? []), 'US', 'U.S.'])
  forms.set('GBR', [...(forms.get('GBR') ?? []), 'UK', 'U.K.'])
  return forms
}

/** Heads of state and government since 1975 (REIGN), and those of today (World Factbook). */
export function loadLeaders(source: DataSource): Leaders {
  const states = new Map<string, Set<string>>()
  const add = (iso3: string, words: readonly string[]) => {
    for (const word of words) states.set(word, (states.get(word) ?? new Set()).add(iso3))
  }
  for (const [iso3 = '', words = ''] of linesOf(source, FILE)) {
    if (!/^[A-Z]{3}$/.test(iso3) || words === '') throw invalid(source, FILE, `${iso3} ${words}: not a leader`)
    add(iso3, words.split(' '))
  }
  for (const row of linesOf(source, STATES))
    for (const name of (row[TODAY] ?? '').split('|')) add(row[0]!, wordsOf(name).slice(-1))
  const none: ReadonlySet<string> = new Set()
  const forms = formsOfStates(source)
  return {
    statesLedBy: (name) => states.get(wordsOf(name).at(-1) ?? '') ?? none,
    bearsName: (name, iso3) =>
      (forms.get(iso3) ?? []).some(
        (form) => name.startsWith(`${form} `) || name.endsWith(` of ${form}`) || name.endsWith(` of the ${form}`),
      ),
  }
}
