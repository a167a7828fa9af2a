import type { EntityType, Links, OrganizationSubtype, PlaceSubtype } from '../model/analysis.ts'
import { hashPhrase } from './hash.ts'
import type { LanguageData } from './language.ts'
import { loadKnownGroups } from './name-rows.ts'
import { readTable, splitForms } from './table.ts'

/** A name that the reader knows. */
export interface KnownName {
  readonly form: string
  readonly type: EntityType
  readonly subtype?: OrganizationSubtype | PlaceSubtype
  readonly links: Links
  /** Found wherever it stands. A weak name only tells more of a name that was found without it: it may be another word. */
  readonly strong: boolean
  /** In other case the form is another word. */
  readonly exact: boolean
}

/** Known names by the hash of their phrase (hashPhrase); a form may have several readings, the first is likeliest. */
export type KnownNames = ReadonlyMap<number, readonly KnownName[]>

type Draft = Omit<KnownName, 'form' | 'exact'> & { readonly exact?: boolean }

/** Short forms in capitals ("RS", "CPI") and single words of parties mean many things. */
const isAmbiguous = (form: string): boolean => form.length < 4 || !form.includes(' ')

export function loadKnownNames(source: LanguageData): KnownNames {
  const known = new Map<number, KnownName[]>()
  const add = (form: string, draft: Draft): void => {
    const key = hashPhrase(form)
    const readings = known.get(key) ?? []
    if (readings.some((reading) => reading.type === draft.type && (reading.subtype ?? '') === (draft.subtype ?? '')))
      return
    known.set(key, [...readings, { exact: form === form.toUpperCase(), ...draft, form }])
  }
  for (const group of loadKnownGroups(source))
    for (const { forms, links, exact, weak } of group.names) {
      const subtype = group.subtype === undefined ? {} : { subtype: group.subtype }
      for (const form of forms)
        add(form, {
          type: group.type,
          ...subtype,
          links,
          strong: !weak,
          ...(exact ? { exact } : {}),
        })
    }
  addStates(source, add)
  for (const [ucdp = '', forms = ''] of readTable(source, 'gazetteer/armed-groups.tsv'))
    for (const form of splitForms(forms))
      add(form, {
        type: 'organization',
        subtype: 'armed-group',
        links: ucdp === '' ? {} : { ucdp },
        strong: !isAmbiguous(form),
      })
  for (const [iso3 = '', forms = ''] of readTable(source, 'gazetteer/parties.tsv'))
    for (const form of splitForms(forms))
      add(form, { type: 'organization', subtype: 'party', links: { iso3 }, strong: false })
  return known
}

function addStates(source: LanguageData, add: (form: string, draft: Draft) => void): void {
  for (const row of readTable(source, 'gazetteer/states.tsv')) {
    const [iso3 = '', , name = '', , , names = '', demonyms = '', capitals = '', leaders = ''] = row
    const links = { iso3 }
    for (const form of [name, ...splitForms(names)]) add(form, { type: 'place', subtype: 'state', links, strong: true })
    for (const form of splitForms(demonyms)) add(form, { type: 'nationality', links, strong: true })
    for (const form of splitForms(capitals)) add(form, { type: 'place', subtype: 'city', links, strong: false })
    for (const form of splitForms(leaders)) add(form, { type: 'person', links, strong: form.includes(' ') })
  }
}
