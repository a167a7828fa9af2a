import { lowerBound } from './lower-bound.ts'

/** A stretch of the document's text: `[start, end)` in UTF-16 code units; `text.slice(start, end)` gives the words. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
export const words = (text: string, span: Span): string => text.slice(span.start, span.end)
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** Index of the first span that ends after a place; of spans in text order that do not overlap. */
export const firstEndingAfter = (spans: readonly Span[], place: number): number =>
  lowerBound(spans, ({ end }) => end <= place)
