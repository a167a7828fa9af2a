import { indexOf } from '../../model/document-index.ts'
import type { Ground } from '../../model/ground.ts'
import { type ActorId, type RecordKind, SUBTYPE_FIELD } from '../../model/records.ts'
import type { ScoresModel } from '../../vocabulary/scores-model.ts'
import type { Draft, Grounds } from '../draft.ts'
import { exp } from './network.ts'
import type { Scene } from './scene.ts'

/** The slots of a kind that actors fill, with the role that the pairs of words are asked for. */
const SLOTS: Readonly<Record<RecordKind, Readonly<Record<string, string>>>> = {
  statement: { speaker: 'speaker', hearers: 'hearer' },
  event: { actors: 'actor', recipients: 'recipient' },
  relation: { subject: 'subject', object: 'object' },
  agreement: { parties: 'party' },
  dependency: {},
  estimate: { of: 'of' },
}

/** The answer of the network that stands for a draft: its type where its kind has types there, else its kind. */
const answerOf = (draft: Draft): string =>
  draft.kind === 'statement' || draft.kind === 'agreement' || draft.kind === 'estimate'
    ? draft.kind
    : String(draft[SUBTYPE_FIELD[draft.kind] as keyof Draft])

/** The word that names it: known from its rule, or of the words of its evidence the one with the highest chance. */
function namingWord(scene: Scene, draft: Draft, answer: string): number | undefined {
  if (draft.at !== undefined) return draft.at
  const index = indexOf(scene.context.analysis)
  let best: number | undefined
  let most = -1
  for (const span of draft.evidence) {
    const { first, last } = index.tokensOf(span)
    for (let token = first; token <= last; token++) {
      const chance = scene.chances(token)?.get(answer) ?? -1
      if (chance > most) [best, most] = [token, chance]
    }
  }
  return best
}

/** The log odds of a chance, by fixed steps between -4 and 4. */
const STEPS = [0.02, 0.05, 0.12, 0.27, 0.5, 0.73, 0.88, 0.95, 0.98]
const oddsOf = (chance: number): number => STEPS.findLastIndex((step) => chance >= step) - 4

const actorsIn = (draft: Draft, slot: string): readonly ActorId[] => {
  const value = (draft as unknown as Record<string, ActorId | readonly ActorId[] | null>)[slot]
  return value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** How likely the actors of a slot have its role, on average; undefined if none is in the sentence. */
function roleOf(scene: Scene, word: number, kind: RecordKind, ids: readonly ActorId[], role: string) {
  const chances = scene.takers(word, kind)
  const found = ids.flatMap((id) => {
    const own = chances.filter(({ token }) => scene.context.actorAt(token) === id)
    return own.length > 0 ? [Math.max(...own.map((taker) => taker.chances.get(role)!))] : []
  })
  return found.length > 0 ? oddsOf(found.reduce((sum, chance) => sum + chance, 0) / found.length) : undefined
}

/** Was it made without a row? */
export const isLearned = ({ rule }: Draft): boolean => rule.startsWith('learned.')

/** The features of a draft that its score is the weighted sum of. */
export function groundsOf(scene: Scene, draft: Draft): Grounds {
  const { kind } = draft
  const answer = answerOf(draft)
  const word = namingWord(scene, draft, answer)
  const chances = word === undefined ? undefined : scene.chances(word)
  const grounds = new Map<string, number>([
    [kind, 1],
    [`rule ${draft.rule}`, 1],
  ])
  if (isLearned(draft)) grounds.set(`${kind} without a row`, 1)
  if (draft.kind === 'statement' && draft.at === undefined) grounds.set('statement without a cue', 1)
  else grounds.set(`${kind}: word`, oddsOf(chances?.get(answer) ?? 0))
  for (const [slot, role] of Object.entries(SLOTS[kind])) {
    const ids = actorsIn(draft, slot)
    const odds = ids.length > 0 && word !== undefined ? roleOf(scene, word, kind, ids, role) : undefined
    if (ids.length === 0) grounds.set(`${kind} without ${role}`, 1)
    else if (odds === undefined) grounds.set(`${kind}: ${role} in another sentence`, 1)
    else grounds.set(`${kind}: ${role}`, odds)
    if (ids.length > 2) grounds.set(`${kind}: ${role}, more than two`, 1)
  }
  if (draft.certainty !== 'certain') grounds.set('not certain', 1)
  if (draft.polarity === 'denied') grounds.set('denied', 1)
  if (draft.realis !== 'actual') grounds.set(draft.realis, 1)
  if (draft.sources.length > 0) grounds.set(`${kind} on the word of others`, 1)
  if (draft.kind === 'statement') grounds.set(`statement: ${draft.mode}`, 1)
  return grounds
}

/** What each feature adds, in log odds. */
const weigh = (grounds: Grounds, { weights }: ScoresModel): Ground[] =>
  [...grounds].map(([ground, value]) => ({ ground, weight: value * (weights.get(ground) ?? 0) }))

/** The chance that a record is read rightly, in hundredths. */
export function scoreOf(grounds: Grounds, model: ScoresModel): number {
  const sum = weigh(grounds, model).reduce((total, { weight }) => total + weight, 0)
  return Math.round(100 / (1 + exp(-sum))) / 100
}

/** What the score of a record is made of, the strongest first. */
export const whyOf = (grounds: Grounds, model: ScoresModel): Ground[] =>
  weigh(grounds, model)
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
