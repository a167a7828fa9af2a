import type { ActorType } from '../../../../src/model/index.ts'
import { ACTOR_TYPES } from '../../../../src/model/reading.ts'

/** "armed-group" → "Armed group". */
export const typeWords = (type: ActorType): string => type[0]!.toUpperCase() + type.slice(1).replace('-', ' ')

export const TYPES = ACTOR_TYPES.map((value) => ({ value, label: typeWords(value) }))
