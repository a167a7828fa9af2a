import { describe, expect, it } from 'vitest'
import { namesIn, vocabulary } from '../../../test/names.ts'
import { openLanguage } from '../../vocabulary/language.ts'
import { loadHeads, loadKinds, loadNameWords, loadTeams, loadTitles } from '../../vocabulary/name-rows.ts'
import { subtypeByWords } from './classify.ts'

const source = openLanguage('en')

describe('data/en/names/words.yaml', () => {
  const rows = loadNameWords(source)
  for (const row of rows.filter((candidate) => candidate.subtype !== undefined)) {
    it.each(row.yes)(`${row.id} tells %s`, (name) => {
      expect(subtypeByWords(name, row.type, rows)).toBe(row.subtype)
    })
    it.each(row.no)(`${row.id} does not tell %s`, (name) => {
      expect(subtypeByWords(name, row.type, rows)).not.toBe(row.subtype)
    })
  }
})

describe('data/en/names/heads.yaml', () => {
  for (const row of loadHeads(source)) {
    it.each(row.yes)(`${row.id}: %s`, (text) => {
      expect(namesIn(text).map((name) => name.type)).toContain(row.type)
    })
    it.each(row.no)(`${row.id} not: %s`, (text) => {
      expect(namesIn(text).map((name) => name.type)).not.toContain(row.type)
    })
  }
})

describe('data/en/names/kinds.yaml', () => {
  const isOne = (text: string, type: string): boolean =>
    namesIn(text).some(
      (name) => name.type === type && /^(?:Dagen|Sundvik|Velair|Tarek Nur|Black Sabre|Bel Aro)$/.test(name.text),
    )
  for (const row of loadKinds(source)) {
    it.each(row.yes)(`${row.id}: %s`, (text) => expect(isOne(text, row.type)).toBe(true))
    it.each(row.no)(`${row.id} not: %s`, (text) => expect(isOne(text, row.type)).toBe(false))
  }
})

describe('data/en/names/titles.yaml', () => {
  for (const row of loadTitles(source)) {
    it.each(row.yes)(`${row.id} is no part of a person: %s`, (text) => {
      const people = namesIn(text).filter((name) => name.type === 'person')
      expect(people.length).toBeGreaterThan(0)
      for (const { text: name } of people) expect(row.forms.some((form) => name.startsWith(`${form} `))).toBe(false)
    })
    it.each(row.no)(`${row.id} not: %s`, (text) => {
      expect(namesIn(text).filter((name) => name.type === 'title' || name.type === 'person')).toEqual([])
    })
  }
})

describe('data/en/names/teams.yaml', () => {
  const isTeam = (text: string): boolean =>
    namesIn(text).some((name) => name.type === 'organization' && /^(?:Northgate|Harn)$/.test(name.text))
  for (const row of loadTeams(source).filter((candidate) => candidate.at !== 'gate')) {
    it.each(row.yes)(`${row.id}: %s`, (text) => {
      expect(isTeam(text)).toBe(true)
    })
    it.each(row.no)(`${row.id} not: %s`, (text) => {
      expect(isTeam(text)).toBe(false)
    })
  }
})

describe('data/en/names/known.yaml', () => {
  it('gives the ids of UCDP that its list of armed groups has', () => {
    const ids = new Set(
      source
        .text('gazetteer/armed-groups.tsv')
        .split('\n')
        .map((line) => line.split('\t')[0]),
    )
    const used = [...vocabulary().names.known.values()].flat().flatMap((name) => name.links.ucdp ?? [])
    expect(used.length).toBeGreaterThan(400)
    expect(used.filter((id) => !ids.has(id))).toEqual([])
  })
})
