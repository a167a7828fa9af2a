import type { Forest } from '../../vocabulary/forest.ts'
import type { Choose } from './walk.ts'

/** Takes the candidate with the highest score above 0; of equals, the nearest. */
export function chooseBest(forest: Forest): Choose {
  return (_phrase, candidates, features) => {
    let best = -1
    let most = -6000
    for (const candidate of candidates) {
      const score = forest.score(features(candidate))
      if (score <= most) continue
      most = score
      best = candidate
    }
    return best
  }
}
