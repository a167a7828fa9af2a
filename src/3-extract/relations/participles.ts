import { type Fact, isOwnActor, isPossible, spanOf, standingOfKnown } from './fact.ts'
import type { Name, Scene } from './scene.ts'

const INSIDE = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'X', 'ADV'])
const REACH = 8

/** The name that the participle describes: the first after it in its phrase, "of" aside ("the Houthi-held port of X"). */
function described(scene: Scene, participle: number): Name | null {
  const limit = Math.min(scene.bounds(participle).last, participle + REACH)
  for (let at = participle + 1; at <= limit; at++) {
    const name = scene.nameAt(at)
    if (name && !name.adjective) return name
    const token = scene.tokens[at]!
    if (!name && !INSIDE.has(token.upos) && token.text !== 'of' && token.text !== '-') return null
  }
  return null
}

/** "A China-based Houthi affiliate" is not the Houthis but whom the noun stands for. */
function bearer(scene: Scene, name: Name): string {
  const { head, deprel } = scene.tokens[name.last]!
  const noun = head > name.last && deprel === 'compound' && scene.tokens[head]!.upos === 'NOUN' ? head : null
  const actor = noun === null || noun > name.last + REACH ? null : scene.context.actorAt(noun)
  return actor !== null && scene.context.actor(actor).type === 'person' ? actor : name.actor
}

/** The phrase's own actor where it has no name: "ISIL-held terrain". */
function nominal(scene: Scene, name: Name, participle: number): { actor: string; last: number } | null {
  const { head, deprel } = scene.tokens[participle]!
  if (head <= participle || deprel !== 'amod') return null
  const actor = scene.context.actorAt(head)
  return actor === null || !isOwnActor(scene.context.actor(actor), scene.context.actor(name.actor))
    ? null
    : { actor, last: head }
}

/** Relations that a compound participle states: "U.S.-led", "Iranian-backed", "Berlin-based". */
export function findByParticiple(scene: Scene): Fact[] {
  return scene.names.flatMap((name) => {
    const participle = name.last + 2
    const hyphen = scene.tokens[name.last + 1]?.text
    if (hyphen !== '-' && hyphen !== '–') return []
    const row = scene.rows.participles.get(scene.tokens[participle]?.text.toLowerCase() ?? '')
    if (!row?.types.has(name.type)) return []
    const found = described(scene, participle)
    const other = found ? { actor: bearer(scene, found), last: found.last } : nominal(scene, name, participle)
    if (!other || !row.of.has(scene.context.actor(other.actor).type)) return []
    const ends = row.name === 'subject' ? [name.actor, other.actor] : [other.actor, name.actor]
    const fact: Fact = {
      rule: row.id,
      predicate: row.predicate,
      subject: ends[0]!,
      object: ends[1]!,
      evidence: spanOf(scene, name.first, other.last),
      standing: standingOfKnown(scene, participle),
      time: null,
      known: true,
    }
    return isPossible(scene, fact) ? [fact] : []
  })
}
