import type { Links, OrganizationSubtype, PlaceSubtype, Token } from '../../model/analysis.ts'
import { hashPhrase } from '../../vocabulary/hash.ts'
import type { KnownName } from '../../vocabulary/known-names.ts'
import type { WordRow } from '../../vocabulary/name-rows.ts'
import type { Names } from '../../vocabulary/names.ts'
import { isListed } from '../../vocabulary/names-model.ts'
import type { NameDraft, Refiner } from './draft.ts'
import { textOf } from './draft.ts'

type Subtype = OrganizationSubtype | PlaceSubtype

/** Organs and forces belong to the state whose name or demonym stands in theirs. */
const OF_A_STATE: ReadonlySet<Subtype | undefined> = new Set(['state-organ', 'military'])

const readingsOf = (words: readonly string[], { known }: Names): readonly KnownName[] =>
  known.get(hashPhrase(words.join(' '))) ?? []

function holds(row: WordRow, words: readonly string[]): boolean {
  return row.forms.some((form) => {
    const parts = form.split(' ')
    const at = (start: number): boolean => start >= 0 && parts.every((part, k) => words[start + k] === part)
    if (row.at === 'first') return at(0)
    return row.at === 'last' ? at(words.length - parts.length) : words.some((_, start) => at(start))
  })
}

/** The subtype that the name's own words tell; names in capitals are read as if they were not. */
export function subtypeByWords(name: string, type: string, rows: readonly WordRow[]): Subtype | undefined {
  const words = name.split(' ').map(fromShout)
  return rows.find((row) => row.type === type && row.subtype !== undefined && holds(row, words))?.subtype
}

const fromShout = (word: string): string =>
  word.length > 3 && word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word

/** The state whose name or demonym stands in the name, the longest first: "Syrian Arab Army", "Ministry of Trade of Chad". */
function stateWithin(words: readonly string[], names: Names): string | undefined {
  for (let length = Math.min(4, words.length); length > 0; length--)
    for (let start = 0; start + length <= words.length; start++) {
      const readings = readingsOf(words.slice(start, start + length), names)
      const state = readings.find((reading) => reading.subtype === 'state' || reading.type === 'nationality')
      if (state?.links.iso3 !== undefined) return state.links.iso3
    }
  return undefined
}

function placeSubtype(text: string, names: Names): Subtype | undefined {
  const byWords = subtypeByWords(text, 'place', names.words)
  return byWords ?? (isListed(names.model.lists, text, ['capital', 'city', 'town']) ? 'city' : undefined)
}

function classified(draft: NameDraft, tokens: readonly Token[], names: Names): NameDraft {
  const text = textOf(tokens, draft)
  const reading = readingsOf(text.split(' '), names).find((candidate) => candidate.type === draft.type)
  const subtype =
    draft.subtype ??
    reading?.subtype ??
    (draft.type === 'place' ? placeSubtype(text, names) : subtypeByWords(text, draft.type, names.words))
  const known = { ...reading?.links, ...draft.links }
  const state = known.iso3 ?? (OF_A_STATE.has(subtype) ? stateWithin(text.split(' '), names) : undefined)
  const links: Links = state === undefined ? known : { ...known, iso3: state }
  return {
    ...draft,
    ...(subtype === undefined ? {} : { subtype }),
    ...(Object.keys(links).length === 0 ? {} : { links }),
  }
}

/** Subtypes and links, from the lists or from the name's own words. */
export const classifyNames: Refiner = (drafts, { tokens, names }) =>
  drafts.map((draft) => classified(draft, tokens, names))
