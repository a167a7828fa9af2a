import type { HeldRecord, Ledger } from '../5-ledger/index.ts'
import { fold } from '../model/index.ts'
import type { Answer, Cited, Named, Standing, When } from './answer.ts'
import { cite, compare, dayOf, idsOf, oneLine, partsOf, standingOf, whenOf } from './cite.ts'
import { answer, type Gathered } from './gather.ts'
import { groupBy } from './group.ts'
import { knownThen } from './names.ts'
import type { Question } from './question.ts'

/** One source's figure on one day. */
export interface Figure extends Standing {
  readonly record: string
  readonly low: number | null
  readonly high: number | null
  readonly approximate: boolean
  readonly when: When
  /** Whose figure: the innermost of the chain, else the publisher. */
  readonly source: string
  /** The innermost of the chain, or null where the report says it in its own voice. */
  readonly actor: Named | null
  /** Records of the figures that this one revises. */
  readonly revises: readonly string[]
  readonly citations: readonly Cited[]
}

/** All figures of one thing, in order of time. */
export interface Series {
  readonly of: Named | null
  readonly measure: string
  readonly unit: string | null
  readonly figures: readonly Figure[]
}

export interface EstimateOptions {
  /** Part of the measure: "killed". */
  readonly measure?: string
}

/** "fighter" and "fighters" are one measure. */
const measureKey = (record: HeldRecord): string => {
  if (record.record.kind !== 'estimate') return ''
  return fold(record.record.measure).replace(/s$/, '')
}

const isDescription = (name: string): boolean => !/\p{Lu}|\d/u.test(name.replace(/^(?:the|a|an)\s+/i, ''))

/** "Soldiers" are nobody by themselves: of two reports they are taken for the same where the reports are near in time. */
const keyOf = (record: HeldRecord): string => {
  const unit = record.record.kind === 'estimate' ? fold(record.record.unit ?? '') : ''
  const [of] = partsOf(record, 'of')
  const counted = of && isDescription(of.name) ? fold(of.name) : (of?.actor ?? '')
  return [counted, measureKey(record), unit].join('|')
}

const NEAR_DAYS = 14
const DAY_MS = 86_400_000

/** Figures of what only a description names, divided where no report for two weeks gave one. */
function nearInTime(records: readonly HeldRecord[]): HeldRecord[][] {
  const [of] = partsOf(records[0]!, 'of')
  if (of && !isDescription(of.name)) return [[...records]]
  const groups: HeldRecord[][] = []
  for (const record of [...records].sort((a, b) => compare(a.publishedOn ?? '', b.publishedOn ?? ''))) {
    const last = groups.at(-1)?.at(-1)
    const apart = (Date.parse(record.publishedOn ?? '') - Date.parse(last?.publishedOn ?? '')) / DAY_MS
    if (last && (apart <= NEAR_DAYS || (!record.publishedOn && !last.publishedOn))) groups.at(-1)!.push(record)
    else groups.push([record])
  }
  return groups
}

function figure(record: HeldRecord, revisions: ReadonlyMap<string, readonly string[]>, { nameOf }: Gathered): Figure {
  if (record.record.kind !== 'estimate') throw new TypeError(`record ${record.id} is no estimate`)
  const { low, high, approximate } = record.record
  const innermost = partsOf(record, 'source').at(-1)
  return {
    record: record.id,
    low,
    high,
    approximate,
    when: whenOf(record),
    source: innermost?.name ?? record.citation.publisher ?? record.citation.title ?? '',
    actor: innermost ? nameOf(innermost.actor) : null,
    revises: revisions.get(record.id) ?? [],
    ...standingOf(record),
    citations: [cite(record)],
  }
}

const byDay = (a: HeldRecord, b: HeldRecord): number =>
  compare(dayOf(a), dayOf(b)) || compare(a.publishedOn ?? '', b.publishedOn ?? '') || compare(a.id, b.id)

function series(
  records: readonly HeldRecord[],
  revisions: ReadonlyMap<string, readonly string[]>,
  gathered: Gathered,
): Series {
  const first = records[0]!
  if (first.record.kind !== 'estimate') throw new TypeError(`record ${first.id} is no estimate`)
  const [of] = idsOf(first, 'of')
  return {
    of: of === undefined ? null : gathered.nameOf(of),
    measure: oneLine(first.record.measure),
    unit: first.record.unit,
    figures: [...records].sort(byDay).map((r) => figure(r, revisions, gathered)),
  }
}

export async function seriesOf(gathered: Gathered): Promise<Series[]> {
  const { ledger, question } = gathered
  const held = gathered.records.filter((r) => r.kind === 'estimate')
  const known = knownThen(question)
  const revised =
    held.length === 0
      ? []
      : (await ledger.contradictions({ ids: held.map((r) => r.id), ...known })).filter((c) => c.kind === 'revision')
  const revisions = new Map(
    [...groupBy(revised, (c) => c.later.id)].map(([id, list]) => [id, list.map((c) => c.earlier.id)]),
  )
  const rows = [...groupBy(held, keyOf).values()]
    .flatMap(nearInTime)
    .map((records) => series(records, revisions, gathered))
  return rows.sort(
    (a, b) =>
      b.figures.length - a.figures.length ||
      compare(a.of?.name ?? '~', b.of?.name ?? '~') ||
      compare(a.measure, b.measure),
  )
}

/** How many, by whose count, over time: no figure replaces another. */
export function estimates(
  ledger: Ledger,
  question: Question = {},
  options: EstimateOptions = {},
): Promise<Answer<Series>> {
  const measure = options.measure === undefined ? undefined : fold(options.measure)
  return answer(ledger, 'estimates', question, { kinds: ['estimate'] }, async (gathered) => {
    const all = await seriesOf(gathered)
    return measure === undefined ? all : all.filter((s) => fold(s.measure).includes(measure))
  })
}
