import type { ActorId } from '../../model/records.ts'
import type { Term } from '../../vocabulary/relations.ts'
import { type After, type Before, lookAfter, lookBefore, type Owner } from './around.ts'
import { type Bearer, findBearers } from './bearers.ts'
import { type Fact, isDistinct, isPossible, spanOf, standingOfKnown } from './fact.ts'
import type { Scene } from './scene.ts'
import { findTerms, type Occurrence } from './terms.ts'

/** The first owner of a fitting type that hangs on the noun in a way its row allows; those with a name before all others. */
function ownerOf(scene: Scene, { term }: Occurrence, before: Before, after: After): Owner | null {
  const all = [...before.owners, ...after.owners].filter((owner) => term.from.has(owner.by) && term.of.has(owner.type))
  return all.find((owner) => isDistinct(scene.context.actor(owner.actor))) ?? all[0] ?? null
}

/** "Colonel Omar Hadi of the Arendian army": the body stands behind the name. */
function ownerBehind(scene: Scene, occurrence: Occurrence, bearer: Bearer): Owner | null {
  if (!occurrence.term.title || bearer.clause !== undefined || bearer.first <= occurrence.last) return null
  const { owners } = lookAfter(scene, { ...occurrence, last: bearer.last })
  return owners.find((owner) => occurrence.term.of.has(owner.type)) ?? null
}

/** "Cassia, represented by President Omar Hadi": the body stands in the clause of which the titled person is an end. */
function ownerByVerb(scene: Scene, { term }: Occurrence, bearer: Bearer): (Owner & { readonly row: string }) | null {
  if (!term.title || bearer.clause !== undefined) return null
  for (let at = bearer.first; at <= bearer.last; at++)
    for (const { clause, argument } of scene.placesOf(at)) {
      const row = scene.rows.bearers.get(`${clause.lemma} body`)
      if (!row || argument.role !== row.bearer) continue
      const body = clause.arguments.find((other) => other.role === row.body)
      const actor = body === undefined ? null : scene.context.actorAt(body.head)
      const type = actor === null ? null : scene.context.actor(actor).type
      if (actor !== null && type !== null && term.of.has(type))
        return { actor, type, by: 'possessor', first: at, last: at, row: row.id }
    }
  return null
}

/** The row of the title, and what helped it: the row of a verb, or the list of leaders. */
function ruleOf(id: string, bearer: Bearer, known: boolean): string {
  if (bearer.row !== undefined) return `${id}/${bearer.row}`
  return known ? `${id}/known-leader` : id
}

/** "encouraged allies such as Cassia": whose allies they are, the clause's subject says. */
function ownerFromClause(scene: Scene, { term, head }: Occurrence, bearer: Bearer): Owner | null {
  if (!term.owner || bearer.clause !== undefined) return null
  for (const { clause } of scene.placesOf(head)) {
    const subject = clause.arguments.find((argument) => argument.role === 'subject' && argument.head !== head)
    const actor = subject === undefined ? null : scene.context.actorAt(subject.head)
    if (actor === null || subject === undefined) continue
    const type = scene.context.actor(actor).type
    if (term.of.has(type)) return { actor, type, by: 'possessor', first: head, last: head }
  }
  return null
}

/** "Arendia appointed X as its envoy": the state that gives an office is its body. */
function ownerWhoGives(scene: Scene, { term }: Occurrence, { clause, row, ended }: Bearer): Owner | null {
  if (!term.title || clause === undefined || row === undefined || ended) return null
  const { arguments: all } = scene.context.analysis.clauses[clause]!
  const { bearer } = scene.rows.bearers.get(scene.context.analysis.clauses[clause]!.lemma)!
  const giver = bearer === 'object' ? all.find((argument) => argument.role === 'subject') : undefined
  const actor = giver === undefined ? null : scene.context.actorAt(giver.head)
  if (giver === undefined || actor === null || scene.context.actor(actor).type !== 'state') return null
  return term.of.has('state') ? { actor, type: 'state', by: 'possessor', first: giver.head, last: giver.head } : null
}

/** "Prime Minister X" of a report that names X's state: the list of leaders says which state it is. */
function knownState(scene: Scene, { term }: Occurrence, bearer: Bearer): Owner | null {
  if (!term.leadsState) return null
  const led = scene.rows.leaders.statesLedBy(scene.context.actor(bearer.actor).name)
  const [state, ...others] = [...led].flatMap((iso3) => scene.stateOf(iso3) ?? [])
  if (state === undefined || others.length > 0) return null
  return { actor: state, type: 'state', by: 'modifier', first: bearer.first, last: bearer.last }
}

