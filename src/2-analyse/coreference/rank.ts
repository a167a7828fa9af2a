import type { Forest } from '../../vocabulary/forest.ts'
import type { Choose } from './walk.ts'

/** The score of taking up nothing: below the 0 of training, since a missed link costs as much as a wrong one. */
export const LEAST = -6000

/** Takes the candidate with the highest score above the least; of equals, the nearest. */
export function chooseBest(forest: Forest): Choose {
  return (_phrase, candidates, features) => {
    let best = -1
    let most = LEAST
    for (const candidate of candidates) {
      const score = forest.score(features(candidate))
      if (score <= most) continue
      most = score
      best = candidate
    }
    return best
  }
}
