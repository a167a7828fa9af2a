import type { ActorId } from '../../model/records.ts'
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

/** "Prime Minister X" of a report that names X's state: the list of leaders says which state it is. */
function knownState(scene: Scene, { term }: Occurrence, bearer: Bearer): Owner | null {
  if (!term.leadsState) return null
  const led = scene.rows.leaders.statesLedBy(scene.context.actor(bearer.actor).name)
  const [state, ...others] = [...led].flatMap((iso3) => scene.stateOf(iso3) ?? [])
  if (state === undefined || others.length > 0) return null
  return { actor: state, type: 'state', by: 'modifier', first: bearer.first, last: bearer.last }
}

function roleOf(scene: Scene, { term, first, last }: Occurrence, before: Before, after: After): string | undefined {
  if (!term.title) return undefined
  const span = spanOf(scene, Math.min(before.titleStart, first), Math.max(after.titleEnd, last))
  return scene.context.analysis.document.text.slice(span.start, span.end).replace(/\s+/g, ' ')
}

function factOf(scene: Scene, occurrence: Occurrence, before: Before, after: After, bearer: Bearer): Fact | null {
  const { term, head, first, last } = occurrence
  const byVerb = ownerByVerb(scene, occurrence, bearer)
  const stated =
    ownerOf(scene, occurrence, before, after) ??
    ownerBehind(scene, occurrence, bearer) ??
    ownerFromClause(scene, occurrence, bearer) ??
    byVerb
  const owner = stated ?? knownState(scene, occurrence, bearer)
  if (!owner && !(term.bare && bearer.clause === undefined)) return null
  const other: ActorId | null = owner?.actor ?? null
  const ends =
    term.bearer === 'subject' ? { subject: bearer.actor, object: other } : { subject: other, object: bearer.actor }
  if (ends.subject === null) return null
  const { context } = scene
  const clause = bearer.clause
  const ownerTokens = owner ? [owner.first, owner.last] : []
  const role = roleOf(scene, occurrence, before, after)
  const fact: Fact = {
    rule: ruleOf(
      term.id,
      stated && stated === byVerb ? { ...bearer, row: byVerb.row } : bearer,
      stated === null && owner !== null,
    ),
    generic: term.generic,
    predicate: term.predicate,
    subject: ends.subject,
    object: ends.object,
    ...(role === undefined ? {} : { role }),
    ended: before.ended || bearer.ended === true,
    future: before.future,
    evidence: spanOf(scene, first, last, bearer.first, bearer.last, ...ownerTokens),
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
