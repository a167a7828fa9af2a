import type { Forest } from '../../vocabulary/forest.ts'
import type { Phrase } from './mention.ts'
import type { Choose } from './walk.ts'

/** The score of taking up nothing: below the 0 of training, since a missed link costs as much as a wrong one. */
export const LEAST = -6000

/** "He", "her", "its": words that nearly always refer to something said before take the best candidate there is. */
function least({ pronoun, place }: Phrase): number {
  const bound = pronoun?.person === 3 && (pronoun.id === 'he' || pronoun.id === 'she' || place === 'possessor')
  return bound ? Number.MIN_SAFE_INTEGER : LEAST
}

/** Takes the candidate with the highest score above the least; of equals, the nearest. */
export function chooseBest(forest: Forest): Choose {
  return (phrase, candidates, features) => {
    let best = -1
    let most = least(phrase)
    for (const candidate of candidates) {
      const score = forest.score(features(candidate))
      if (score <= most) continue
      most = score
      best = candidate
    }
    return best
  }
}
