import { indexOf } from '../../model/document-index.ts'
import { lowerBound } from '../../model/lower-bound.ts'
import type { ActorId, RecordKind } from '../../model/records.ts'
import type { Span } from '../../model/span.ts'
import { outsidePhrase } from '../../model/tree.ts'
import type { RecordsModel } from '../../vocabulary/records-model.ts'
import { type ClauseOf, indexClauses } from '../clause-of.ts'
import type { Context } from '../context.ts'
import type { Draft } from '../draft.ts'
import { type Chances, openNetwork, type WordNumbers } from './network.ts'
import { type Candidates, candidatesOf, draftedAt, pairFeatures } from './pair-features.ts'
import { triggerFeatures } from './trigger-features.ts'

/** A word that may take part, with its chance of each role. */
export interface Taker {
  readonly token: number
  readonly chances: ReadonlyMap<string, number>
}

/** What the deciders of all kinds ask of a document. */
export interface Scene {
  readonly context: Context
  readonly clauses: ClauseOf
  /** Words that may name a record. */
  readonly words: readonly number[]
  /** The chances that a word names a record of any kind; undefined for words that name nothing. */
  chances(token: number): Chances | undefined
  /** Who or what may take part in what a word names as a record of the kind, near it in its sentence, in text order. */
  takers(token: number, kind: RecordKind): readonly Taker[]
  /** The words of the phrase under a token. */
  phrase(token: number): Span
}

/** Who takes part stands within so many words: a list of thousands in one sentence must not be weighed for each of its words. */
const REACH = 80

function near(tokens: readonly number[], token: number): readonly number[] {
  const from = lowerBound(tokens, (other) => other < token - REACH)
  const to = lowerBound(tokens, (other) => other <= token + REACH)
  return tokens.slice(from, to)
}

export function openScene(
  context: Context,
  drafts: readonly Draft[],
  model: RecordsModel,
  values: Float32Array,
): Scene {
  const { analysis } = context
  const numbers: WordNumbers = { values, width: model.naming + 2 * model.taking }
  const network = openNetwork(model, numbers)
  const features = triggerFeatures(context, drafts)
  const drafted = draftedAt(drafts)
  const chances = new Map<number, Chances>()
  const taken = new Map<string, readonly Taker[]>()
  const candidates = new Map<number, Candidates>()
  const { tree } = indexOf(analysis)
  const candidatesIn = (sentence: number): Candidates => {
    const known = candidates.get(sentence) ?? candidatesOf(context, sentence)
    candidates.set(sentence, known)
    return known
  }
  return {
    context,
    clauses: indexClauses(analysis),
    words: features.flatMap((list, token) => (list.length > 0 ? [token] : [])),
    chances: (token) => {
      const list = features[token]
      if (list === undefined || list.length === 0) return undefined
      const known = chances.get(token) ?? network.name(token, list)
      chances.set(token, known)
      return known
    },
    takers: (token, kind) => {
      const key = `${kind} ${token}`
      const known = taken.get(key)
      if (known) return known
      const { actors, acts } = candidatesIn(analysis.tokens[token]!.sentence)
      const found = near(kind === 'dependency' ? acts : actors, token).map((other) => ({
        token: other,
        chances: network.take(token, other, kind, pairFeatures(context, token, other, drafted.get(token))),
      }))
      taken.set(key, found)
      return found
    },
    phrase: (token) => tree.span(token, outsidePhrase),
  }
}

/** The actors whose chance of a role is at least this, each once. */
export function withRole(scene: Scene, takers: readonly Taker[], role: string, least: number): ActorId[] {
  const found = takers.flatMap(({ token, chances }) => {
    const id = scene.context.actorAt(token)
    return id !== null && chances.get(role)! >= least ? [id] : []
  })
  return [...new Set(found)]
}

/** The actor with the highest chance of a role, if that is at least this. */
export function likeliest(scene: Scene, takers: readonly Taker[], role: string, least: number): ActorId | null {
  let best: ActorId | null = null
  let most = least
  for (const { token, chances } of takers) {
    const id = scene.context.actorAt(token)
    if (id === null || chances.get(role)! < most) continue
    best = id
    most = chances.get(role)!
  }
  return best
}
