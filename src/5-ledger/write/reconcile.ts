import type { Merges } from '../merges.ts'
import type { RecordRow, Spans, Write } from '../schema.ts'
import type { Linked } from './link-actors.ts'
import type { NewRecord } from './record-rows.ts'

type Held = Pick<RecordRow, 'record_id' | 'recorded_at' | 'retracted_why' | 'words' | 'signature' | 'review'> & {
  readonly open: boolean
  readonly spans: Spans
  readonly actors: ReadonlySet<string>
}

/** What becomes of the records that the document's former readings left, and of those of the new one. */
export interface Reconciled {
  /** New record (its id in the reading) → the held record that it is. */
  readonly same: ReadonlyMap<string, string>
  /** Held records that go on, with their spans in the new text. */
  readonly kept: readonly { readonly record: string; readonly spans: Spans }[]
  readonly retracted: readonly { readonly record: string; readonly recordedAt: string; readonly why: string }[]
}

/** Found again by what is said, word for word, and by whom it is about; each held record once. */
export function reconcile(
  fresh: readonly NewRecord[],
  held: readonly Held[],
  actorsOf: (record: NewRecord) => ReadonlySet<string>,
  text: string,
): Reconciled {
  const bySignature = new Map<string, Held[]>()
  for (const h of held) bySignature.set(h.signature, [...(bySignature.get(h.signature) ?? []), h])
  const same = new Map<string, string>()
  const kept: { record: string; spans: Spans }[] = []
  const used = new Set<string>()
  for (const record of fresh) {
    const actors = actorsOf(record)
    const shared = (h: Held): number => [...actors].filter((a) => h.actors.has(a)).length
    const found = (bySignature.get(record.row.signature) ?? [])
      .filter((h) => !used.has(h.record_id) && (shared(h) > 0 || (actors.size === 0 && h.actors.size === 0)))
      .sort((a, b) => Number(b.open) - Number(a.open) || shared(b) - shared(a) || a.actors.size - b.actors.size)[0]
    if (!found) continue
    used.add(found.record_id)
    same.set(record.local, found.record_id)
    if (found.open) kept.push({ record: found.record_id, spans: record.spans })
  }
  const retracted: { record: string; recordedAt: string; why: string }[] = []
  for (const h of held.filter((x) => x.open && !used.has(x.record_id))) {
    const spans = findSpans(h.spans, text)
    // What people accepted or corrected stays as long as its words do.
    if (spans && h.review !== 'proposed') kept.push({ record: h.record_id, spans })
    else
      retracted.push({
        record: h.record_id,
        recordedAt: h.recorded_at,
        why: spans ? 'read otherwise' : 'sentence gone',
      })
  }
  return { same, kept, retracted }
}

/** The spans' words in another text, or null where the evidence is gone. */
export function findSpans(spans: Spans, text: string): Spans | null {
  const found: Record<string, (readonly [number, number, string])[]> = {}
  let near = 0
  for (const [field, list] of Object.entries(spans)) {
    for (const [, , words] of list) {
      const after = text.indexOf(words, near)
      const start = after >= 0 ? after : text.indexOf(words)
      if (start < 0 && field === 'evidence') return null
      if (start < 0) continue
      if (field === 'evidence') near = start
      found[field] = [...(found[field] ?? []), [start, start + words.length, words]]
    }
  }
  return found
}

/** The document's open records, and those that people rejected: a new reading does not bring them back. */
export async function heldOf(write: Write, document: string, merges: Merges): Promise<readonly Held[]> {
  const { tx, ledger } = write
  const all = await tx
    .selectFrom('records')
    .select(['record_id', 'recorded_at', 'retracted_at', 'retracted_why', 'words', 'signature', 'review'])
    .where('ledger', '=', ledger)
    .where('document_id', '=', document)
    .orderBy('record_id')
    .orderBy('recorded_at')
    .execute()
  // The last row of each record tells how it stands.
  const rows = [...new Map(all.map((row) => [row.record_id, row])).values()].filter(
    (row) => row.retracted_at === null || /^(rejected|withdrawn)/.test(row.retracted_why ?? ''),
  )
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.record_id)
  // Those before a correction too: the same reader reads them again.
  const actors = await tx
    .selectFrom('record_actors')
    .select(['record_id', 'actor_id'])
    .where('ledger', '=', ledger)
    .where('record_id', 'in', ids)
    .execute()
  const anchors = await tx
    .selectFrom('anchors')
    .select(['record_id', 'spans'])
    .where('ledger', '=', ledger)
    .where('record_id', 'in', ids)
    .orderBy('version')
    .execute()
  const spans = new Map(anchors.map((a) => [a.record_id, a.spans]))
  const actorSets = new Map<string, Set<string>>()
  for (const { record_id, actor_id } of actors)
    actorSets.set(record_id, (actorSets.get(record_id) ?? new Set()).add(merges.canonical(actor_id)))
  return rows.map((r) => ({
    ...r,
    open: r.retracted_at === null,
    spans: spans.get(r.record_id) ?? {},
    actors: actorSets.get(r.record_id) ?? new Set(),
  }))
}

export const actorSet = (record: NewRecord, linked: ReadonlyMap<string, Linked>, merges: Merges): ReadonlySet<string> =>
  new Set(
    record.parts
      .map((p) => linked.get(p.local))
      .filter((l) => l !== undefined)
      .map((l) => merges.canonical(l.actor)),
  )
