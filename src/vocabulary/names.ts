import type { EntityType, Links, OrganizationSubtype, PlaceSubtype } from '../model/analysis.ts'
import { ReadoutError } from '../model/errors.ts'
import { type KnownNames, loadKnownNames } from './known-names.ts'
import { loadNamesModel, type NamesModel } from './names-model.ts'
import type { DataSource } from './source.ts'
import { splitForms } from './table.ts'

/** A group of data/names/known.yaml: names of one type with their links. */
export interface KnownGroup {
  readonly id: string
  readonly type: EntityType
  readonly subtype?: OrganizationSubtype | PlaceSubtype
  readonly names: readonly KnownRow[]
}
export interface KnownRow {
  readonly forms: readonly string[]
  readonly links: Links
  /** In other case a form is another word ("us", "is"). */
  readonly exact: boolean
  /** The form is often another name: it only tells more of a name that was found without it. */
  readonly weak: boolean
}

export type TitleKind = 'office' | 'rank' | 'honorific'
/** A row of data/names/titles.yaml. */
export interface TitleRow {
  readonly id: string
  readonly kind: TitleKind
  readonly forms: readonly string[]
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

/** A row of data/names/words.yaml: what kind of thing a name with this word is. */
export interface WordRow {
  readonly id: string
  readonly type: EntityType
  readonly subtype?: OrganizationSubtype | PlaceSubtype
  readonly at: 'first' | 'last' | 'any'
  readonly forms: readonly string[]
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

/** A row of data/names/teams.yaml: where a town's name is its team's. */
export interface TeamRow {
  readonly id: string
  readonly at: 'gate' | 'after' | 'before'
  readonly forms: ReadonlySet<string>
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

/** A row of data/names/heads.yaml: names made by a head word and the capitalised words around it. */
export interface HeadRow {
  readonly id: string
  readonly type: EntityType
  readonly head: readonly string[]
  readonly before: 'required' | 'optional' | 'none' | 'place'
  readonly year: boolean
  readonly link: readonly string[]
  readonly after: 'required' | 'none' | 'direct'
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

const fault = (file: string, row: string, what: string): never => {
  throw new ReadoutError('vocabulary-invalid', `data/names/${file}, row ${row}: ${what}`)
}

type Fields = Record<string, unknown>

function knownRow(row: unknown, group: string): KnownRow {
  const fields: Fields = typeof row === 'string' ? { forms: row } : ((row ?? {}) as Fields)
  const forms = typeof fields['forms'] === 'string' ? splitForms(fields['forms']) : []
  if (forms.length === 0) fault('known.yaml', group, 'a name without forms')
  const links = Object.fromEntries(
    ['iso3', 'ucdp', 'wikidata'].flatMap((key) => (typeof fields[key] === 'string' ? [[key, fields[key]]] : [])),
  )
  return { forms, links, exact: fields['case'] === 'exact', weak: fields['weak'] === true }
}

export function loadKnownGroups(source: DataSource): KnownGroup[] {
  const groups = source.rows('names/known.yaml') as Record<string, Fields>
  return Object.entries(groups).map(([id, group]) => {
    if (typeof group['type'] !== 'string' || !Array.isArray(group['names']))
      fault('known.yaml', id, 'type and names are needed')
    const names = group['names'] as unknown[]
    const subtype = group['subtype'] as OrganizationSubtype | undefined
    return {
      id,
      type: group['type'] as EntityType,
      ...(subtype === undefined ? {} : { subtype }),
      names: names.map((row) => knownRow(row, id)),
    }
  })
}

function ruleRows(source: DataSource, file: string, field = 'forms'): Fields[] {
  const rows = source.rows(`names/${file}`) as Fields[]
  for (const row of rows) {
    const id = String(row['id'])
    if (typeof row[field] !== 'string') fault(file, id, `${field} is needed`)
    if (!Array.isArray(row['yes']) || row['yes'].length < 1) fault(file, id, 'an example in `yes` is needed')
    if (!Array.isArray(row['no']) || row['no'].length < 2) fault(file, id, 'two examples in `no` are needed')
  }
  return rows
}

export const loadTitles = (source: DataSource): TitleRow[] =>
  ruleRows(source, 'titles.yaml').map((row) => ({
    ...(row as unknown as TitleRow),
    forms: splitForms(row['forms'] as string),
  }))

export const loadNameWords = (source: DataSource): WordRow[] =>
  ruleRows(source, 'words.yaml').map((row) => ({
    ...(row as unknown as WordRow),
    type: (row['type'] as EntityType | undefined) ?? 'organization',
    forms: splitForms(row['forms'] as string),
  }))

export const loadTeams = (source: DataSource): TeamRow[] =>
  ruleRows(source, 'teams.yaml').map((row) => ({
    ...(row as unknown as TeamRow),
    forms: new Set(splitForms(row['forms'] as string)),
  }))

export const loadHeads = (source: DataSource): HeadRow[] =>
  ruleRows(source, 'heads.yaml', 'head').map((row) => ({
    ...(row as unknown as HeadRow),
    head: splitForms(row['head'] as string),
    year: row['year'] === 'required',
    link: splitForms((row['link'] as string | undefined) ?? ''),
  }))

/** Head words by their first word. */
export type HeadIndex = ReadonlyMap<string, readonly { readonly row: HeadRow; readonly words: readonly string[] }[]>

export function indexHeads(rows: readonly HeadRow[]): HeadIndex {
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
}

export const loadNames = (source: DataSource): Names => ({
  model: loadNamesModel(source),
  known: loadKnownNames(source),
  titles: loadTitles(source),
  words: loadNameWords(source),
  teams: loadTeams(source),
  heads: indexHeads(loadHeads(source)),
})
