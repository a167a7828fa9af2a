import type { Quantity } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import type { Actor } from '../../model/reading.ts'
import type { ActorId } from '../../model/records.ts'
import type { Measured } from './measure.ts'
import { phraseHead, roleHolders, type Scene } from './scene.ts'

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
const OWNING = new Set(['of', 'from', 'for', 'among'])
function afterPreposition(scene: Scene, noun: number, counted = -1): readonly ActorId[] {
  for (const child of scene.children(noun)) {
    if (!/^(nmod|obl)/.test(scene.tokens[child]!.deprel) || leadsTo(scene, counted, child)) continue
    const preposition = scene.children(child).find((one) => scene.tokens[one]!.deprel === 'case')
    if (preposition === undefined || !OWNING.has(scene.tokens[preposition]!.text.toLowerCase())) continue
    // Two actors share one number, unless it is that of each.
    const found = notPlace(scene, scene.context.actorsAt(child)).slice(0, isOfEach(scene, noun) ? undefined : 1)
    if (found.length > 0) return found
  }
  return []
}

const isOfEach = ({ tokens, children }: Scene, noun: number): boolean =>
  [noun, ...children(noun)].some((token) => tokens[token]!.text.toLowerCase() === 'each')

/** Whether a word stands under another, a few steps down: "soldiers" in "tens of thousands of soldiers". */
function leadsTo({ tokens }: Scene, token: number, over: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 4; at = tokens[at]!.head, steps++) if (at === over) return true
  return false
}

const itself: Look = (scene, noun) => notPlace(scene, actor(scene, noun))

/** The actor that a clause has as its subject; where that is an act ("strikes delivering munitions"), the one who does it. */
function subjectOf(scene: Scene, clause: Clause, depth = 3): readonly ActorId[] {
  for (const { role, head } of clause.arguments) {
    if (role !== 'subject' && role !== 'possessor') continue
    const found = notPlace(scene, actor(scene, head))
    if (found.length > 0) return found
    const act = scene.headed(head)
    if (act && act !== clause && depth > 0) return subjectOf(scene, act, depth - 1)
  }
  // "Remains a threat, including 3,000 fighters": the subject of the clause that the noun completes.
  const above = scene.parts(clause.head).find(({ role }) => role === 'complement')
  return clause.kind === 'noun' && above && depth > 0 ? subjectOf(scene, above.clause, depth - 1) : []
}

/** "The group has …", "Arendia lost …": the subject of a verb that holds, loses, sends or gets. */
function holder(scene: Scene, heads: readonly number[]): readonly ActorId[] {
  for (const head of heads) {
    const clauses = [
      ...scene.parts(head).flatMap((part) => (part.role === 'subject' ? [] : part.clause)),
      scene.headed(head),
    ]
    for (const clause of clauses) {
      const holds = clause && (clause.kind === 'noun' || scene.measures.holders.has(clause.light ?? clause.lemma))
      const found = holds ? subjectOf(scene, clause) : []
      if (found.length > 0) return found
    }
  }
  return []
}

/** Forces that the text gives no side: those of the armed group or army named last before them in the paragraph. */
function lastForce(scene: Scene, token: number): readonly ActorId[] {
  const { tokens, context } = scene
  const { sentences } = context.analysis
  const paragraph = sentences[tokens[token]!.sentence]!.paragraph
  for (let at = token - 1; at >= 0 && token - at < REACH; at--) {
    if (sentences[tokens[at]!.sentence]!.paragraph !== paragraph) break
    const id = tokens[at]!.upos === 'PROPN' ? context.actorAt(at) : null
    if (id !== null && FORCES.has(context.actor(id).type)) return [id]
  }
  return []
}
const REACH = 150
const FORCES = new Set(['armed-group', 'military'])

/** "Two of his bodyguards": whom one person has about him are counted for themselves. */
const owner: Look = (scene, noun) =>
  under(/^nmod:poss/)(scene, noun).filter((id) => scene.context.actor(id).type !== 'person')

/** Whose fighters, strikes or seats: said by the phrase, or by the clause. */
const OF_PHRASE: readonly Look[] = [
  owner,
  under(/^(compound|amod|nmod:desc|flat)/),
  (scene, noun) => afterPreposition(scene, noun),
]

/** The actors that a number is of: one, several for "two each from …", none where the text says none. */
export function bearers(scene: Scene, quantity: Quantity, measure: Measured): readonly ActorId[] {
  const noun = quantity.counted ?? quantity.token
  // People who are counted for themselves ("civilians", "refugees") go before whoever has or struck them.
  const people = measure.rule === 'estimate.people'
  const phrase = people ? [itself, ...OF_PHRASE] : measure.toll ? [...OF_PHRASE, itself] : OF_PHRASE
  const over = quantity.counted ?? phraseHead(scene, quantity)
  for (const look of phrase) {
    const found = look(scene, over)
    if (found.length > 0) return found
  }
  // "Hundreds of ISIS (Islamic State) fighters": the side hangs on the number.
  const aside =
    quantity.counted === undefined ? [] : afterPreposition(scene, phraseHead(scene, quantity), quantity.counted)
  if (aside.length > 0) return aside
  if (!measure.toll) {
    const held = holder(scene, roleHolders(scene, quantity))
    if (held.length > 0) return held
  }
  const named = itself(scene, noun).filter((id) => isNamed(scene.context.actor(id)))
  if (named.length > 0) return named
  const force = measure.rule === 'estimate.forces' ? lastForce(scene, quantity.token) : []
  if (force.length > 0) return force
  return measure.after
    ? bearers(scene, measure.after, { measure: measure.measure, rule: measure.rule })
    : itself(scene, noun)
}

const isNamed = ({ name }: Actor): boolean => /\p{Lu}/u.test(name)
