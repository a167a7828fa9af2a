import type { Quantity } from '../../model/analysis.ts'
import type { ActorId } from '../../model/records.ts'
import type { Measured } from './measure.ts'
import { firstConjunct, type Part, phraseHead, type Scene } from './scene.ts'

type Look = (scene: Scene, noun: number) => readonly ActorId[]

const actor = (scene: Scene, token: number): readonly ActorId[] => {
  const id = scene.context.actorAt(token)
  return id === null ? [] : [id]
}

/** Kinds of actors that a number of people or things can be of. */
const notPlace = (scene: Scene, ids: readonly ActorId[]): readonly ActorId[] =>
  ids.filter((id) => scene.context.actor(id).type !== 'place' && scene.context.actor(id).type !== 'agreement')

const under =
  (relation: RegExp): Look =>
  (scene, noun) => {
    for (const child of scene.children(noun)) {
      if (!relation.test(scene.tokens[child]!.deprel)) continue
      const found = notPlace(scene, actor(scene, child))
      if (found.length > 0) return found
    }
    return []
  }

/** "A member of the Coast Guard", "seventeen from the Armed Forces", "two each from the Guard and the Police". */
const OWNING = new Set(['of', 'from', 'for', 'among', 'by', 'in'])
const afterPreposition: Look = (scene, noun) => {
  for (const child of scene.children(noun)) {
    if (!/^(nmod|obl)/.test(scene.tokens[child]!.deprel)) continue
    const preposition = scene.children(child).find((one) => scene.tokens[one]!.deprel === 'case')
    if (preposition === undefined || !OWNING.has(scene.tokens[preposition]!.text.toLowerCase())) continue
    const found = notPlace(scene, scene.context.actorsAt(child))
    if (found.length > 0) return found
  }
  return []
}

const itself: Look = (scene, noun) => notPlace(scene, actor(scene, noun))

/** "The group has …", "Arendia lost …": the subject of a verb that holds, loses, sends or gets. */
function holder(scene: Scene, head: number): readonly ActorId[] {
  const subjectOf = ({ clause }: Part): readonly ActorId[] => {
    if (!scene.measures.holders.has(clause.light ?? clause.lemma) && clause.kind !== 'noun') return []
    for (const argument of clause.arguments)
      if (argument.role === 'subject' || argument.role === 'possessor') {
        const found = notPlace(scene, actor(scene, argument.head))
        if (found.length > 0) return found
      }
    // "Remains a threat, including 3,000 fighters": the subject of the clause that the noun completes.
    const above =
      clause.kind === 'noun' ? scene.parts(clause.head).find(({ role }) => role === 'complement') : undefined
    return above ? subjectOf(above) : []
  }
  for (const part of scene.parts(head)) {
    if (part.role === 'subject') continue
    const found = subjectOf(part)
    if (found.length > 0) return found
  }
  const own = scene.headed(head)
  return own ? subjectOf({ clause: own, role: 'complement' }) : []
}

/** Whose fighters, strikes or seats: said by the phrase, or by the clause. */
const OF_PHRASE: readonly Look[] = [under(/^nmod:poss/), under(/^(compound|amod|nmod:desc|flat)/), afterPreposition]

/** People that are counted for themselves ("civilians") go before whoever has or strikes them. */
const PEOPLE = new Set(['estimate.people'])

/** The actors that a number is of: one, several for "two each from …", none where the text says none. */
export function bearers(scene: Scene, quantity: Quantity, { rule, toll }: Measured): readonly ActorId[] {
  const noun = quantity.counted ?? quantity.token
  const head = phraseHead(scene, quantity)
  const phrase: readonly Look[] = [...OF_PHRASE, ...(toll || PEOPLE.has(rule) ? [itself] : [])]
  for (const token of new Set([noun, head]))
    for (const look of phrase) {
      const found = look(scene, token)
      if (found.length > 0) return found
    }
  const held = holder(scene, firstConjunct(scene, head))
  if (held.length > 0) return held
  return itself(scene, noun)
}
