import type { Contradiction, HeldRecord, Ledger } from '../5-ledger/index.ts'
import type { ContradictionType } from '../model/index.ts'
import type { Answer, Cited, When } from './answer.ts'
import { cite, compare, whenOf } from './cite.ts'
import { actorIds, finish, narrowing, unanswered } from './gather.ts'
import type { Question } from './question.ts'

/** One side of a disagreement: the words, whose, in which report. */
export interface Side {
  readonly record: string
  readonly kind: string
  readonly subtype: string
  readonly when: When
  readonly citation: Cited
}

/** Two reports of one thing that cannot both be right, or a figure that its own later report revises. */
export interface Disagreement {
  readonly id: string
  readonly kind: Contradiction['kind']
  readonly type: ContradictionType
  readonly earlier: Side
  readonly later: Side
  readonly reason: string
  readonly recordedAt: string
  readonly citations: readonly Cited[]
}

export interface DisagreementOptions {
  readonly types?: readonly ContradictionType[]
  /** Revisions too. Default false: a revision is no disagreement. */
  readonly revisions?: boolean
}

const side = (record: HeldRecord): Side => ({
  record: record.id,
  kind: record.kind,
  subtype: record.subtype,
  when: whenOf(record),
  citation: cite(record),
})

export function disagreement({ id, kind, type, earlier, later, reason, recordedAt }: Contradiction): Disagreement {
  const sides = { earlier: side(earlier), later: side(later) }
  return {
    id,
    kind,
    type,
    ...sides,
    reason: reason.text,
    recordedAt,
    citations: [sides.earlier.citation, sides.later.citation],
  }
}

const onWordOf = (record: HeldRecord, sources: readonly string[], ids: readonly string[]): boolean =>
  sources.includes(record.citation.publisher?.toLowerCase() ?? '') ||
  record.parts.some((p) => p.part === 'source' && ids.includes(p.actor))

/** Where reports contradict each other, by type, with both sides' words. */
export async function disagreements(
  ledger: Ledger,
  question: Question = {},
  options: DisagreementOptions = {},
): Promise<Answer<Disagreement>> {
  const asked = 'disagreements'
  const about = await actorIds(ledger, question.about ?? [], question)
  if ('code' in about) return unanswered(asked, question, about)
  const held = await ledger.contradictions({ ...narrowing(question), ...(about.length > 0 ? { actors: about } : {}) })
  const sources = question.sources?.map((s) => s.toLowerCase())
  const sourceIds = (await Promise.all((question.sources ?? []).map((s) => actorIds(ledger, [s], question)))).flatMap(
    (ids) => ('code' in ids ? [] : ids),
  )
  const rows = held
    .filter((c) => options.revisions || c.kind === 'contradiction')
    .filter((c) => options.types === undefined || options.types.includes(c.type))
    .filter((c) => !sources || [c.earlier, c.later].some((r) => onWordOf(r, sources, sourceIds)))
    .map(disagreement)
    .sort((a, b) => compare(a.later.when.publishedOn ?? '', b.later.when.publishedOn ?? '') || compare(a.id, b.id))
  return finish(ledger, asked, question, rows)
}
