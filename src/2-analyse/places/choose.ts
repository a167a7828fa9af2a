import type { GazetteerPlace } from '../../vocabulary/gazetteer.ts'
import { liesIn } from './containers.ts'
import { distance } from './distance.ts'

/** A name of the document with the places that it may mean, and how often it stands there. */
export interface Choice {
  readonly candidates: readonly GazetteerPlace[]
  readonly count: number
  /** The words beside it say which it is, or it can only be one. */
  readonly settled: boolean
}

/** Candidates of a name that are weighed, the likeliest first; names of a document that are weighed against each other. */
const CANDIDATES = 24
const NAMES = 60

/** What a place is by itself, in bits: a state before a large city before a village. */
const KIND_BITS: Record<GazetteerPlace['kind'], number> = { land: 24, state: 25, region: 21, county: 12, city: 0 }
const RANK_BITS = [0, 0.5, 1, 3]
/** Doublings of the population of a city. */
const bits = (population: number): number => (population < 1 ? 8 : 32 - Math.clz32(population))

export const prior = (place: GazetteerPlace): number =>
  KIND_BITS[place.kind] + (place.kind === 'city' ? bits(place.population) + RANK_BITS[place.rank]! : 0)

/** Bits that another name of the document adds to a place: by how near it may lie, or by holding it. */
const NEAR: readonly (readonly [number, number])[] = [
  [30, 4.5],
  [80, 3.5],
  [160, 2.5],
  [350, 1.2],
]
const HOLDS = { region: 5, state: 2.5, land: 0, county: 4.5, city: 0 } as const
const SAME_STATE = 0.7
/** All the others together add no more than this. */
const MOST = 14

function support(place: GazetteerPlace, other: GazetteerPlace): number {
  if (liesIn(place, other)) return HOLDS[other.kind]
  if (liesIn(other, place)) return HOLDS[place.kind] / 2
  const local = (place.kind === 'city' || place.kind === 'county') && (other.kind === 'city' || other.kind === 'county')
  if (local) {
    const apart = distance(place, other)
    const near = NEAR.find(([reach]) => apart <= reach)
    if (near !== undefined) return near[1]
  }
  return place.country === other.country && place.country !== '' ? SAME_STATE : 0
}

/** How far a candidate of another name is to be believed: wholly where it is settled, less the more it might be elsewhere. */
function trust(choice: Choice, index: number): number {
  if (choice.settled) return 1
  return index === 0 ? 0.7 : 0.55
}

function backing(place: GazetteerPlace, others: readonly Choice[]): number {
  let sum = 0
  for (const other of others) {
    let best = 0
    other.candidates.forEach((candidate, index) => {
      const added = support(place, candidate) * trust(other, index)
      if (added > best) best = added
    })
    sum += best
  }
  return Math.min(sum, MOST)
}

/** Picks one place for each name: what it is by itself, and what the other names of the document say for it. */
export function choosePlaces(choices: readonly Choice[]): (GazetteerPlace | null)[] {
  const ranked = choices.map((choice) => ({
    ...choice,
    candidates: [...choice.candidates].sort((a, b) => prior(b) - prior(a)).slice(0, CANDIDATES),
  }))
  const weighed = [...ranked].sort((a, b) => Number(b.settled) - Number(a.settled) || b.count - a.count).slice(0, NAMES)
  return ranked.map((choice) => {
    const others = weighed.filter((other) => other !== choice)
    let [best, most] = [null as GazetteerPlace | null, Number.NEGATIVE_INFINITY]
    for (const place of choice.candidates) {
      const score = prior(place) + (choice.candidates.length > 1 ? backing(place, others) : 0)
      if (score > most) [best, most] = [place, score]
    }
    return best
  })
}
