import type { HeldRecord, Ledger, WorldActor } from '../5-ledger/index.ts'
import type { RelationPredicate } from '../model/index.ts'
import { type Known, known } from './actors.ts'
import { type Pact, pacts } from './agreements.ts'
import type { Answer, Cited } from './answer.ts'
import { idsOf } from './cite.ts'
import { type Series, seriesOf } from './estimates.ts'
import { finish, type Gathered, gather, unanswered } from './gather.ts'
import { findActors, nearestNames } from './names.ts'
import type { Question } from './question.ts'
import { heldQuery, type Relationship, relationsHeld } from './relations.ts'
import { type Said, statements } from './statements.ts'
import { type Happening, happenings } from './timeline.ts'

/** All that the ledger has of one actor. */
export interface Page {
  readonly actor: Known
  /** Other actors of the same name. */
  readonly namesakes: readonly Known[]
  /** Offices held by it, with their intervals; of a state or body, by whom. */
  readonly offices: readonly Relationship[]
  readonly memberships: readonly Relationship[]
  readonly allies: readonly Relationship[]
  readonly enemies: readonly Relationship[]
  readonly otherTies: readonly Relationship[]
  readonly said: readonly Said[]
  readonly did: readonly Happening[]
  /** What others did to it or with it. */
  readonly received: readonly Happening[]
  readonly agreements: readonly Pact[]
  readonly estimates: readonly Series[]
  readonly citations: readonly Cited[]
}

const OFFICES: readonly RelationPredicate[] = ['holdsOffice', 'leads']
const MEMBERSHIPS: readonly RelationPredicate[] = ['memberOf', 'partOf', 'citizenOf']
const ALLIES: readonly RelationPredicate[] = ['alliedWith', 'backs']
const ENEMIES: readonly RelationPredicate[] = ['opposes', 'designates']

/** Its relations on the day asked about are weighed by their reports' ends, not report by report. */
async function tiesOf({ ledger, question }: Gathered, { id }: WorldActor): Promise<Relationship[]> {
  const held = await gather(ledger, { ...heldQuery(question), about: [id] }, { kinds: ['relation'] })
  return 'code' in held ? [] : relationsHeld(held, question.asOf)
}

async function page(gathered: Gathered, actor: WorldActor, namesakes: readonly WorldActor[]): Promise<Page> {
  const { ledger, question, records } = gathered
  const takes = (record: HeldRecord, part: 'actor' | 'recipient' | 'of' | 'party'): boolean =>
    idsOf(record, part).includes(actor.id)
  const events = records.filter((r) => r.kind === 'event' && r.record.realis !== 'hypothetical')
  const ties = await tiesOf(gathered, actor)
  const of = (predicates: readonly RelationPredicate[]): Relationship[] =>
    ties.filter((t) => predicates.includes(t.predicate))
  const named = [OFFICES, MEMBERSHIPS, ALLIES, ENEMIES].flat()
  const said = await statements(ledger, { ...question, about: [] }, { by: [actor.id] })
  const rest = {
    did: await happenings(
      gathered,
      events.filter((r) => takes(r, 'actor')),
    ),
    received: await happenings(
      gathered,
      events.filter((r) => !takes(r, 'actor') && takes(r, 'recipient')),
    ),
    agreements: (await pacts(gathered)).filter((p) => p.parties.some((party) => party.id === actor.id)),
    estimates: (await seriesOf(gathered)).filter((s) => s.of?.id === actor.id),
  }
  const parts = {
    offices: of(OFFICES),
    memberships: of(MEMBERSHIPS),
    allies: of(ALLIES),
    enemies: of(ENEMIES),
    otherTies: ties.filter((t) => !named.includes(t.predicate)),
  }
  const rows = [...ties, ...said.rows, ...rest.did, ...rest.received, ...rest.agreements]
  return {
    actor: known(actor),
    namesakes: namesakes.map(known),
    ...parts,
    said: said.rows,
    ...rest,
    citations: rows.flatMap((row) => row.citations),
  }
}

/** The page of one actor, by name or id: its offices, memberships, friends and enemies, what it said, did and met with. */
export async function actor(ledger: Ledger, name: string, question: Question = {}): Promise<Answer<Page>> {
  const asked = `actor ${name}`
  const [found, ...namesakes] = await findActors(ledger, name, question)
  if (!found) {
    const nearest = await nearestNames(ledger, name, question)
    return {
      asked,
      question,
      rows: [],
      leftOff: 0,
      none: { code: 'unknown-name', message: `The ledger knows nobody called “${name}”.`, nearest },
    }
  }
  const gathered = await gather(ledger, { ...question, about: [found.id] }, {})
  if ('code' in gathered) return unanswered(asked, question, gathered)
  return finish(ledger, asked, question, [await page(gathered, found, namesakes)])
}
