import type { Analysis } from '../../model/analysis.ts'
import type { ActorId } from '../../model/records.ts'

/** Which actors the phrases headed by a token are. */
export interface ActorsAt {
  actorAt(token: number): ActorId | null
  actorsAt(token: number): readonly ActorId[]
}

/** Index of the first token that ends after a place of the text; the last token where none does. */
export function firstTokenFrom({ tokens }: Pick<Analysis, 'tokens'>, position: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= position) low = middle + 1
    else high = middle
  }
  return low
}
