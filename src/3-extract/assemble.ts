import { lowerBound } from '../model/lower-bound.ts'
import type { ReadoutRecord, RecordKind, Time } from '../model/records.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { DependencyDraft, Draft, Grounds } from './draft.ts'

const KIND_ORDER: Readonly<Record<RecordKind, number>> = {
  statement: 0,
  event: 1,
  relation: 2,
  agreement: 3,
  dependency: 4,
  estimate: 5,
}

const spanKey = (spans: readonly Span[]): string => spans.map((s) => `${s.start}-${s.end}`).join(',')
const setKey = (ids: readonly string[]): string => [...ids].sort().join(',')

/** What makes two records the same fact, their sources and times aside. */
function factKey(draft: Draft): string {
  const standing = `${draft.polarity}|${draft.realis}`
  switch (draft.kind) {
    case 'statement':
      return `${draft.speaker}|${spanKey(draft.content)}`
    case 'event':
      return `${draft.type}|${setKey(draft.actors)}|${setKey(draft.recipients)}|${draft.rule}|${standing}`
    case 'relation':
      return `${draft.predicate}|${draft.subject}|${draft.object}|${(draft.role ?? '').toLowerCase()}|${draft.ended}|${standing}`
    case 'agreement':
      return `${draft.name.toLowerCase()}|${setKey(draft.parties)}|${draft.status}|${standing}`
    case 'dependency':
      return `${draft.relation}|${spanKey([draft.antecedent.text, draft.consequent.text])}|${standing}`
    case 'estimate':
      return `${draft.of}|${draft.measure.toLowerCase()}|${draft.low}|${draft.high}|${draft.place}|${standing}`
  }
}

const timeKey = (time: Time | null): string =>
  time ? `${time.start}/${time.end}/${time.start || time.end ? '' : time.text}` : ''

/** Joins drafts of the same fact from the same sources; a record without a time joins one that has it. */
function joinSame(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  const byKey = new Map<string, number[]>()
  for (const draft of drafts) {
    const key = `${draft.kind}|${factKey(draft)}|${draft.sources.join('>')}`
    const time = timeKey(draft.time)
    const rivals = byKey.get(key) ?? []
    const same = rivals.find((at) => time === '' || kept[at]!.time === null || timeKey(kept[at]!.time) === time)
    if (same === undefined) {
      byKey.set(key, [...rivals, kept.push(draft) - 1])
    } else kept[same] = joined(kept[same]!, draft)
  }
  return kept
}

function joined(first: Draft, later: Draft): Draft {
  const evidence = [...first.evidence]
  for (const span of later.evidence) if (!evidence.some((e) => overlaps(e, span))) evidence.push(span)
  const { time, place, score = 0 } = first
  return {
    ...first,
    evidence,
    time: time ?? later.time,
    place: place ?? later.place,
    score: Math.max(score, later.score ?? 0),
  } as Draft
}

/** Links each later record of a fact to the one that stands first. */
function withSameAs(records: readonly ReadoutRecord[]): ReadoutRecord[] {
  const first = new Map<string, string>()
  return records.map((record) => {
    const key = `${record.kind}|${factKey(record as Draft)}`
    const id = first.get(key)
    if (id !== undefined) return { ...record, sameAs: id }
    first.set(key, record.id)
    return record
  })
}

const share = (a: Span, b: Span): number => {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return both <= 0 ? 0 : (2 * both) / (a.end - a.start + b.end - b.start)
}

/** The record that an end of a dependency is: the one whose words are most nearly the same. */
function recordOf(text: Span, candidates: readonly ReadoutRecord[]): string | undefined {
  let best: { id: string; share: number } | undefined
  for (const record of candidates) {
    for (const evidence of record.evidence) {
      const value = share(text, evidence)
      if (value >= 0.5 && (!best || value > best.share)) best = { id: record.id, share: value }
    }
  }
  return best?.id
}

function withEnds(record: ReadoutRecord, candidates: readonly ReadoutRecord[]): ReadoutRecord {
  if (record.kind !== 'dependency') return record
  const end = (side: DependencyDraft['antecedent']) => {
    const id = recordOf(side.text, candidates)
    return id === undefined ? side : { ...side, record: id }
  }
  return { ...record, antecedent: end(record.antecedent), consequent: end(record.consequent) }
}

export interface Assembled {
  readonly records: readonly ReadoutRecord[]
  /** By the id of the record. */
  readonly grounds: ReadonlyMap<string, Grounds>
}

/** Joins what is said twice, puts the records into text order, numbers them, and ties them to each other. */
export function assemble(drafts: readonly Draft[]): Assembled {
  const start = (draft: Draft): number => draft.evidence[0]?.start ?? 0
  const inOrder = [...joinSame(drafts)].sort((a, b) => start(a) - start(b) || KIND_ORDER[a.kind] - KIND_ORDER[b.kind])
  const idOf = (index: number): string => `r${index + 1}`
  const numbered = inOrder.map(
    ({ at: _at, grounds: _grounds, ...draft }, index) => ({ id: idOf(index), ...draft }) as ReadoutRecord,
  )
  const grounds = new Map(inOrder.flatMap((draft, index) => (draft.grounds ? [[idOf(index), draft.grounds]] : [])))
  const tied = withSameAs(numbered)
  const candidates = tied.filter((r) => r.kind === 'event' || r.kind === 'relation' || r.kind === 'agreement')
  return { records: tied.map((record) => withEnds(record, nearby(record, candidates))), grounds }
}

/** How far back the first evidence of a record may begin that is one end of a dependency. */
const REACH = 3000

/** Records stand in the order of their first evidence: only those that begin near the dependency can be its ends. */
function nearby(record: ReadoutRecord, candidates: readonly ReadoutRecord[]): readonly ReadoutRecord[] {
  if (record.kind !== 'dependency') return []
  const from = Math.min(record.antecedent.text.start, record.consequent.text.start) - REACH
  const to = Math.max(record.antecedent.text.end, record.consequent.text.end)
  const start = ({ evidence }: ReadoutRecord): number => evidence[0]?.start ?? 0
  const near: ReadoutRecord[] = []
  const first = lowerBound(candidates, (candidate) => start(candidate) < from)
  for (let at = first; at < candidates.length && start(candidates[at]!) < to; at++) near.push(candidates[at]!)
  return near
}
