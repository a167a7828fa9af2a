import { spansOfRecord } from '../../../../src/export/html/segments.ts'
import { contains, type Reading, type ReadoutRecord, type Span } from '../../../../src/model/index.ts'

/** A stop on the way from the report to the words: whose word it stands on, where that is said, and what is said. */
export interface Station {
  readonly kind: 'report' | 'who' | 'cue' | 'words'
  readonly label: string
  /** Where in the text; the report itself, and somebody whom the text does not name, have no place. */
  readonly span: Span | null
}

const gap = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end)

/** The words that a record is about, the first stretch of them. */
export const firstWords = (record: ReadoutRecord): Span | null =>
  (record.kind === 'statement' ? record.content[0] : spansOfRecord(record)[0]) ?? record.evidence[0] ?? null

/** The mention nearest to a place; one inside the words that are said is nobody's who says them. */
function mentionOf(reading: Reading, actor: string, near: Span, said: readonly Span[]): Span | null {
  const mentions = reading.actors.find((a) => a.id === actor)?.mentions ?? []
  const outside = mentions.filter((mention) => !said.some((span) => contains(span, mention)))
  const among = outside.length > 0 ? outside : mentions
  return among.reduce<Span | null>((best, m) => (best && gap(best, near) <= gap(m, near) ? best : m), null)
}

/** The statement in which an actor says what holds these words: the one that says least besides. */
function sayingOf(reading: Reading, actor: string, words: Span) {
  const length = (spans: readonly Span[]): number => spans.reduce((n, s) => n + s.end - s.start, 0)
  return reading.records
    .flatMap((r) => (r.kind === 'statement' && r.speaker === actor ? [r] : []))
    .filter((r) => r.content.some((span) => span.start <= words.start && words.start < span.end))
    .sort((a, b) => length(a.content) - length(b.content))[0]
}

/** From the report through each source's mention and the word by which it tells, to the words. */
export function stationsOf(reading: Reading, voice: string, record: ReadoutRecord): readonly Station[] {
  const stations: Station[] = [{ kind: 'report', label: voice, span: null }]
  const words = firstWords(record)
  if (!words) return stations
  const nameOf = (id: string): string => reading.actors.find((actor) => actor.id === id)?.name ?? 'somebody'
  const says = (actor: string, cue: Span | null, said: readonly Span[]): void => {
    const who = { kind: 'who', label: nameOf(actor), span: mentionOf(reading, actor, cue ?? words, said) } as const
    if (!cue) stations.push(who)
    else {
      const by = { kind: 'cue', label: reading.document.text.slice(cue.start, cue.end), span: cue } as const
      // "According to the ministry", "the ministry said": as it stands in the text.
      stations.push(...(who.span && cue.start < who.span.start && cue.end <= words.start ? [by, who] : [who, by]))
    }
  }
  for (const source of record.sources) {
    const saying = sayingOf(reading, source, words)
    says(source, saying?.cue ?? null, saying?.content ?? [])
  }
  if (record.kind === 'statement') says(record.speaker, record.cue, record.content)
  stations.push({ kind: 'words', label: 'the words', span: words })
  return stations
}

const REACH = 400

/** Where the expression of time of a record stands: nearest to its words. */
export function timeSpan(reading: Reading, record: ReadoutRecord): Span | null {
  const written = record.time?.text
  const words = record.evidence[0]
  if (!written || !words) return null
  const { text } = reading.document
  let best: Span | null = null
  for (let at = text.indexOf(written, Math.max(0, words.start - REACH)); at >= 0; at = text.indexOf(written, at + 1)) {
    const span = { start: at, end: at + written.length }
    if (at > words.end + REACH) break
    if (!best || gap(span, words) < gap(best, words)) best = span
  }
  return best
}