/** "Defence Minister X resigned", "sacked its army chief, X": the verb takes the title from its bearer. */
function left(scene: Scene, { term, head }: Occurrence, bearer: Bearer): Bearer {
  if (!term.title || term.generic || bearer.clause !== undefined) return bearer
  const heads = [head, ...Array.from({ length: bearer.last - bearer.first + 1 }, (_, k) => bearer.first + k)]
  for (const { clause, argument } of heads.flatMap((at) => scene.placesOf(at))) {
    const row = scene.rows.bearers.get(`${clause.lemma} leaving`)
    if (!row || argument.role !== row.bearer || clause.arguments.some((a) => row.apart.includes(a.preposition ?? '')))
      continue
    const { polarity, realis, certainty } = scene.context.standing(clause.id)
    if (polarity === 'affirmed' && realis === 'actual' && (certainty === 'certain' || certainty === 'probable'))
      return { ...bearer, clause: clause.id, ended: row.ended, row: row.id }
  }
  return bearer
}

/** The verb by which a title is left, which stands outside the phrase of title and name. */
const verbOf = (scene: Scene, { row, ended, clause }: Bearer): number[] =>
  row !== undefined && ended && clause !== undefined ? [scene.context.analysis.clauses[clause]!.head] : []

/** A title without a body says enough beside a name, or where a verb gives it and it says of what one is chief. */
const sufficesAlone = ({ bare, words }: Term, { clause, row }: Bearer): boolean =>
  clause === undefined ? bare : row !== undefined && (bare || words.length > 1)

function roleOf(scene: Scene, { term, first, last }: Occurrence, before: Before, after: After): string | undefined {
  if (!term.title) return undefined
  const span = spanOf(scene, Math.min(before.titleStart, first), Math.max(after.titleEnd, last))
  const { text } = scene.context.analysis.document
  const { start, end, lemma, xpos } = scene.tokens[last]!
  // Of "the foreign ministers, X and Y," each is one.
  const title = /^NNP?S$/.test(xpos) ? lemma : text.slice(start, end)
  return (text.slice(span.start, start) + title + text.slice(end, span.end)).replace(/\s+/g, ' ')
}

function factOf(scene: Scene, occurrence: Occurrence, before: Before, after: After, bearer: Bearer): Fact | null {
  const { term, head, first, last } = occurrence
  const byVerb = ownerByVerb(scene, occurrence, bearer)
  const stated =
    ownerOf(scene, occurrence, before, after) ??
    ownerBehind(scene, occurrence, bearer) ??
    ownerFromClause(scene, occurrence, bearer) ??
    byVerb ??
    ownerWhoGives(scene, occurrence, bearer)
  const owner = stated ?? knownState(scene, occurrence, bearer)
  const holder = left(scene, occurrence, bearer)
  if (!owner && !sufficesAlone(term, holder)) return null
  const other: ActorId | null = owner?.actor ?? null
  const ends =
    term.bearer === 'subject' ? { subject: bearer.actor, object: other } : { subject: other, object: bearer.actor }
  if (ends.subject === null) return null
  const { context } = scene
  const { clause } = holder
  const ownerTokens = owner ? [owner.first, owner.last] : []
  const role = roleOf(scene, occurrence, before, after)
  const fact: Fact = {
    rule: ruleOf(
      term.id,
      stated && stated === byVerb ? { ...holder, row: byVerb.row } : holder,
      stated === null && owner !== null,
    ),
    generic: term.generic,
    predicate: term.predicate,
    subject: ends.subject,
    object: ends.object,
    ...(role === undefined ? {} : { role }),
    ended: before.ended || holder.ended === true,
    future: before.future,
    evidence: spanOf(scene, first, last, bearer.first, bearer.last, ...ownerTokens, ...verbOf(scene, holder)),
    standing: clause === undefined ? standingOfKnown(scene, head) : context.standing(clause),
    time: clause === undefined ? context.timeAt(head) : context.time(clause),
    known: clause === undefined,
  }
  return fact.standing.realis !== 'hypothetical' && isPossible(scene, fact) ? fact : null
}

/** Relations that a noun or a title states: "Syrian Information Minister Omar Hadi", "its leader, X", "X, a key ally of Y". */
export function findByNoun(scene: Scene): Fact[] {
  return findTerms(scene).flatMap((occurrence) => {
    const before = lookBefore(scene, occurrence)
    const after = lookAfter(scene, occurrence)
    const bearers = findBearers({ scene, occurrence, before, after })
    return bearers.flatMap((bearer) => factOf(scene, occurrence, before, after, bearer) ?? [])
  })
}
