/*
 * This folder says where the places are that a document names. toponyms.ts finds the names and their candidates in the
 * gazetteer; choose.ts weighs the candidates of all names against each other by size and distance; containers.ts reads
 * "Lissan, Arendia". One name means one place in a document. A name without a candidate is kept without coordinates,
 * never given those of another.
 */
import type { ResolvedPlace, Token } from '../../model/analysis.ts'
import type { GazetteerPlace } from '../../vocabulary/gazetteer.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Timed } from '../steps.ts'
import { type Choice, choosePlaces } from './choose.ts'
import { containerOf, holding, within } from './containers.ts'
import { findToponyms, type Toponym } from './toponyms.ts'

interface Group {
  readonly members: number[]
  candidates: readonly GazetteerPlace[]
  settled: boolean
}

/** Occurrences of one name mean one place in a document; the words beside one of them count for all. */
function groupNames(toponyms: readonly Toponym[], tokens: readonly Token[]): Group[] {
  const groups = new Map<string, Group>()
  toponyms.forEach((toponym, k) => {
    if (toponym.candidates.length === 0) return
    const inner = k > 0 && containerOf(toponyms, k - 1, tokens) !== null ? toponyms[k - 1]! : null
    const candidates = holding(within(toponym.candidates, containerOf(toponyms, k, tokens)), inner)
    const narrowed = candidates.length < toponym.candidates.length
    const group = groups.get(toponym.text.toLowerCase())
    if (group === undefined) {
      groups.set(toponym.text.toLowerCase(), { members: [k], candidates, settled: narrowed || candidates.length === 1 })
      return
    }
    group.members.push(k)
    if (narrowed && !group.settled) Object.assign(group, { candidates, settled: true })
  })
  return [...groups.values()]
}

function resolved(
  { first, last, text }: Toponym,
  tokens: readonly Token[],
  place: GazetteerPlace | undefined,
): ResolvedPlace {
  const span = { start: tokens[first]!.start, end: tokens[last]!.end }
  if (place === undefined) return { ...span, name: text, links: {} }
  const { name, iso3, geonames, lat, lon } = place
  return {
    ...span,
    name,
    links: { ...(iso3 === undefined ? {} : { iso3 }), ...(geonames === undefined ? {} : { geonames }) },
    lat,
    lon,
  }
}

/** The place names of a document and where they are: by the words beside them, the document's other places, and size. */
export function resolvePlaces(analysis: Timed, lists: Pick<Vocabulary, 'gazetteer' | 'names'>): ResolvedPlace[] {
  const toponyms = findToponyms(analysis, lists)
  const groups = groupNames(toponyms, analysis.tokens)
  const choices: Choice[] = groups.map(({ members, candidates, settled }) => ({
    candidates,
    settled,
    count: members.length,
  }))
  const places = new Map<number, GazetteerPlace>()
  choosePlaces(choices).forEach((place, k) => {
    if (place !== null) for (const member of groups[k]!.members) places.set(member, place)
  })
  return toponyms.map((toponym, k) => resolved(toponym, analysis.tokens, places.get(k)))
}
