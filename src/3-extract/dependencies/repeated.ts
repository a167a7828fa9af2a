import { overlaps, type Span } from '../../model/span.ts'
import type { Tie } from './tie.ts'

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** "As a result of the raid": the phrase and its noun state one tie. One end is the same, the other has words in common. */
const repeats = (a: Tie, b: Tie): boolean =>
  a.relation === b.relation &&
  (isSame(a.antecedent, b.antecedent)
    ? overlaps(a.consequent, b.consequent)
    : isSame(a.consequent, b.consequent) && overlaps(a.antecedent, b.antecedent))

/** Of ties that say the same in other cuts, the first; only those that begin in the same place are compared. */
export function dropRepeated(ties: readonly Tie[]): readonly Tie[] {
  const kept: Tie[] = []
  const byEnd = new Map<string, Tie[]>()
  for (const tie of ties) {
    const keys = [`a${tie.antecedent.start}`, `c${tie.consequent.start}`]
    if (keys.some((key) => byEnd.get(key)?.some((other) => repeats(other, tie)))) continue
    kept.push(tie)
    for (const key of keys) byEnd.set(key, [...(byEnd.get(key) ?? []), tie])
  }
  return kept
}
