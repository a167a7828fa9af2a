import type { Analysis, Entity } from '../../model/analysis.ts'
import { lowerBound } from '../../model/lower-bound.ts'
import type { ActorId } from '../../model/records.ts'
import { firstEndingAfter } from '../../model/span.ts'

/** Which actors the phrases headed by a token are. */
export interface ActorsAt {
  actorAt(token: number): ActorId | null
  actorsAt(token: number): readonly ActorId[]
}

/** Index of the first token that ends after a place of the text; the last token where none does. */
export function firstTokenFrom({ tokens }: Pick<Analysis, 'tokens'>, position: number): number {
  return Math.min(firstEndingAfter(tokens, position), Math.max(0, tokens.length - 1))
}

/** Index of the first name that does not begin before a token. */
export const firstEntityFrom = (entities: readonly Entity[], token: number): number =>
  lowerBound(entities, ({ first }) => first < token)

/** The name that a token is part of; names stand in text order and do not overlap. */
export function entityAt(entities: readonly Entity[], token: number): Entity | undefined {
  const at = firstEntityFrom(entities, token + 1) - 1
  const found = entities[at]
  return found && found.first <= token && token <= found.last ? found : undefined
}
