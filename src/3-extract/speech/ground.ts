import type { Analysis, Entity } from '../../model/analysis.ts'
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

/** Index of the first name that does not begin before a token. */
export function firstEntityFrom(entities: readonly Entity[], token: number): number {
  let low = 0
  let high = entities.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (entities[middle]!.first < token) low = middle + 1
    else high = middle
  }
  return low
}

/** The name that a token is part of; names stand in text order and do not overlap. */
export function entityAt(entities: readonly Entity[], token: number): Entity | undefined {
  const at = firstEntityFrom(entities, token + 1) - 1
  const found = entities[at]
  return found && found.first <= token && token <= found.last ? found : undefined
}
