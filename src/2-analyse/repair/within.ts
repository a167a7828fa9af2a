import type { Token } from '../../model/analysis.ts'

/** The first token that ends after a place, from one before it on. */
export function tokenFrom(tokens: readonly Token[], from: number, position: number): number {
  let at = from
  while (at < tokens.length && tokens[at]!.end <= position) at++
  return at
}

/** The word of an expression that hangs on a word outside. */
export function headOf(tokens: readonly Token[], first: number, last: number): number | null {
  for (let at = first; at <= last; at++) {
    const { head } = tokens[at]!
    if (head < first || head > last) return at
  }
  return null
}
