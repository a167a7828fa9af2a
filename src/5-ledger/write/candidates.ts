import type { Part, RecordKind, ResolvedRecord } from '../../model/index.ts'
import type { Merges } from '../merges.ts'
import type { RecordActorRow, RecordRow, Write } from '../schema.ts'
import { OPEN } from '../store/rows.ts'
import { uuids } from '../store/select.ts'

/** Two reports of one happening are looked for among those this many days apart; what holds over time has no window. */
const WINDOW_DAYS: Readonly<Record<RecordKind, number | null>> = {
  event: 14,
  statement: 7,
  estimate: 60,
  dependency: 14,
  relation: null,
  agreement: null,
}
/** Kinds whose subtype differs between reports of one thing: an agreement's status is its history. */
const ANY_SUBTYPE: readonly RecordKind[] = ['agreement']
/** Newest first: of an actor with more than these the oldest are not compared. */
const MOST = 400
const ASIDE: readonly Part[] = ['source', 'place', 'hearer', 'orderedBy']

type Row = Omit<
  RecordRow,
  'payload' | 'valid_from' | 'valid_to' | 'day' | 'recorded_at' | 'retracted_at' | 'ledger'
> & {
  readonly valid_from: string | null
  readonly valid_to: string | null
}

export function toResolved(
  row: Row,
  parts: readonly Pick<RecordActorRow, 'part' | 'actor_id'>[],
  merges: Merges,
): ResolvedRecord {
  const actors: Partial<Record<Part, string[]>> = {}
  for (const { part, actor_id } of parts) actors[part] = [...(actors[part] ?? []), merges.canonical(actor_id)]
  const finite = (day: string | null): string | null => (day === null || day.endsWith('infinity') ? null : day)
  return {
    id: row.record_id,
    document: row.document_id,
    kind: row.kind,
    subtype: row.subtype,
    polarity: row.polarity,
    certainty: row.certainty,
    realis: row.realis,
    start: finite(row.valid_from),
    end: finite(row.valid_to),
    publishedOn: row.published_on,
    actors,
    label: row.label,
    low: row.low,
    high: row.high,
    ended: row.ended,
    words: row.words,
  }
}

interface Wanted {
  readonly kind: RecordKind
  readonly subtype: string | null
  readonly actors: Set<string>
  from: string
  to: string
}

/** One question for each kind and subtype among the new records. */
function questionsFor(records: readonly ResolvedRecord[], merges: Merges): Wanted[] {
  const wanted = new Map<string, Wanted>()
  for (const record of records) {
    const subtype = ANY_SUBTYPE.includes(record.kind) ? null : record.subtype
    const key = `${record.kind} ${subtype}`
    const day = record.start ?? record.end ?? record.publishedOn ?? ''
    const entry = wanted.get(key) ?? { kind: record.kind, subtype, actors: new Set<string>(), from: day, to: day }
    wanted.set(key, entry)
    if (day !== '' && (entry.from === '' || day < entry.from)) entry.from = day
    if (day > entry.to) entry.to = day
    for (const [part, ids] of Object.entries(record.actors))
      if (!ASIDE.includes(part as Part))
        for (const id of ids) for (const member of merges.family(id)) entry.actors.add(member)
  }
  return [...wanted.values()].filter(({ actors }) => actors.size > 0)
}

const DAY_MS = 86_400_000
const shift = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

async function idsFor({ kind, subtype, actors, from, to }: Wanted, { tx, ledger }: Write): Promise<string[]> {
  let query = tx
    .selectFrom('record_actors')
    .select(['record_id', 'day'])
    .distinct()
    .where('ledger', '=', ledger)
    .where('actor_id', 'in', [...actors])
    .where('kind', '=', kind)
    .where('part', 'not in', ASIDE)
    .where('retracted_at', '=', OPEN)
  if (subtype !== null) query = query.where('subtype', '=', subtype)
  const days = WINDOW_DAYS[kind]
  if (days !== null && from !== '')
    query = query.where('day', '>=', shift(from, -days)).where('day', '<=', shift(to, days))
  const rows = await query.orderBy('day', 'desc').orderBy('record_id').limit(MOST).execute()
  return rows.map((row) => row.record_id)
}

/** Open records of other documents that share a kind and an actor with the new ones, near in time. */
export async function candidatesFor(
  w: Write,
  document: string,
  records: readonly ResolvedRecord[],
  merges: Merges,
): Promise<ResolvedRecord[]> {
  const ids = new Set<string>()
  for (const wanted of questionsFor(records, merges)) for (const id of await idsFor(wanted, w)) ids.add(id)
  return resolvedRecords(w, [...ids], merges, document)
}

export async function resolvedRecords(
  { tx, ledger }: Pick<Write, 'tx' | 'ledger'>,
  ids: readonly string[],
  merges: Merges,
  without = '',
): Promise<ResolvedRecord[]> {
  if (ids.length === 0) return []
  let query = tx
    .selectFrom('records')
    .selectAll()
    .where('ledger', '=', ledger)
    .where('record_id', '=', uuids(ids))
    .where('retracted_at', '=', OPEN)
  if (without !== '') query = query.where('document_id', '<>', without)
  const rows = await query.orderBy('record_id').execute()
  const parts = await tx
    .selectFrom('record_actors')
    .select(['record_id', 'part', 'position', 'actor_id'])
    .where('ledger', '=', ledger)
    .where('record_id', '=', uuids(rows.map((r) => r.record_id)))
    .where('retracted_at', '=', OPEN)
    .orderBy('record_id')
    .orderBy('part')
    .orderBy('position')
    .execute()
  const of = new Map<string, (typeof parts)[number][]>()
  for (const part of parts) of.set(part.record_id, [...(of.get(part.record_id) ?? []), part])
  return rows.map((row) => toResolved(row, of.get(row.record_id) ?? [], merges))
}
