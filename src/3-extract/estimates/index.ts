import type { Quantity } from '../../model/analysis.ts'
import type { ActorId } from '../../model/records.ts'
import { cover, type Span } from '../../model/span.ts'
import type { Context, Standing } from '../context.ts'
import type { EstimateDraft } from '../draft.ts'
import { bearers } from './bearer.ts'
import { formerCue } from './former.ts'
import { type Measured, measured, type Sibling } from './measure.ts'
import { buildScene, isDefinite, phraseHead, type Scene } from './scene.ts'

/** Numbers about somebody or something that matters: how many fighters, dead, villages, votes; how much money. */
export function findEstimates(context: Context): EstimateDraft[] {
  const scene = buildScene(context)
  const found: EstimateDraft[] = []
  let before: Sibling | null = null
  const { quantities } = context.analysis
  for (const [index, quantity] of quantities.entries()) {
    const what = measured(scene, quantity, before, quantities[index - 1] ?? null)
    if (!what) continue
    if (!what.part) before = { quantity, measured: what }
    const of = bearers(scene, quantity, what)
    for (const id of of.length === 0 ? [null] : of) found.push(toDraft(scene, quantity, what, id))
  }
  return found
}

/** The clause that a quantity stands in: that of the harm, else the nearest. */
const clauseOf = (scene: Scene, quantity: Quantity, { toll }: Measured): number | null =>
  toll?.predicate ? scene.clauses.at(toll.token) : scene.clauses.at(phraseHead(scene, quantity))

/** "Demanded the release of 240 prisoners": they are as free as the act that their number hangs on is done. */
function withAct({ context, headed }: Scene, own: Standing, toll: Measured['toll']): Standing {
  const act = toll === undefined ? null : headed(toll.token)
  if (act?.kind !== 'noun') return own
  const { realis, certainty } = context.standing(act.id)
  return realis === 'actual' ? own : { ...own, realis, certainty }
}

/**
 * "May send 900 troops", "does not have 4,000 fighters", "its strength is not 4,000": as many are there only as far as the
 * clause holds. Who does something is there whether or not he does it, and so are "the 900 troops" and "its 900 troops".
 */
function hangsOnClause(scene: Scene, quantity: Quantity, clause: number): boolean {
  const { tokens, children } = scene
  const head = phraseHead(scene, quantity)
  const nouns = [head, ...(quantity.counted === undefined ? [] : [quantity.counted])]
  const owned = (noun: number): boolean => children(noun).some((child) => tokens[child]!.deprel === 'nmod:poss')
  if (nouns.some((noun) => isDefinite(scene, noun) || owned(noun))) return false
  if (scene.headed(head)?.copular) return true
  return scene
    .parts(head)
    .some((part) => part.clause.id === clause && part.clause.kind === 'verb' && part.role === 'object')
}

function standingOf(scene: Scene, quantity: Quantity, clause: number | null, { toll, after }: Measured): Standing {
  const { context } = scene
  const own = context.standingAt(quantity.counted ?? quantity.token)
  const ofClause = clause !== null && (toll?.predicate === true || (!toll && hangsOnClause(scene, quantity, clause)))
  const told = ofClause ? context.standing(clause) : withAct(scene, own, toll)
  // "One side said 27 were killed, the other put the toll at six": measured as the number before, on another's word.
  const standing = after && told.sources.join('>') !== own.sources.join('>') ? own : told
  // None of them is said and not denied: the zero is the number.
  const zero = quantity.low === 0 && quantity.high === 0
  if (zero) return { ...standing, polarity: 'affirmed' }
  const not = notBefore(scene, quantity)
  return not ? { ...standing, polarity: 'denied', cues: [...standing.cues, not] } : standing
}

const NOT = new Set(['not', 'no'])

/** "27 were killed, and not 31 as it had first said": the number itself is denied. */
function notBefore({ tokens }: Scene, { start, token }: Quantity): Span | null {
  let first = token
  while (first > 0 && tokens[first - 1]!.start >= start) first--
  const [or, not] = [tokens[first - 2]?.lemma, tokens[first - 1]]
  return not && NOT.has(not.text.toLowerCase()) && or !== 'or' ? { start: not.start, end: not.end } : null
}

/** From the number to the noun that it counts, or to the verb that says what befell them. */
function evidenceOf({ tokens }: Scene, quantity: Quantity, { toll }: Measured): Span {
  const { start, end } = quantity
  const noun = quantity.counted === undefined ? null : tokens[quantity.counted]!
  const phrase = noun ? cover({ start, end }, { start: noun.start, end: noun.end }) : { start, end }
  if (!toll || tokens[toll.token]!.sentence !== tokens[quantity.token]!.sentence) return phrase
  const verb = tokens[toll.token]!
  const near = Math.abs(toll.token - quantity.token) <= NEAR
  return near ? cover(phrase, { start: verb.start, end: verb.end }) : phrase
}
/** Words between number and verb that evidence may hold. */
const NEAR = 8

/** Place of a participle or relative clause on the noun ("fighters based in Arendia"), else of the clause. */
function placeOf(
  { context, headed, children, tokens }: Scene,
  quantity: Quantity,
  clause: number | null,
): ActorId | null {
  const noun = quantity.counted ?? quantity.token
  for (const child of children(noun)) {
    const own = tokens[child]!.deprel.startsWith('acl') ? headed(child) : null
    const place = own ? context.place(own.id) : null
    if (place !== null) return place
  }
  return clause === null ? null : context.place(clause)
}

function toDraft(scene: Scene, quantity: Quantity, what: Measured, of: ActorId | null): EstimateDraft {
  const { context } = scene
  const clause = clauseOf(scene, quantity, what)
  const standing = standingOf(scene, quantity, clause, what)
  const former = formerCue(scene, quantity)
  const { low, high, unit, approximate } = quantity
  return {
    kind: 'estimate',
    of,
    measure: what.measure,
    low,
    high: what.open ? null : high,
    unit: unit ?? null,
    approximate,
    evidence: [evidenceOf(scene, quantity, what)],
    rule: former ? `${what.rule}.former` : what.rule,
    time: context.timeAt(quantity.counted ?? quantity.token) ?? (clause === null ? null : context.time(clause)),
    place: placeOf(scene, quantity, clause),
    polarity: standing.polarity,
    certainty: standing.certainty,
    realis: standing.realis,
    sources: standing.sources,
    cues: former ? [...standing.cues, former] : standing.cues,
  }
}
