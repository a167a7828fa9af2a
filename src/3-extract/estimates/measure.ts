import type { Quantity } from '../../model/analysis.ts'
import type { MatterClass } from '../../vocabulary/measures.ts'
import { firstConjunct, isDefinite, phraseHead, roleHolders, type Scene } from './scene.ts'
import { type Befallen, befallen, isOrder, numbered } from './toll.ts'

/** What is counted, in the record's words. */
export interface Measured {
  readonly measure: string
  readonly toll?: Befallen
  /** The row that lets the number be a record. */
  readonly rule: string
  /** The measure is that of the number before in the sentence. */
  readonly after?: Quantity
  /** It is a part of those that the number before counts. */
  readonly part?: true
  /** The number is the least, and the most is not said. */
  readonly open?: true
}

const MONEY = /^[A-Z]{3}$/
const AREA = new Set(['km²', 'square miles', 'acres', 'hectares', 'm²'])
const SHARES = new Set(['percent', 'share'])
const GOODS = new Set(['barrels', 'barrels per day', 'tons', 'tonnes', 'MW', 'GW', 'kilotons'])

/** A count so small that with "the" it only refers: "the two leaders". */
const FEW = 12

function isReference(scene: Scene, { counted, low, high, approximate }: Quantity): boolean {
  if (counted === undefined || low !== high || low === null || low > FEW || approximate) return false
  return isDefinite(scene, counted)
}

/** A plain small count is a way to speak ("two men"). */
const isSmall = ({ low, high }: Quantity, least: number): boolean =>
  low === high && low !== null && low > 0 && low < least

