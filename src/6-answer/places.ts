import type { Ledger, WorldActor } from '../5-ledger/index.ts'
import type { PlaceFinder, Position } from '../model/index.ts'
import type { Answer, Named } from './answer.ts'
import { compare } from './cite.ts'
import { groupBy } from './group.ts'
import { knownThen } from './names.ts'
import type { Question } from './question.ts'
import { type Happening, type TimelineOptions, timeline } from './timeline.ts'

/** A place with all that happened there. */
export interface PlaceOnMap {
  readonly place: Named
  /** Null: no gazetteer has it and nobody placed it. */
  readonly position: Position | null
  /** `hand`: somebody placed it; else what kind of place the gazetteer has there, which tells how near the point can be. */
  readonly by: 'hand' | 'land' | 'state' | 'region' | 'county' | 'city' | null
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null
  /** In order of time. */
  readonly happenings: readonly Happening[]
}

const namesOf = (actor: WorldActor): string[] => [actor.name, ...actor.names.map((n) => n.name)]

/** What happened where: the happenings of the timeline that have a place, the place of most of them first. */
export async function places(
  ledger: Ledger,
  finder: PlaceFinder,
  question: Question = {},
  options: TimelineOptions = {},
): Promise<Answer<PlaceOnMap>> {
  const { limit, ...all } = question
  const found = await timeline(ledger, all, options)
  const known = knownThen(question)
  const placed = found.rows.filter((h) => h.place !== null)
  const there = groupBy(placed, (h) => h.place!.id)
  const actors = new Map((await ledger.actors({ ids: [...there.keys()], ...known })).map((a) => [a.id, a]))
  const byHand = new Map((await ledger.positions(question.known)).map((p) => [p.actor, p.position]))
  const rows = [...there].map(([id, happenings]): PlaceOnMap => {
    const actor = actors.get(id)
    const listed = actor ? finder.find({ ...actor, names: namesOf(actor) }) : null
    const hand = byHand.get(id)
    return {
      place: happenings[0]!.place!,
      position: hand ?? listed?.position ?? null,
      by: hand ? 'hand' : (listed?.kind ?? null),
      country: listed?.country ?? null,
      happenings,
    }
  })
  rows.sort((a, b) => b.happenings.length - a.happenings.length || compare(a.place.name, b.place.name))
  const shown = limit === undefined ? rows : rows.slice(0, limit)
  const nowhere = { code: 'nothing' as const, message: 'No report in the ledger says where it happened.', nearest: [] }
  const none = found.none ?? (rows.length === 0 ? nowhere : null)
  return { asked: 'places', question, rows: shown, leftOff: rows.length - shown.length, none }
}
