import type { Analysis, TimeExpression } from '../model/analysis.ts'
import type { Clause } from '../model/clause.ts'
import type { ClauseOf } from './clause-of.ts'

/** The expressions of each clause's own words, in text order. */
export function timesOfClauses(analysis: Analysis, clauses: ClauseOf): ReadonlyMap<number, readonly TimeExpression[]> {
  const found = new Map<number, TimeExpression[]>()
  for (const time of analysis.times) {
    if (time.type === 'DURATION' || time.type === 'SET') continue
    const head = clauses.headOf(time)
    const clause = head === null ? null : clauses.at(head)
    if (clause === null) continue
    const own = found.get(clause)
    if (own) own.push(time)
    else found.set(clause, [time])
  }
  return found
}

/**
 * The clause whose time a clause without one of its own shares: a second verb of the same tense, a participle that goes
 * on beside it, an infinitive of what was brought about. What is said, planned or asked has its own time.
 */
export function sharesTimeWith(clause: Clause, clauses: readonly Clause[]): Clause | null {
  if (clause.parent === null) return null
  const parent = clauses[clause.parent]!
  if (parent.sentence !== clause.sentence) return null
  const sameTense = clause.tense === parent.tense || clause.tense === 'none'
  if (clause.link === 'conjunct') return sameTense ? parent : null
  const beside =
    (clause.link === 'adverbial' || clause.link === 'participle') && clause.kind === 'verb' && clause.tense === 'none'
  return beside && clause.marker === undefined && parent.tense !== 'future' ? parent : null
}
