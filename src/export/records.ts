import type { HeldDocument, HeldRecord, Ledger, WorldActor } from '../5-ledger/index.ts'
import type { None } from '../6-answer/answer.ts'
import { allRecords } from '../6-answer/gather.ts'
import { groupBy, unique } from '../6-answer/group.ts'
import type { Question } from '../6-answer/question.ts'
import { recordPages } from '../6-answer/records.ts'
import type { PlaceFinder } from '../model/index.ts'
import type { Format, Material, Setting } from './formats/format.ts'

export interface Exported {
  /** The file, piece by piece. */
  readonly text: AsyncIterable<string | Uint8Array>
  /** Records that the format cannot say, by the reason why; complete when the text is. */
  readonly leftOut: ReadonlyMap<string, number>
  /** The last write to the ledger that it knows of. */
  readonly at: string
}

/**
 * The records of a question in a format, as the ledger knew them at one moment; or why there are none. One row for each
 * source: records of one happening are never put together.
 */
export async function exportRecords(
  ledger: Ledger,
  format: Format,
  question: Question,
  finder: PlaceFinder,
): Promise<Exported | None> {
  const at = await ledger.newest(question.known)
  const then = at === null ? question : { ...question, known: at }
  const narrow = { kinds: format.kinds, ...(format.subtypes ? { subtypes: format.subtypes } : {}) }
  const pages = await recordPages(ledger, then, narrow)
  if ('code' in pages) {
    // Said of the question as it was asked, not of the moment that we fixed.
    const asked = await recordPages(ledger, question, narrow)
    return 'code' in asked ? asked : pages
  }
  const leftOut = new Map<string, number>()
  const leaveOut = (why: string): void => void leftOut.set(why, (leftOut.get(why) ?? 0) + 1)
  const setting = { at: at ?? '', locate: await locator(ledger, finder, at ?? undefined), leaveOut }
  return { text: format.write(materialOf(ledger, format, pages, setting.at), setting), leftOut, at: setting.at }
}

/** By whoever placed it, else by the gazetteer. */
async function locator(ledger: Ledger, finder: PlaceFinder, known?: string): Promise<Setting['locate']> {
  const byHand = new Map((await ledger.positions(known)).map(({ actor, position }) => [actor, position]))
  return (place) => {
    const names = [place.name, ...place.names.map((n) => n.name)]
    const listed = finder.find({ type: place.type, names, links: place.links })
    const hand = byHand.get(place.id)
    if (hand) return { ...hand, by: 'hand', country: listed?.country ?? null }
    return listed && { ...listed.position, by: listed.kind, country: listed.country }
  }
}

async function* materialOf(
  ledger: Ledger,
  { reports, beside }: Format,
  pages: AsyncIterable<readonly HeldRecord[]>,
  known: string,
): AsyncGenerator<Material> {
  const actors = new Map<string, WorldActor>()
  for await (const records of pages) {
    await meet(ledger, actors, records, known)
    const ids = unique(records.map((r) => r.citation.document))
    const documents = reports ? await ledger.documents({ ids, known, limit: ids.length }) : []
    const byId = new Map<string, HeldDocument>(documents.map((d) => [d.document, d]))
    const others = beside ? await allRecords(ledger, { documents: ids, kinds: beside, known }) : []
    const besides = groupBy(others, (r) => r.citation.document)
    yield {
      records,
      actorOf: (id) => actors.get(id),
      reportOf: (id) => byId.get(id),
      beside: (id) => besides.get(id) ?? [],
    }
  }
}

/** Looks up whom these records name and who was not met before. */
async function meet(
  ledger: Ledger,
  actors: Map<string, WorldActor>,
  records: readonly HeldRecord[],
  known: string,
): Promise<void> {
  const ids = unique(records.flatMap((r) => r.parts.map((p) => p.actor))).filter((id) => !actors.has(id))
  if (ids.length === 0) return
  for (const actor of await ledger.actors({ ids, known, limit: ids.length })) actors.set(actor.id, actor)
}
