import type { HeldRecord } from '../5-ledger/index.ts'
import type { DependencyEnd, DependencyRelation } from '../model/index.ts'
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

/** Dependencies of which one end is one of these records, or whose words in their report mean the thing asked about. */
export function hangingOn(
  records: ReadonlySet<string>,
  isMeant: (words: string, document: string) => boolean,
  dependencies: readonly HeldRecord[],
): Hanging[] {
  return dependencies.flatMap((dependency) =>
    ENDS.flatMap((as): Hanging[] => {
      const end = endOf(dependency, as)
      if (!end || dependency.record.kind !== 'dependency') return []
      const isIt =
        (end.record !== undefined && records.has(end.record)) ||
        isMeant(wordsOf(dependency, as) ?? '', dependency.citation.document)
      if (!isIt) return []
      const other = wordsOf(dependency, as === 'antecedent' ? 'consequent' : 'antecedent') ?? ''
      return [
        { relation: dependency.record.relation, as, other, ...standingOf(dependency), citation: cite(dependency) },
      ]
    }),
  )
}
