import type { Reading, ReadoutRecord, Span } from '../../model/index.ts'

/** A stretch of the text over which the same records and actors lie. */
export interface Segment extends Span {
  /** Indexes of records, in the reading's order. */
  readonly records: readonly number[]
  /** Indexes of actors. */
  readonly actors: readonly number[]
}

/** The words that a record is shown on: what is said with its cue, the ends of a dependency, else the evidence. */
export function spansOfRecord(record: ReadoutRecord): readonly Span[] {
  if (record.kind === 'statement') return [...record.content, ...(record.cue ? [record.cue] : [])]
  if (record.kind === 'dependency') return [record.antecedent.text, record.consequent.text]
  return record.evidence
}

interface Edge {
  readonly at: number
  readonly opens: boolean
  readonly kind: 'record' | 'actor'
  readonly index: number
}

function edges(reading: Reading): Edge[] {
  const found: Edge[] = []
  const add = (span: Span, kind: Edge['kind'], index: number): void => {
    if (span.end <= span.start) return
    found.push({ at: span.start, opens: true, kind, index }, { at: span.end, opens: false, kind, index })
  }
  reading.records.forEach((record, index) => {
    for (const span of spansOfRecord(record)) add(span, 'record', index)
  })
  reading.actors.forEach((actor, index) => {
    for (const span of actor.mentions) add(span, 'actor', index)
  })
  return found.sort((a, b) => a.at - b.at)
}

/** Cuts `[from, to)` of the text wherever a record or a mention begins or ends. */
export function segmentText(reading: Reading): Segment[] {
  const open = { record: new Map<number, number>(), actor: new Map<number, number>() }
  const segments: Segment[] = []
  const present = (kind: Edge['kind']): number[] => [...open[kind].keys()].sort((a, b) => a - b)
  let at = 0
  const cutAt = (next: number): void => {
    if (next <= at) return
    segments.push({ start: at, end: next, records: present('record'), actors: present('actor') })
    at = next
  }
  for (const edge of edges(reading)) {
    cutAt(edge.at)
    const counts = open[edge.kind]
    const count = (counts.get(edge.index) ?? 0) + (edge.opens ? 1 : -1)
    if (count > 0) counts.set(edge.index, count)
    else counts.delete(edge.index)
  }
  cutAt(reading.document.text.length)
  return segments
}
