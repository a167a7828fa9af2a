import type { HeldRecord } from '../5-ledger/index.ts'
import { type DependencyEnd, type DependencyRelation, fold } from '../model/index.ts'
import type { Cited, Standing } from './answer.ts'
import { cite, standingOf, wordsOf } from './cite.ts'

/** A dependency seen from one of its ends. */
export interface Hanging extends Standing {
  readonly relation: DependencyRelation
  /** Which end the thing asked about is. */
  readonly as: 'antecedent' | 'consequent'
  readonly other: string
  readonly citation: Cited
}

const ENDS = ['antecedent', 'consequent'] as const

export const endOf = (record: HeldRecord, end: (typeof ENDS)[number]): DependencyEnd | null =>
  record.record.kind === 'dependency' ? record.record[end] : null

/** Dependencies of which one end is one of these records, or names one of these names (folded). */
export function hangingOn(
  records: ReadonlySet<string>,
  names: readonly string[],
  dependencies: readonly HeldRecord[],
): Hanging[] {
  return dependencies.flatMap((dependency) =>
    ENDS.flatMap((as): Hanging[] => {
      const end = endOf(dependency, as)
      if (!end || dependency.record.kind !== 'dependency') return []
      const text = fold(wordsOf(dependency, as) ?? '')
      const isIt =
        (end.record !== undefined && records.has(end.record)) || names.some((name) => ` ${text} `.includes(` ${name} `))
      if (!isIt) return []
      const other = wordsOf(dependency, as === 'antecedent' ? 'consequent' : 'antecedent') ?? ''
      return [
        { relation: dependency.record.relation, as, other, ...standingOf(dependency), citation: cite(dependency) },
      ]
    }),
  )
}
