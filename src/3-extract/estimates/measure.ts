import type { Quantity } from '../../model/analysis.ts'
import { firstConjunct, phraseHead, type Scene } from './scene.ts'
import { type Befallen, befallen } from './toll.ts'

/** What is counted, in the record's words. */
export interface Measured {
  readonly measure: string
  readonly toll?: Befallen
  /** The row that lets the number be a record. */
  readonly rule: string
}

const MONEY = /^[A-Z]{3}$/
const AREA = new Set(['km²', 'square miles', 'acres', 'hectares', 'm²'])
const GOODS = new Set(['barrels', 'barrels per day', 'tons', 'tonnes', 'MW', 'GW', 'kilotons'])

/** A count so small that with "the" it only refers: "the two leaders". */
const FEW = 12
const DEFINITE = new Set(['the', 'these', 'those', 'both', 'all', 'this'])

function isReference({ tokens, children }: Scene, { counted, low, high, approximate }: Quantity): boolean {
  if (counted === undefined || low !== high || low === null || low > FEW || approximate) return false
  return children(counted).some(
    (child) => tokens[child]!.deprel === 'det' && DEFINITE.has(tokens[child]!.text.toLowerCase()),
  )
}

/** One of something is a way to speak, not a count. */
const isOne = ({ low, high }: Quantity): boolean => low === 1 && high === 1

/** A harm done to them, a noun whose number matters, money, ground: in this order. */
function ofNoun(scene: Scene, quantity: Quantity): Measured | null {
  const { counted, measure, unit } = quantity
  const toll = befallen(scene, quantity)
  if (toll && unit === undefined) return { measure: toll.toll.id, toll, rule: `estimate.${toll.toll.id}` }
  if (unit !== undefined && MONEY.test(unit)) return { measure: measure ?? unit, rule: 'estimate.money' }
  if (unit !== undefined && AREA.has(unit)) return { measure: unit, rule: 'estimate.ground' }
  const kind =
    counted === undefined ? undefined : scene.measures.matters.get(scene.tokens[counted]!.lemma.toLowerCase())
  if (unit !== undefined && GOODS.has(unit)) return { measure: measure ?? unit, rule: 'estimate.goods' }
  if (counted === undefined || measure === undefined || isReference(scene, quantity) || isOne(quantity)) return null
  return kind ? { measure, rule: `estimate.${kind}` } : null
}

/** "The 2.8 million who voted", "85% were in favour": measured by what is said of them. */
function ofPredicate(scene: Scene, quantity: Quantity): Measured | null {
  if (quantity.counted !== undefined) return null
  const head = phraseHead(scene, quantity)
  for (const { clause, role } of scene.parts(head)) {
    if (role !== 'subject') continue
    if (clause.link === 'relative' && quantity.unit === undefined)
      return { measure: scene.tokens[clause.head]!.text, rule: 'estimate.who' }
    const preposition = scene.children(clause.head).find((child) => scene.tokens[child]!.deprel === 'case')
    if (quantity.unit !== 'percent' || !clause.copular || preposition === undefined) continue
    return { measure: `${scene.tokens[preposition]!.text} ${scene.tokens[clause.head]!.text}`, rule: 'estimate.share' }
  }
  return null
}

/** "… as were seventeen", "down from a peak of over three million": measured as the number before in the sentence. */
function asBefore(scene: Scene, quantity: Quantity, before: Sibling | null): Measured | null {
  if (quantity.counted !== undefined || quantity.unit !== undefined || !before) return null
  const [one, other] = [scene.tokens[quantity.token]!, scene.tokens[before.quantity.token]!]
  if (one.sentence !== other.sentence || one.index - other.index > REACH) return null
  const head = firstConjunct(scene, phraseHead(scene, quantity))
  const { deprel } = scene.tokens[head]!
  return /^(advcl|conj|obl|nmod|parataxis|nsubj|obj|ccomp)/.test(deprel) ? before.measured : null
}

/** Words between a number and the one whose measure it takes. */
const REACH = 24

export interface Sibling {
  readonly quantity: Quantity
  readonly measured: Measured
}

/** What a quantity measures where that matters to a report; `before` is the record before it. */
export function measured(scene: Scene, quantity: Quantity, before: Sibling | null): Measured | null {
  if (quantity.ordinal) return null
  return ofNoun(scene, quantity) ?? ofPredicate(scene, quantity) ?? asBefore(scene, quantity, before)
}