/** "28-member": a number that makes an adjective; "(2.2 billion euros)": the same sum again; "one out of 89". */
function isAside({ context, tokens }: Scene, { start, end, token, unit }: Quantity, before: Quantity | null): boolean {
  const { text } = context.analysis.document
  if (text[end] === '-') return true
  const opening = text.slice(before ? before.end : start, start)
  if (before?.unit !== undefined && /^\s*[([]\s*$/.test(opening)) return true
  if (isOtherMoney(before, unit) && /^\s*(,|or|, or)\s*$/.test(opening)) return true
  const words = tokens.slice(Math.max(0, token - 2), token).map((word) => word.text.toLowerCase())
  return words.join(' ') === 'out of'
}

const isOtherMoney = (before: Quantity | null, unit: string | undefined): boolean =>
  before?.unit !== undefined &&
  unit !== undefined &&
  MONEY.test(before.unit) &&
  MONEY.test(unit) &&
  before.unit !== unit

/** Less is the price of something. */
const LEAST_MONEY = 1000
const isPrice = ({ low, high }: Quantity): boolean => (low ?? high ?? 0) < LEAST_MONEY

/** "Artillery pieces": a noun of no class has that of the one compounded with it. */
function classOf({ tokens, children, measures }: Scene, counted: number | undefined): MatterClass | undefined {
  if (counted === undefined) return undefined
  const own = measures.matters.get(tokens[counted]!.lemma.toLowerCase())
  if (own || tokens[counted]!.lemma.toLowerCase() !== 'piece') return own
  const compound = children(counted).find((child) => tokens[child]!.deprel === 'compound')
  return compound === undefined ? undefined : measures.matters.get(tokens[compound]!.lemma.toLowerCase())
}

/** A harm done to them, as far as the noun allows. */
function tollOf(scene: Scene, quantity: Quantity): Befallen | null {
  const kind = classOf(scene, quantity.counted)
  if (quantity.unit !== undefined || (kind && !kind.living)) return null
  const found = befallen(scene, quantity)
  return found?.toll.people && quantity.counted !== undefined && !kind ? null : found
}

/** A harm done to them, a noun whose number matters, money, ground: in this order. */
function ofNoun(scene: Scene, quantity: Quantity): Measured | null {
  const { counted, measure, unit } = quantity
  const toll = tollOf(scene, quantity)
  if (toll)
    return { measure: toll.toll.id, toll, rule: `estimate.${toll.toll.id}`, ...(toll.open && { open: toll.open }) }
  if (unit !== undefined && MONEY.test(unit))
    return isPrice(quantity) ? null : { measure: measure ?? unit, rule: 'estimate.money' }
  if (unit !== undefined && AREA.has(unit)) return { measure: unit, rule: 'estimate.ground' }
  if (unit !== undefined && GOODS.has(unit)) return { measure: measure ?? unit, rule: 'estimate.goods' }
  const built = unit === undefined ? null : ofUnit(scene, quantity, unit)
  if (built) return built
  // "A 650-foot vessel": other units measure one thing and count none.
  if (unit !== undefined && !SHARES.has(unit)) return null
  const kind = classOf(scene, counted)
  if (!kind || measure === undefined || isReference(scene, quantity) || isSmall(quantity, kind.least)) return null
  return { measure, rule: `estimate.${kind.id}` }
}

/** "The 900 km pipeline", "the border is 640 km long", "two trillion cubic feet of gas". */
function ofUnit(scene: Scene, quantity: Quantity, unit: string): Measured | null {
  const { tokens, measures } = scene
  const { counted, measure } = quantity
  const row = measures.units.find(({ units }) => units.has(unit))
  if (!row) return null
  const named = (noun: number): boolean => row.nouns.has(tokens[noun]!.lemma.toLowerCase())
  if (counted !== undefined && named(counted)) return { measure: measure ?? unit, rule: `estimate.${row.id}` }
  const over = tokens[tokens[quantity.token]!.head]
  const subject = over && scene.headed(over.index)?.arguments.find(({ role }) => role === 'subject')
  if (!over || !row.adjectives.has(over.text.toLowerCase()) || !subject || !named(subject.head)) return null
  return { measure: tokens[subject.head]!.text, rule: `estimate.${row.id}` }
}

const isWho = ({ tokens, children }: Scene, verb: number): boolean =>
  children(verb).some((child) => tokens[child]!.text.toLowerCase() === 'who')

/** "The 2.8 million who voted", "85% were in favour": measured by what is said of them. */
function ofPredicate(scene: Scene, quantity: Quantity): Measured | null {
  if (quantity.counted !== undefined) return null
  const head = phraseHead(scene, quantity)
  for (const { clause, role } of scene.parts(head)) {
    if (role !== 'subject') continue
    if (clause.link === 'relative' && quantity.unit === undefined && isWho(scene, clause.head))
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
  if (hasOwnVerb(scene, head, before.measured)) return null
  return /^(advcl|conj|obl|nmod|parataxis|nsubj|obj|ccomp)/.test(deprel)
    ? { ...before.measured, after: before.quantity }
    : null
}

/** "Forty were killed and dozens surrendered": what befell these stands in a verb of their own. */
const hasOwnVerb = (scene: Scene, head: number, { toll }: Measured): boolean =>
  toll !== undefined &&
  scene.parts(head).some(({ clause, role }) => {
    const verb = scene.tokens[clause.head]!
    return role === 'subject' && clause.kind === 'verb' && !clause.passive && verb.upos === 'VERB' && verb.index > head
  })

/** Words between a number and the one whose measure it takes, within a sentence and beyond it. */
const REACH = 24
const FARTHER = 60

/** "Aid groups put the figure at more than 60": another count of what was counted in a sentence before. */
function asFigure(scene: Scene, quantity: Quantity, before: Sibling | null): Measured | null {
  const { tokens, measures } = scene
  if (!before || quantity.unit !== undefined || quantity.token - before.quantity.token > FARTHER) return null
  for (const head of roleHolders(scene, quantity))
    for (const part of scene.parts(head)) {
      const noun = numbered(scene, part, quantity)?.noun
      if (noun === undefined || !measures.figures.has(tokens[noun]!.lemma.toLowerCase())) continue
      if (scene.children(noun).some((child) => /^(nmod|acl|amod)/.test(tokens[child]!.deprel))) return null
      const { toll, measure, rule } = before.measured
      const own = toll ? { toll: { toll: toll.toll, token: noun, predicate: false } } : {}
      return { measure, rule, after: before.quantity, ...own }
    }
  return null
}

/** "38 people, among them 11 children": what befell them all befell these. */
function asPart({ tokens, measures }: Scene, quantity: Quantity, own: Measured, before: Sibling | null): Measured {
  const toll = before?.measured.toll
  if (!before || !toll || tokens[before.quantity.token]!.sentence !== tokens[quantity.token]!.sentence) return own
  if (own.toll && own.toll.toll.id !== toll.toll.id) return own
  const words = tokens.slice(Math.max(0, quantity.token - 4), quantity.token).map(({ text }) => text.toLowerCase())
  const isPart = words.some((_, from) => measures.parts.has(words.slice(from).join(' ')))
  return isPart ? { ...own, measure: toll.toll.id, rule: `estimate.${toll.toll.id}`, toll, part: true } : own
}

/** "The number of refugees reached 40", "the deserter count is in the thousands", "losses were in the dozens". */
function ofCount(scene: Scene, quantity: Quantity): Measured | null {
  const { tokens, measures } = scene
  if (quantity.unit !== undefined || quantity.counted !== undefined) return null
  const head = phraseHead(scene, quantity)
  const own = scene.headed(head)
  const subject = own?.copular ? own.arguments.find(({ role }) => role === 'subject') : undefined
  const figures = scene.parts(head).flatMap((part) => numbered(scene, part, quantity) ?? [])
  for (const { noun, open } of subject ? [{ noun: subject.head, open: false }, ...figures] : figures) {
    const isFigure = measures.figures.has(tokens[noun]!.lemma.toLowerCase())
    const counted = scene.children(noun).filter((child) => /^(nmod|compound)/.test(tokens[child]!.deprel))
    for (const word of isFigure ? counted : isOrder(quantity) ? [noun] : []) {
      const kind = measures.matters.get(tokens[word]!.lemma.toLowerCase())
      if (kind) return { measure: tokens[word]!.text.toLowerCase(), rule: `estimate.${kind.id}`, ...(open && { open }) }
    }
  }
  return null
}

export interface Sibling {
  readonly quantity: Quantity
  readonly measured: Measured
}

/** "27 soldiers were killed, but the ministry put the toll at six": another number of the same people. */
const isSame = (
  { tokens }: Scene,
  { token }: Quantity,
  { measure }: Measured,
  before: Sibling | null,
): before is Sibling =>
  before !== null &&
  (before.measured.toll?.toll.id ?? before.measured.measure) === measure &&
  tokens[before.quantity.token]!.sentence === tokens[token]!.sentence &&
  token - before.quantity.token <= REACH

/** What a quantity measures where that matters to a report; `before` is the one before it of which there is a record. */
export function measured(
  scene: Scene,
  quantity: Quantity,
  before: Sibling | null,
  previous: Quantity | null,
): Measured | null {
  if (quantity.ordinal || isAside(scene, quantity, previous)) return null
  const own = ofNoun(scene, quantity)
  if (own?.toll?.figure && isSame(scene, quantity, own, before)) return { ...own, after: before.quantity }
  if (own) return asPart(scene, quantity, own, before)
  return (
    ofCount(scene, quantity) ??
    asFigure(scene, quantity, before) ??
    ofPredicate(scene, quantity) ??
    asBefore(scene, quantity, before)
  )
}
