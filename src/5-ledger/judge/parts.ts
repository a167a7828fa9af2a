import { ACTOR_TYPES, fold, PART_FIELDS, type Part, type ReadoutRecord, type Span } from '../../model/index.ts'
import type { Who } from '../index.ts'
import type { CorrectedActor, Correction } from '../judged.ts'
import { type Merges, mergesAt } from '../merges.ts'
import { readNames } from '../read/names.ts'
import type { RecordActorRow, RecordRow, Write } from '../schema.ts'
import { insert, OPEN } from '../store/rows.ts'
import { linkActors } from '../write/link-actors.ts'
import { mustExist } from './actors.ts'
import { refuse } from './rows.ts'

/** An actor of the record's reading, as a part of the record names him. */
type Named = Pick<RecordActorRow, 'reading_actor_id' | 'actor_id' | 'local' | 'name'> & { readonly mentions: number }

interface Judging {
  readonly judgement: string
  readonly who: Who
}

/** What the corrected actors of a record are found in. */
interface Scene extends Judging {
  readonly w: Write
  readonly row: RecordRow
  readonly merges: Merges
  /** How the reading names actors in the record now. */
  readonly own: ReadonlySet<string>
  /** All whom the record's reading names; whoever is put there goes in. */
  readonly named: Named[]
}

/** The names that an actor may have. */
const MOST_LETTERS = 300

/** The record's actors as corrected: all of them, since parts that are not corrected stay as they are. */
export async function correctParts(
  w: Write,
  row: RecordRow,
  before: readonly RecordActorRow[],
  actors: NonNullable<Correction['actors']>,
  judging: Judging,
): Promise<RecordActorRow[]> {
  const merges = await mergesAt(w, null, w.tx)
  const own = new Set(before.map((p) => p.local))
  const scene: Scene = { ...judging, w, row, merges, own, named: await namedIn(w, row) }
  const parts = before.filter(({ part }) => actors[part] === undefined)
  for (const [part, wanted] of Object.entries(actors) as [Part, readonly CorrectedActor[] | undefined][]) {
    if (wanted === undefined) continue
    checkCount(row, part, wanted.length)
    const found: Named[] = []
    for (const actor of wanted) {
      const named = await (typeof actor === 'string' ? byId(scene, actor) : byName(scene, actor))
      if (!found.some((one) => merges.canonical(one.actor_id) === merges.canonical(named.actor_id))) found.push(named)
    }
    parts.push(...found.map((named, position) => partRow(row, part, position, named)))
  }
  return parts
}

function checkCount({ kind }: RecordRow, part: Part, count: number): void {
  const takes = PART_FIELDS[kind][part]?.takes
  const known = Object.keys(PART_FIELDS[kind]).join(', ')
  if (takes === undefined) throw refuse(`records of kind ${kind} have no part "${part}": there are ${known}`)
  if ((takes === 'one' && count !== 1) || (takes === 'one or none' && count > 1))
    throw refuse(`the part "${part}" of ${kind} records takes ${takes}, not ${count}`)
}

const partRow = (row: RecordRow, part: Part, position: number, { mentions: _, ...named }: Named): RecordActorRow => ({
  ...named,
  ledger: row.ledger,
  record_id: row.record_id,
  part,
  position,
  kind: row.kind,
  subtype: row.subtype,
  day: row.day,
  recorded_at: row.recorded_at,
  retracted_at: null,
})

/** The record with its reading's names for these actors in its fields. */
export function withParts(record: ReadoutRecord, parts: readonly RecordActorRow[]): ReadoutRecord {
  const fields = Object.entries(PART_FIELDS[record.kind]).map(([part, { field, takes }]) => {
    const locals = parts.filter((p) => p.part === part).map((p) => p.local)
    return [field, takes === 'any' ? locals : (locals[0] ?? null)] as const
  })
  return { ...record, ...Object.fromEntries(fields) } as ReadoutRecord
}

