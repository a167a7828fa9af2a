import type { Actor } from '../../model/reading.ts'
import type { ActorId, RelationPredicate, Time } from '../../model/records.ts'
import type { Span } from '../../model/span.ts'
import type { Standing } from '../context.ts'
import type { RelationDraft } from '../draft.ts'
import type { Scene } from './scene.ts'

/** What a finder found: `known` where a phrase takes the relation as known, and no clause states it. */
export interface Fact {
  readonly rule: string
  readonly predicate: RelationPredicate
  readonly subject: ActorId
  readonly object: ActorId | null
  readonly role?: string
  readonly ended?: boolean
  readonly future?: boolean
  readonly evidence: Span
  readonly standing: Standing
  readonly time: Time | null
  readonly known: boolean
  /** Worth a record only where nothing more special is said of the two. */
  readonly generic?: boolean
}

const DETERMINER =
  /^(the|an?|some|any|all|these|those|this|that|their|its|our|his|her|my|your|no|many|most|several|other|both|each|every)\s/i

/** Does the actor go by a name, or by a description with a name in it ("Kurdish groups")? */
export const isNamed = (name: string): boolean => /\p{Lu}/u.test(name.replace(DETERMINER, ''))

/** "The army", "the government": there is one, so that it needs no name. */
export const isDistinct = ({ name, type }: Actor): boolean =>
  isNamed(name) || type === 'military' || type === 'government'

/** Are both ends named, of a type that the predicate allows, and not one and the same? */
export function isPossible(
  scene: Scene,
  { predicate, subject, object }: Pick<Fact, 'predicate' | 'subject' | 'object'>,
): boolean {
  const row = scene.rows.predicates.get(predicate)!
  if (subject === object || !row.subject.has(scene.context.actor(subject).type)) return false
  if (!isNamed(scene.context.actor(subject).name)) return false
  if (object !== null && !row.unnamed && !isDistinct(scene.context.actor(object))) return false
  if (row.alike && object !== null && scene.context.actor(object).type !== scene.context.actor(subject).type)
    return false
  if (object === null) return row.object === null || predicate === 'holdsOffice'
  return row.object?.has(scene.context.actor(object).type) === true
}

/** "Will join by October": that is when it begins at the latest, and no end. */
const fromThen = (time: Time | null): Time | null => (time?.start === null ? { ...time, end: null } : time)

export function toDraft(fact: Fact): RelationDraft {
  const { standing, future } = fact
  const realis = future && standing.realis === 'actual' ? 'future' : standing.realis
  return {
    kind: 'relation',
    predicate: fact.predicate,
    subject: fact.subject,
    object: fact.object,
    role: fact.role ?? null,
    ended: fact.ended ?? false,
    evidence: [fact.evidence],
    rule: fact.rule,
    time: realis === 'future' ? fromThen(fact.time) : fact.time,
    place: null,
    polarity: standing.polarity,
    certainty: standing.certainty,
    realis,
    sources: standing.sources,
    cues: standing.cues,
  }
}

/** The words from the first to the last of these tokens. */
export function spanOf(scene: Scene, ...tokens: readonly number[]): Span {
  const first = Math.min(...tokens)
  const last = Math.max(...tokens)
  return { start: scene.tokens[first]!.start, end: scene.tokens[last]!.end }
}

/** What a phrase takes as known holds, whatever the clause around it denies, doubts or plans; only who says so counts. */
export function standingOfKnown(scene: Scene, token: number): Standing {
  const { sources, cues } = scene.context.standingAt(token)
  return { polarity: 'affirmed', certainty: 'certain', realis: 'actual', sources, cues }
}

const BODIES: ReadonlySet<string> = new Set(['coalition', 'armed-group', 'government', 'military'])

/** "Saudi-led warplanes": what goes only by the other's name is no second actor, unless it is a body ("the Saudi-led coalition"). */
export function isOwnActor(actor: Actor, other: Actor): boolean {
  const rest = [other.name, ...other.aliases].reduce((name, word) => name.replaceAll(word, ' '), actor.name)
  return BODIES.has(actor.type) || isNamed(rest.trim())
}
