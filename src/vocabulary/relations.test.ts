import { describe, expect, it } from 'vitest'
import { PREDICATES } from '../model/records.ts'
import { loadDependencies } from './dependencies.ts'
import { type LanguageData, openLanguage } from './language.ts'
import { loadLeaders } from './leaders.ts'
import { loadPredicates } from './predicates.ts'
import { loadRelations } from './relations.ts'

const data = openLanguage('en')
/** The program's data with the rows of one file changed. */
const changed = (file: string, change: (rows: Record<string, unknown>[]) => unknown): LanguageData => ({
  ...data,
  rows: (name) =>
    name === file ? change(structuredClone(data.rows(name)) as Record<string, unknown>[]) : data.rows(name),
})

describe('the rows of relations and dependencies', () => {
  it('say of each predicate what it means and what may stand at its ends', () => {
    const predicates = loadPredicates(data)
    expect([...predicates.keys()].sort()).toEqual([...PREDICATES].sort())
    expect(predicates.get('established')?.object).toBeNull()
    expect(predicates.get('borders')?.symmetric).toBe(true)
  })

  it.each([
    ['ontology/predicates.yaml', (rows: Record<string, unknown>[]) => rows.slice(1), loadPredicates],
    [
      'lexicon/offices.yaml',
      ([row, ...rest]: Record<string, unknown>[]) => [{ ...row, body: ['planet'] }, ...rest],
      loadRelations,
    ],
    [
      'frames/relations/nouns.yaml',
      ([row, ...rest]: Record<string, unknown>[]) => [{ ...row, no: ['one'] }, ...rest],
      loadRelations,
    ],
    ['frames/relations/pairs.yaml', ([row, ...rest]: Record<string, unknown>[]) => [row, row, ...rest], loadRelations],
    [
      'frames/dependencies/nouns.yaml',
      ([row, ...rest]: Record<string, unknown>[]) => [{ ...row, relation: 'likes' }, ...rest],
      loadDependencies,
    ],
    ['frames/dependencies/connectives.yaml', () => 'no list', loadDependencies],
  ])('of %s are refused when broken, by file and row', (file, change, load) => {
    expect(() => load(changed(file, change))).toThrow(file)
  })

  it('tell which states a person of a name has led', () => {
    const leaders = loadLeaders(data)
    expect([...leaders.statesLedBy('Angela Merkel')]).toContain('DEU')
    expect([...leaders.statesLedBy('Lena Brandtner')]).toEqual([])
    expect(leaders.bearsName('Norwegian Defence Ministry', 'NOR')).toBe(true)
    expect(leaders.bearsName('Defence Ministry', 'NOR')).toBe(false)
  })
})
