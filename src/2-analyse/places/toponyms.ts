import type { Entity, Token } from '../../model/analysis.ts'
import type { Gazetteer, GazetteerPlace } from '../../vocabulary/gazetteer.ts'
import type { Timed } from '../steps.ts'

/** A place name in the text with what it may mean. `first` and `last` count the document's tokens. */
export interface Toponym {
  readonly first: number
  readonly last: number
  readonly text: string
  readonly candidates: readonly GazetteerPlace[]
  /** What an entity's own link says. */
  readonly iso3?: string
}

/** Longest name of a place in tokens inside a name of an organisation. */
const LONGEST_INNER = 4

const wordsOf = (tokens: readonly Token[], first: number, last: number, text: string): string =>
  text.slice(tokens[first]!.start, tokens[last]!.end).replace(/\s+/g, ' ')

/** A demonym is a toponym of its state: "Russian troops". */
const isToponym = ({ type, links }: Entity): boolean => type === 'place' || (type === 'nationality' && links?.iso3 !== undefined)

/** "Velmar County Sheriff's Office": the place at the head of an organisation's name. */
function innerPlace({ first, last }: Entity, { tokens, document }: Timed, gazetteer: Gazetteer): Toponym[] {
  for (let end = Math.min(last - 1, first + LONGEST_INNER - 1); end >= first; end--) {
    const text = wordsOf(tokens, first, end, document.text)
    const candidates = gazetteer.named(text)
    if (candidates.length > 0 && tokens[end]!.upos === 'PROPN') return [{ first, last: end, text, candidates }]
  }
  return []
}

function fromEntity(entity: Entity, analysis: Timed, gazetteer: Gazetteer): Toponym[] {
  const { first, last, links } = entity
  if (entity.type === 'organization') return innerPlace(entity, analysis, gazetteer)
  if (!isToponym(entity)) return []
  const text = wordsOf(analysis.tokens, first, last, analysis.document.text)
  const named = gazetteer.named(text)
  const short = gazetteer.shortNamed(text, analysis.tokens[first - 1]?.text === ',')
  const iso3 = entity.type === 'nationality' ? links?.iso3 : undefined
  return [{ first, last, text, candidates: named.length > 0 ? named : short, ...(iso3 === undefined ? {} : { iso3 }) }]
}

/** "Alexandria, La.": the short name of a region after a town, which no name was found in. */
function shortNames(found: readonly Toponym[], { tokens, document }: Timed, gazetteer: Gazetteer): Toponym[] {
  const taken = new Set(found.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, k) => first + k)))
  return found.flatMap(({ last }) => {
    const [comma, short] = [tokens[last + 1], tokens[last + 2]]
    if (comma?.text !== ',' || short === undefined || taken.has(last + 2) || short.sentence !== comma.sentence) return []
    const text = document.text.slice(short.start, short.end)
    const candidates = gazetteer.shortNamed(text, true)
    return candidates.length === 0 ? [] : [{ first: last + 2, last: last + 2, text, candidates }]
  })
}

export function findToponyms(analysis: Timed, gazetteer: Gazetteer): Toponym[] {
  const found = analysis.entities.flatMap((entity) => fromEntity(entity, analysis, gazetteer))
  return [...found, ...shortNames(found, analysis, gazetteer)].sort((a, b) => a.first - b.first)
}
