import type { Match, Part, ResolvedRecord } from '../model/index.ts'

const DAY_MS = 86_400_000

/** Days from the end of the one to the start of the other; 0 where they overlap; null where one is not dated. */
export function daysApart(a: ResolvedRecord, b: ResolvedRecord): number | null {
  const [a0, a1] = [a.start ?? a.end, a.end ?? a.start]
  const [b0, b1] = [b.start ?? b.end, b.end ?? b.start]
  if (!a0 || !a1 || !b0 || !b1) return null
  if (a0 <= b1 && b0 <= a1) return 0
  return Math.round((a1 < b0 ? Date.parse(b0) - Date.parse(a1) : Date.parse(a0) - Date.parse(b1)) / DAY_MS)
}

/** Days between two publications; null where one is unknown. */
const reportsApart = (a: ResolvedRecord, b: ResolvedRecord): number | null =>
  a.publishedOn && b.publishedOn ? Math.abs(Date.parse(a.publishedOn) - Date.parse(b.publishedOn)) / DAY_MS : null

export const inPart = (record: ResolvedRecord, part: Part): readonly string[] => record.actors[part] ?? []

export const share = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id))

/** Nobody named on one side, or somebody named on both. */
const agree = (a: readonly string[], b: readonly string[]): boolean => a.length === 0 || b.length === 0 || share(a, b)

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** Reports of a happening that none dates are of one happening when they appear this close. */
const SAME_NEWS_DAYS = 2

export function sameTime(a: ResolvedRecord, b: ResolvedRecord): string | null {
  const apart = daysApart(a, b)
  if (apart === 0) return a.start === b.start && a.end === b.end ? `on ${a.start ?? a.end}` : 'in the same days'
  if (apart !== null) return null
  const reports = reportsApart(a, b)
  return reports !== null && reports <= SAME_NEWS_DAYS ? `reported within ${SAME_NEWS_DAYS} days` : null
}

/** Both sides of an event, either way round where they act together ("Arendia met Borland"). */
function sameSides(a: ResolvedRecord, b: ResolvedRecord): boolean {
  const straight =
    share(inPart(a, 'actor'), inPart(b, 'actor')) && agree(inPart(a, 'recipient'), inPart(b, 'recipient'))
  const both = (r: ResolvedRecord): string[] => [...inPart(r, 'actor'), ...inPart(r, 'recipient')]
  const together = a.subtype === 'CONSULT' || a.subtype === 'AGREE' || a.subtype === 'COOPERATE'
  return (
    straight ||
    (together && both(a).length > 1 && both(b).length > 1 && both(a).filter((id) => both(b).includes(id)).length > 1)
  )
}

const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])

/** Part of the shorter one's words that the other has too. */
export function wordsShared(a: string, b: string): number {
  const [x, y] = [words(a), words(b)]
  const least = Math.min(x.size, y.size)
  return least === 0 ? 0 : [...x].filter((w) => y.has(w)).length / least
}

const SAME_WORDS = 0.6

/** What makes two records tell one thing, or null. Polarity and figures must agree: where they do not, it is a conflict. */
function sameMatter(a: ResolvedRecord, b: ResolvedRecord): string | null {
  switch (a.kind) {
    case 'event': {
      if (a.subtype !== b.subtype || !sameSides(a, b)) return null
      const when = sameTime(a, b)
      return when && `same kind of event between the same, ${when}`
    }
    case 'relation':
      return sameRelation(a, b)
    case 'agreement':
      return a.subtype === b.subtype && sameAgreement(a, b) ? 'same agreement with the same status' : null
    case 'estimate':
      return sameCount(a, b) && a.low === b.low && a.high === b.high ? 'same figure for the same' : null
    case 'statement': {
      if (!share(inPart(a, 'speaker'), inPart(b, 'speaker')) || wordsShared(a.words, b.words) < SAME_WORDS) return null
      const when = sameTime(a, b)
      return when && `same speaker and much the same words, ${when}`
    }
    case 'dependency':
      return null
  }
}

function sameRelation(a: ResolvedRecord, b: ResolvedRecord): string | null {
  if (a.subtype !== b.subtype || a.ended !== b.ended || a.label !== b.label) return null
  if (!share(inPart(a, 'subject'), inPart(b, 'subject')) || !sameSet(inPart(a, 'object'), inPart(b, 'object')))
    return null
  const apart = daysApart(a, b)
  if (apart !== null && apart > 0) return null
  return `same relation between the same${apart === 0 ? ', over the same time' : ''}`
}

export function sameAgreement(a: ResolvedRecord, b: ResolvedRecord): boolean {
  const parties = inPart(a, 'party').filter((id) => inPart(b, 'party').includes(id)).length
  return parties > 0 && (a.label === b.label || (parties > 1 && wordsShared(a.label, b.label) >= SAME_WORDS))
}

/** The same measure of the same actor, of the same days. */
export const sameCount = (a: ResolvedRecord, b: ResolvedRecord): boolean =>
  a.label === b.label && share(inPart(a, 'of'), inPart(b, 'of')) && sameTime(a, b) !== null

/** The record that tells the same happening or fact, the earliest if several do. */
export function match(record: ResolvedRecord, among: readonly ResolvedRecord[]): Match | null {
  const sorted = [...among].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const other of sorted) {
    if (other.kind !== record.kind || other.polarity !== record.polarity || other.realis !== record.realis) continue
    const text = sameMatter(other, record)
    if (text !== null) return { record: other.id, reason: { code: `same-${record.kind}`, text } }
  }
  return null
}