async function namedIn(w: Write, { reading_id }: RecordRow): Promise<Named[]> {
  const rows = await w.tx
    .selectFrom('reading_actors as a')
    .innerJoin('actor_links as l', (on) =>
      on.onRef('l.ledger', '=', 'a.ledger').onRef('l.reading_actor_id', '=', 'a.reading_actor_id'),
    )
    .select(['a.reading_actor_id', 'a.local', 'a.name', 'a.mentions', 'l.actor_id'])
    .where('a.ledger', '=', w.ledger)
    .where('a.reading_id', '=', reading_id)
    .where('l.retracted_at', '=', OPEN)
    .orderBy('a.reading_actor_id')
    .execute()
  return rows.map((row) => ({ ...row, mentions: row.mentions.length }))
}

/** As the report names him: as the record did, or else as it does most often; put there by hand where it does not. */
async function byId(scene: Scene, actor: string): Promise<Named> {
  const { w, row, merges, own, named, judgement, who } = scene
  const type = await mustExist(w, actor)
  const [there] = named
    .filter((one) => merges.canonical(one.actor_id) === merges.canonical(actor))
    .sort((a, b) => Number(own.has(b.local)) - Number(own.has(a.local)) || b.mentions - a.mentions)
  if (there) return there
  const [called] = await readNames({ ...w, db: w.tx }, [actor])
  const id = w.uuid()
  const name = called?.name ?? actor
  const mentions = await mentionsOf(w, row, name)
  const place = { reading_actor_id: id, document_id: row.document_id }
  await insert(w, 'reading_actors', [
    { ...place, reading_id: row.reading_id, local: id, name, type, aliases: [], mentions, links: {} },
  ])
  const reason = { code: 'by-hand', text: `by ${who.by}: ${who.why}` }
  await insert(w, 'actor_links', [
    { ...place, link_id: w.uuid(), actor_id: actor, name, reason, judgement_id: judgement },
  ])
  return put(scene, { reading_actor_id: id, actor_id: actor, local: id, name, mentions: mentions.length })
}

/** One whom the reader did not find: linked to the world's as any other is. */
async function byName(scene: Scene, actor: Exclude<CorrectedActor, string>): Promise<Named> {
  const { w, row, merges, named, judgement } = scene
  const name = actor.name.trim()
  if (fold(name) === '' || name.length > MOST_LETTERS)
    throw refuse(`the name of an actor has letters, at most ${MOST_LETTERS}`)
  if (!ACTOR_TYPES.includes(actor.type))
    throw refuse(`there is no actor of type "${actor.type}": it is one of ${ACTOR_TYPES.join(', ')}`)
  const there = named.find((one) => fold(one.name) === fold(name))
  if (there) return there
  const id = w.uuid()
  const mentions = await mentionsOf(w, row, name)
  const home = { document: row.document_id, reading: row.reading_id, judgement }
  const one = { id, name, type: actor.type, aliases: [], mentions }
  const { readingActor, actor: to } = (await linkActors(w, { actors: [one] }, home, merges, true)).get(id)!
  return put(scene, { reading_actor_id: readingActor, actor_id: to, local: id, name, mentions: mentions.length })
}

function put({ named }: Scene, one: Named): Named {
  named.push(one)
  return one
}

/** Where a name stands as words of its own in the text that was read. */
async function mentionsOf(w: Write, { reading_id }: RecordRow, name: string): Promise<Span[]> {
  const read = await w.tx
    .selectFrom('readings as g')
    .innerJoin('versions as v', (on) =>
      on.onRef('v.ledger', '=', 'g.ledger').onRef('v.version_id', '=', 'g.version_id'),
    )
    .select('v.text')
    .where('g.ledger', '=', w.ledger)
    .where('g.reading_id', '=', reading_id)
    .executeTakeFirst()
  const text = read?.text ?? ''
  const letter = /[\p{L}\p{N}]/u
  const spans: Span[] = []
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length
    if (!letter.test(text[start - 1] ?? '') && !letter.test(text[end] ?? '')) spans.push({ start, end })
  }
  return spans
}
