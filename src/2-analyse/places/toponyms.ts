import type { Entity } from '../../model/analysis.ts'
import type { GazetteerPlace } from '../../vocabulary/gazetteer.ts'
import { hashPhrase } from '../../vocabulary/hash.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import { isListed } from '../../vocabulary/names-model.ts'
import type { Timed } from '../steps.ts'

/** A place name in the text with what it may mean. `first` and `last` count the document's tokens. */
export interface Toponym {
  readonly first: number
  readonly last: number
  readonly text: string
  readonly candidates: readonly GazetteerPlace[]
}

export type Lists = Pick<Vocabulary, 'gazetteer' | 'names'>

interface Range {
  readonly first: number
  readonly last: number
}

/** Longest name of a place in tokens inside a longer name. */
const LONGEST_INNER = 4
/** A street bears the name of any place. */
const STREET =
  /^(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Drive|Dr\.?|Lane|Boulevard|Blvd\.?|Highway|Way|Court|Parkway|Pike|Place|Trail|River|Creek|Lake|Bridge)s?$/i

const textOf = ({ tokens, document }: Timed, { first, last }: Range): string =>
  document.text.slice(tokens[first]!.start, tokens[last]!.end).replace(/\s+/g, ' ')

/** Places of this name; a state's short form that a village bears too ("U.S.") means the state alone. */
function placesNamed(text: string, { gazetteer, names }: Lists): readonly GazetteerPlace[] {
  const named = gazetteer.named(text)
  const state = names.known.get(hashPhrase(text))?.find((reading) => reading.subtype === 'state' && reading.exact)
  if (state?.links.iso3 === undefined || named.some((place) => place.kind === 'state')) return named
  return gazetteer.state(state.links.iso3)
}

/** What an entity may mean; the entity's link tells what a demonym means. */
function meanings({ type, links }: Entity, text: string, afterComma: boolean, lists: Lists): readonly GazetteerPlace[] {
  const named = placesNamed(text, lists)
  if (type === 'nationality') {
    const lands = named.filter((place) => place.kind === 'land')
    return lands.length > 0 ? lands : lists.gazetteer.state(links?.iso3 ?? '')
  }
  return named.length > 0 ? named : lists.gazetteer.shortNamed(text, afterComma)
}

/** One word that is part of many names ("University", "Central") is no place there. */
const isPlaceWord = ({ tokens }: Timed, { first, last }: Range, text: string, { names }: Lists): boolean =>
  tokens[last]!.upos === 'PROPN' &&
  (first < last || !isListed(names.model.lists, text, ['head-word', 'place-word', 'event-word', 'first-name']))

/** The place inside a longer name: at its head ("Velmar County Jail"), else at its end ("City of Velmar"). */
function innerPlace(entity: Range, analysis: Timed, lists: Lists): Toponym | null {
  const { first, last } = entity
  for (let length = Math.min(LONGEST_INNER, last - first); length > 0; length--)
    for (const range of [
      { first, last: first + length - 1 },
      { first: last - length + 1, last },
    ]) {
      const text = textOf(analysis, range)
      if (!isPlaceWord(analysis, range, text, lists)) continue
      const candidates = placesNamed(text, lists)
      if (candidates.length > 0) return { ...range, text, candidates }
    }
  return null
}

/** A demonym is a toponym of its state: "Russian troops". */
const isToponym = ({ type, links }: Entity, named: readonly GazetteerPlace[]): boolean =>
  type === 'place' || (type === 'nationality' && (links?.iso3 !== undefined || named.length > 0))

function fromEntity(entity: Entity, analysis: Timed, lists: Lists): Toponym[] {
  const { first, last, type } = entity
  if (type === 'organization') {
    const inner = innerPlace(entity, analysis, lists)
    return inner === null ? [] : [inner]
  }
  const text = textOf(analysis, entity)
  const candidates = meanings(entity, text, analysis.tokens[first - 1]?.text === ',', lists)
  if (!isToponym(entity, candidates)) return []
  const street = STREET.test(analysis.tokens[last]!.text)
  const inner = candidates.length > 0 || street || first === last ? null : innerPlace(entity, analysis, lists)
  return [{ first, last, text, candidates: inner?.candidates ?? candidates }]
}

/** "Alexandria, La.": the short name of a region after a town, which no name was found in. */
function shortNames(found: readonly Toponym[], analysis: Timed, { gazetteer }: Lists): Toponym[] {
  const { tokens } = analysis
  const taken = new Set(
    found.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, k) => first + k)),
  )
  return found.flatMap(({ last }) => {
    const [comma, short] = [tokens[last + 1], tokens[last + 2]]
    if (comma?.text !== ',' || short === undefined || taken.has(last + 2) || short.sentence !== comma.sentence)
      return []
    const range = { first: last + 2, last: last + 2 }
    const text = textOf(analysis, range)
    const candidates = /^\p{Lu}/u.test(text) ? gazetteer.shortNamed(text, true) : []
    return candidates.length === 0 ? [] : [{ ...range, text, candidates }]
  })
}

export function findToponyms(analysis: Timed, lists: Lists): Toponym[] {
  const found = analysis.entities.flatMap((entity) => fromEntity(entity, analysis, lists))
  return [...found, ...shortNames(found, analysis, lists)].sort((a, b) => a.first - b.first)
}
