import { indexOf } from '../../model/document-index.ts'
import { EVENT_TYPES, type EventType } from '../../model/records.ts'
import type { Standing } from '../context.ts'
import type { Draft, EventDraft } from '../draft.ts'
import { ENDED } from '../events/nested.ts'
import { isOwnedBy } from '../events/participants.ts'
import type { Scene } from './scene.ts'
import { withRole } from './scene.ts'

/** The chances at which an act that no row has is proposed, and at which somebody takes part in it. */
export const EVENT_LIMITS = { make: 0.25, actor: 0.3, recipient: 0.2 }

interface Choice {
  readonly type: EventType
  readonly chance: number
}

function bestType(scene: Scene, token: number): Choice | undefined {
  const chances = scene.chances(token)
  if (!chances) return undefined
  const choices = EVENT_TYPES.map((type) => ({ type, chance: chances.get(type)! }))
  return choices.reduce((best, each) => (each.chance > best.chance ? each : best))
}

/** The words that may name the act of a clause: its predicate, and the verb that carries it ("held talks"). */
function wordsOf({ context }: Scene, token: number): readonly number[] {
  const { tokens } = context.analysis
  const clause = indexOf(context.analysis).clauseAt(token)
  const verb = clause?.light !== undefined ? tokens[clause.head]!.head : -1
  return verb >= 0 ? [token, verb] : [token]
}

/** Who condemns, asks or threatens in their own words does it by saying so: they are its actor and no source of it. */
function underSpeaker(scene: Scene, standing: Standing, type: EventType, actors: readonly string[]): Standing {
  const speaker = standing.sources.at(-1)
  const said = scene.context.vocabulary.events.types.get(type)!.said
  return said && speaker !== undefined && actors.includes(speaker)
    ? { ...standing, sources: standing.sources.slice(0, -1) }
    : standing
}

const JOINT: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

function make(scene: Scene, token: number, { type }: Choice): EventDraft | null {
  const { context } = scene
  const clause = indexOf(context.analysis).clauseAt(token)
  const takers = scene.takers(token, 'event')
  const actors = withRole(scene, takers, 'actor', EVENT_LIMITS.actor)
  const others = withRole(scene, takers, 'recipient', EVENT_LIMITS.recipient)
  if (actors.length === 0 && others.length === 0) return null
  const own = clause?.arguments.some((part) => part.role === 'object' && isOwnedBy(part, actors, context))
  if (own && others.every((id) => actors.includes(id))) return null
  const joint = JOINT.has(type) && actors.length > 1 && others.every((id) => actors.includes(id))
  const stated = clause?.head === token ? context.standing(clause.id) : context.standingAt(token)
  const over = clause?.id ?? scene.clauses.at(token)
  return {
    kind: 'event',
    at: token,
    evidence: [clause ? clause.core : scene.phrase(token)],
    rule: 'learned.event',
    time: over === null ? null : context.time(over),
    place: over === null ? null : context.place(over),
    ...underSpeaker(scene, stated, type, actors),
    type,
    mode: null,
    actors,
    recipients: joint ? actors : others.filter((id) => !actors.includes(id)),
    joint,
    about: null,
    means: null,
    orderedBy: null,
  }
}

/**
 * Is a word inside the phrase of an act that holds it back ("refused to sign"), names it already ("signed an
 * agreement") or ends it ("eased restrictions")?
 */
function isWithin({ context }: Scene, token: number, type: EventType, kept: readonly EventDraft[]): boolean {
  const { clauses } = context.analysis
  const clause = indexOf(context.analysis).clauseAt(token)
  const outer = clause && clause.parent !== null && clause.link !== 'conjunct' ? clauses[clause.parent] : undefined
  const over = outer && kept.find(({ at }) => at === outer.head)
  if (!over) return false
  const { holdsBack } = context.vocabulary.events.types.get(over.type)!
  return over.type === type || holdsBack || ENDED[over.type]?.has(type) === true
}

/** Adds the acts that no row has. */
export function decideEvents(scene: Scene, drafts: readonly Draft[]): Draft[] {
  const kept: EventDraft[] = []
  const taken = new Set<number>()
  for (const draft of drafts) {
    if (draft.kind !== 'event' || draft.at === undefined) continue
    kept.push(draft)
    for (const word of wordsOf(scene, draft.at)) taken.add(word)
  }
  for (const token of scene.words) {
    if (taken.has(token)) continue
    const best = bestType(scene, token)
    if (!best || best.chance < EVENT_LIMITS.make || isWithin(scene, token, best.type, kept)) continue
    const draft = make(scene, token, best)
    if (draft) kept.push(draft)
  }
  return kept
}
