import type { Quantity } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import type { Toll } from '../../vocabulary/measures.ts'
import { type Part, phraseHead, roleHolders, type Scene } from './scene.ts'

/** What befell those that a quantity counts, and the word that says so. */
export interface Befallen {
  readonly toll: Toll
  readonly token: number
  /** The words of the record go on to this word: "20 were killed". */
  readonly predicate: boolean
  /** The number stands by itself beside a word for the toll: "put the toll at six". */
  readonly figure?: true
  /** The number is the least: "the toll exceeded six". */
  readonly open?: true
}

const lemmaAt = ({ tokens }: Scene, token: number): string => tokens[token]!.lemma.toLowerCase()

/** "20 were killed", "killed 20", "20 died". */
function byRole(scene: Scene, { clause, role }: Part): Befallen | null {
  if (clause.kind === 'noun') return byNoun(scene, clause)
  const object = role === 'object' || (role === 'oblique' && clause.kind === 'verb' && !hasObject(clause))
  for (const toll of scene.measures.tolls) {
    const fits = (object && toll.verbs.has(clause.lemma)) || (role === 'subject' && toll.befalling.has(clause.lemma))
    if (fits) return { toll, token: clause.head, predicate: true }
  }
  return null
}

const hasObject = (clause: Clause): boolean => clause.arguments.some(({ role }) => role === 'object')

/** "The deaths are 14 civilians" (the number's noun is the predicate). */
function byCopula(scene: Scene, clause: Clause | null): Befallen | null {
  if (!clause?.copular) return null
  const subject = clause.arguments.find(({ role }) => role === 'subject')
  return subject ? tollNamed(scene, subject.head) : null
}

/** "190 were dead" (the number is the subject of the state). */
function byPredicate(scene: Scene, { clause, role }: Part): Befallen | null {
  if (role !== 'subject' || !clause.copular) return null
  const word = scene.tokens[clause.head]!.text.toLowerCase()
  const toll = scene.measures.tolls.find(({ states }) => states.has(word))
  return toll ? { toll, token: clause.head, predicate: true } : null
}

/** "The killing of 20 people": the clause of the noun. */
function byNoun(scene: Scene, clause: Clause): Befallen | null {
  const toll = scene.measures.tolls.find(({ nouns }) => nouns.has(clause.lemma))
  return toll ? { toll, token: clause.head, predicate: false } : null
}

/** "A toll of 27", "deaths among 12 soldiers": the noun that the phrase hangs on. */
function byHead(scene: Scene, token: number): Befallen | null {
  const { head, deprel } = scene.tokens[token]!
  if (head < 0 || !deprel.startsWith('nmod')) return null
  const toll = scene.measures.tolls.find(({ nouns }) => nouns.has(lemmaAt(scene, head)))
  return toll ? { toll, token: head, predicate: false } : null
}

/** The noun whose number it is, or the state of those whose number it is: "the death toll", "the number of wounded". */
function tollNamed(scene: Scene, noun: number): Befallen | null {
  const words = [noun, ...scene.children(noun).filter((child) => scene.tokens[child]!.deprel.startsWith('nmod'))]
  for (const token of words) {
    const { text } = scene.tokens[token]!
    const toll = scene.measures.tolls.find(
      ({ nouns, states }) => (token === noun && nouns.has(lemmaAt(scene, token))) || states.has(text.toLowerCase()),
    )
    if (toll) return { toll, token, predicate: false, figure: true }
  }
  return null
}

/** The noun whose number a bare number is told to be, and whether its upper end is open. */
export interface Figure {
  readonly noun: number
  readonly open: boolean
}

