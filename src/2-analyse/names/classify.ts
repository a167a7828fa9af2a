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

interface Form {
  readonly row: WordRow
  readonly rank: number
  readonly parts: readonly string[]
}
/** The forms of the rows by their first word, made once for a list of rows. */
const indexes = new WeakMap<readonly WordRow[], ReadonlyMap<string, readonly Form[]>>()

function indexOf(rows: readonly WordRow[]): ReadonlyMap<string, readonly Form[]> {
  const known = indexes.get(rows)
  if (known !== undefined) return known
  const index = new Map<string, Form[]>()
  rows.forEach((row, rank) => {
    for (const form of row.forms) {
      const parts = form.split(' ')
      index.set(parts[0]!, [...(index.get(parts[0]!) ?? []), { row, rank, parts }])
    }
  })
  indexes.set(rows, index)
  return index
}

const stands = ({ row, parts }: Form, start: number, words: readonly string[]): boolean =>
  parts.every((part, k) => words[start + k] === part) &&
  (row.at === 'any' || (row.at === 'first' ? start === 0 : start + parts.length === words.length))

/** The subtype that the name's own words tell, by the first row that holds; names in capitals are read as if they were not. */
export function subtypeByWords(name: string, type: string, rows: readonly WordRow[]): Subtype | undefined {
  const words = name.split(' ').map(fromShout)
  const index = indexOf(rows)
  let best: Form | undefined
  words.forEach((word, start) => {
    for (const form of index.get(word) ?? [])
      if (form.row.type === type && form.row.subtype !== undefined && stands(form, start, words))
        if (best === undefined || form.rank < best.rank) best = form
  })
  return best?.row.subtype
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
