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
  if (!subject) return null
  const toll = scene.measures.tolls.find(({ nouns }) => nouns.has(lemmaAt(scene, subject.head)))
  return toll ? { toll, token: subject.head, predicate: false } : null
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

/** Prepositions by which a bare number says how high a toll is: "put the toll at six", "gave it as six", "rose to six". */
const FIGURES = new Set(['at', 'as', 'to'])

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

/** The noun whose number a bare number is told to be: "toll" of "put the toll at six", "number" of "the number rose to 40". */
export function numbered({ clause, role, preposition }: Part, quantity: Quantity): number | null {
  if (quantity.counted !== undefined || role !== 'oblique' || !FIGURES.has(preposition ?? '')) return null
  const told =
    clause.arguments.find((one) => one.role === 'object') ?? clause.arguments.find((one) => one.role === 'subject')
  return told?.head ?? null
}

/** "The ministry put the toll at six", "the number of wounded rose to 40". */
function byFigure(scene: Scene, part: Part, quantity: Quantity): Befallen | null {
  const noun = numbered(part, quantity)
  return noun === null ? null : tollNamed(scene, noun)
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
    (head) => byHead(scene, head),
    (head) => firstOf(scene.parts(head), (part) => byFigure(scene, part, quantity)),
  ]
  for (const way of ways) {
    const found = firstOf(heads, way)
    if (found) return found
  }
  return byState(scene, phraseHead(scene, quantity), quantity)
}

function firstOf<T>(items: readonly T[], find: (item: T) => Befallen | null): Befallen | null {
  for (const item of items) {
    const found = find(item)
    if (found) return found
  }
  return null
}