/** "toll" of "put the toll at six", "number" of "the number exceeded 40", "losses" of "losses were in the dozens". */
export function numbered(scene: Scene, part: Part, quantity: Quantity): Figure | null {
  if (quantity.counted !== undefined) return null
  const { clause, role, preposition } = part
  const argument = (wanted: string) => clause.arguments.find((one) => one.role === wanted)
  for (const { prepositions, verbs, open } of scene.measures.figureCues) {
    const before = role === 'oblique' && prepositions.has(preposition ?? '') && (!open || isOrder(quantity))
    const over = role === 'object' && verbs.has(clause.lemma)
    const noun = before ? (argument('object') ?? argument('subject')) : over ? argument('subject') : undefined
    if (noun) return { noun: noun.head, open }
  }
  return null
}

/** "In the hundreds": of an order of size the upper end is not said. */
export const isOrder = ({ low, high, approximate }: Quantity): boolean => low !== null && high === null && approximate

/** "The ministry put the toll at six", "the number of wounded rose to 40". */
function byFigure(scene: Scene, part: Part, quantity: Quantity): Befallen | null {
  const figure = numbered(scene, part, quantity)
  const found = figure && tollNamed(scene, figure.noun)
  return found && figure.open ? { ...found, open: true } : found
}

/** "27 dead", "left 12 people homeless": a word for their state beside the number. */
function byState(scene: Scene, token: number, quantity: Quantity): Befallen | null {
  const stateAt = (at: number | undefined): Befallen | null => {
    const word = at === undefined ? undefined : scene.tokens[at]
    if (!word) return null
    const toll = scene.measures.tolls.find(({ states }) => states.has(word.text.toLowerCase()))
    return toll ? { toll, token: word.index, predicate: false } : null
  }
  const own = stateAt(quantity.counted) ?? stateAt(token)
  if (own) return own
  const next = scene.tokens[(quantity.counted ?? quantity.token) + 1]
  if (next && next.sentence === scene.tokens[token]!.sentence && next.upos !== 'NOUN') {
    const state = stateAt(next.index)
    if (state) return state
  }
  // "Left 12 people homeless": the state is the complement of the verb that has them as object.
  for (const { clause, role } of scene.parts(token)) {
    if (role !== 'object') continue
    const complement = clause.arguments.find((one) => one.role === 'complement')
    const state = stateAt(complement?.head)
    if (state) return state
  }
  return null
}

/** What befell those that the quantity counts; null where it is no count of harm. */
export function befallen(scene: Scene, quantity: Quantity): Befallen | null {
  const heads = roleHolders(scene, quantity)
  const ways: readonly ((head: number) => Befallen | null)[] = [
    (head) => firstOf(scene.parts(head), (part) => byRole(scene, part)),
    (head) => byCopula(scene, scene.headed(head)),
    (head) => firstOf(scene.parts(head), (part) => byPredicate(scene, part)),
    (head) => byHead(scene, head),
    (head) => firstOf(scene.parts(head), (part) => byFigure(scene, part, quantity)),
  ]
  for (const way of ways) {
    const found = firstOf(heads, way)
    if (found) return summed(scene, found)
  }
  const state = byState(scene, phraseHead(scene, quantity), quantity)
  return state && summed(scene, state)
}

/** "60 were killed and injured", "60 dead or wounded": two harms told of the same people in one breath are one sum. */
function summed(scene: Scene, found: Befallen): Befallen {
  const { tokens, measures } = scene
  const tollAt = (at: number): Toll | undefined => {
    const word = tokens[at]
    return measures.tolls.find(
      ({ verbs, states }) => word && (verbs.has(word.lemma.toLowerCase()) || states.has(word.text.toLowerCase())),
    )
  }
  for (const step of [-2, 2]) {
    const [between, other] = [tokens[found.token + step / 2], tollAt(found.token + step)]
    if (between?.deprel !== 'cc' || !other || other === found.toll) continue
    const sum = measures.tolls.find((toll) => toll.sum.has(other.id) && toll.sum.has(found.toll.id))
    if (sum) return { ...found, toll: sum }
  }
  return found
}

function firstOf<T>(items: readonly T[], find: (item: T) => Befallen | null): Befallen | null {
  for (const item of items) {
    const found = find(item)
    if (found) return found
  }
  return null
}
