import type { Span } from './span.ts'

/** Something that covers stretches of text: a content, a clause. */
export interface Cover {
  readonly spans: readonly Span[]
}

/**
 * For each position, in ascending order, the index of the shortest cover that contains it, or -1. Linear in covers and
 * positions but for the sorting: one sweep with the covers that are open.
 */
export function innermost(covers: readonly Cover[], positions: readonly number[]): number[] {
  const length = covers.map(({ spans }) => spans.reduce((n, s) => n + s.end - s.start, 0))
  const starts = covers
    .flatMap(({ spans }, cover) => spans.map(({ start, end }) => ({ start, end, cover })))
    .sort((a, b) => a.start - b.start || length[b.cover]! - length[a.cover]! || a.cover - b.cover)
  // Those open, shortest last; one that is over goes when it comes to the end of the list.
  const open: { end: number; cover: number }[] = []
  const drop = (position: number): void => {
    while (open.length > 0 && open.at(-1)!.end <= position) open.pop()
  }
  let next = 0
  return positions.map((position) => {
    while (next < starts.length && starts[next]!.start <= position) {
      const entry = starts[next++]!
      drop(entry.start)
      let at = open.length
      while (at > 0 && length[open[at - 1]!.cover]! < length[entry.cover]!) at--
      open.splice(at, 0, entry)
    }
    drop(position)
    return open.at(-1)?.cover ?? -1
  })
}
