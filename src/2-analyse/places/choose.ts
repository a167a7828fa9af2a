import type { GazetteerPlace } from '../../vocabulary/gazetteer.ts'
import { liesIn } from './containers.ts'
import { distance } from './distance.ts'

/** A name of the document with the places that it may mean, and how often it occurs there. */
export interface Choice {
  readonly candidates: readonly GazetteerPlace[]
  readonly count: number
  /** The words beside it say which it is. */
  readonly settled: boolean
}

/** Candidates of a name that are weighed, the likeliest first; names of a document that are weighed against each other. */
const CANDIDATES = 24
const NAMES = 60
const ROUNDS = 3

/** What a place is by itself: a state before a large city before a village. */
const KIND_WEIGHT: Record<GazetteerPlace['kind'], number> = { land: 16, state: 17, region: 15, county: 9, city: 0 }
const RANK_WEIGHT = [0, 0.3, 0.7, 2]
/** Weight of a doubling of a city's people. */
const DOUBLING = 0.7
const doublings = (population: number): number => (population < 1 ? 8 : 32 - Math.clz32(population))

export const prior = (place: GazetteerPlace): number =>
  KIND_WEIGHT[place.kind] +
  (place.kind === 'city' ? DOUBLING * doublings(place.population) + RANK_WEIGHT[place.rank]! : 0)

/** What another name of the document adds to a place: by how near it is, or by containing it. */
const NEAR: readonly (readonly [number, number])[] = [
  [30, 6],
  [80, 4.5],
  [160, 3],
  [350, 1.2],
]
const HOLDS = { region: 4.5, state: 2.5, land: 0, county: 4.5, city: 0 } as const
const SAME_STATE = 0.8
/** All the others together add no more than this. */
const MOST = 14
const isLocal = ({ kind }: GazetteerPlace): boolean => kind === 'city' || kind === 'county'

function support(place: GazetteerPlace, other: GazetteerPlace): number {
  if (liesIn(place, other)) return HOLDS[other.kind]
  if (liesIn(other, place)) return HOLDS[place.kind] / 2
  if (isLocal(place) && isLocal(other)) {
    const apart = distance(place, other)
    const near = NEAR.find(([reach]) => apart <= reach)
    if (near !== undefined) return near[1]
  }
  return place.country === other.country && place.country !== '' ? SAME_STATE : 0
}

interface Weighed extends Choice {
  /** How far each candidate is believed: 0 to 1. */
  readonly beliefs: readonly number[]
}

/** Leads over the second by so much make a choice sure. */
const SURE = 6
const SHARED = 0.55

function believe(scores: readonly number[], settled: boolean): number[] {
  const order = [...scores].sort((a, b) => b - a)
  const lead = settled ? SURE : Math.min(SURE, order[0]! - (order[1] ?? order[0]! - SURE))
  return scores.map((score) =>
    score === order[0] ? SHARED + ((1 - SHARED) * lead) / SURE : SHARED * (1 - lead / SURE),
  )
}

/** A name that speaks for the places of others: only what it is likely to mean. */
type Voter = readonly (readonly [GazetteerPlace, number])[]
const VOICES = 8
const UNHEARD = 0.05

const voterOf = ({ candidates, beliefs }: Weighed): Voter =>
  candidates
    .map((place, k) => [place, beliefs[k]!] as const)
    .sort((a, b) => b[1] - a[1])
    .slice(0, VOICES)
    .filter(([, belief]) => belief > UNHEARD)

function backing(place: GazetteerPlace, voters: readonly Voter[]): number {
  let sum = 0
  for (const voter of voters) {
    let best = 0
    for (const [other, belief] of voter) best = Math.max(best, support(place, other) * belief)
    sum += best
  }
  return Math.min(sum, MOST)
}

/**
 * Picks one place for each name: what it is by itself, and what the other names of the document say for it, in rounds:
 * what is sure in one helps the others in the next.
 */
export function choosePlaces(choices: readonly Choice[]): (GazetteerPlace | null)[] {
  let weighed = choices.map((choice): Weighed => {
    const candidates = [...choice.candidates].sort((a, b) => prior(b) - prior(a)).slice(0, CANDIDATES)
    return { ...choice, candidates, beliefs: believe(candidates.map(prior), choice.settled && candidates.length === 1) }
  })
  for (let round = 0; round < ROUNDS; round++) weighed = reweigh(weighed)
  return weighed.map(({ candidates, beliefs }) => candidates[beliefs.indexOf(Math.max(...beliefs))] ?? null)
}

function reweigh(weighed: readonly Weighed[]): Weighed[] {
  const voters = [...weighed]
    .sort((a, b) => Number(b.settled) - Number(a.settled) || b.count - a.count)
    .slice(0, NAMES)
    .map((choice) => ({ choice, voter: voterOf(choice) }))
  return weighed.map((choice) => {
    if (choice.candidates.length < 2) return choice
    const others = voters.filter((other) => other.choice !== choice).map(({ voter }) => voter)
    const scores = choice.candidates.map((place) => prior(place) + backing(place, others))
    return { ...choice, beliefs: believe(scores, false) }
  })
}
