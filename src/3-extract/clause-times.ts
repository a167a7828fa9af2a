import type { Analysis, TimeExpression } from '../model/analysis.ts'
import type { Clause } from '../model/clause.ts'
import type { Time } from '../model/records.ts'
import type { Vocabulary } from '../vocabulary/index.ts'
import type { ClauseOf } from './clause-of.ts'
import { toTime } from './times.ts'

/** When clauses and phrases are. */
export interface ClauseTimes {
  /** Time of a clause: its own, else that of the clause whose time it shares; null where the text gives none. */
  of(clause: number): Time | null
  /** Time of the expression that hangs on the word or stands in its phrase. */
  inPhrase(token: number): Time | null
}

/** How often and how long are no dates. */
const tellsWhen = (time: TimeExpression): boolean => time.type === 'DATE' || time.type === 'TIME'

/**
 * The clause whose time a clause without one of its own shares: a second verb of the same tense, a participle that goes
 * on beside it. What is said, planned or asked has its own time.
 */
export function sharesTimeWith(clause: Clause, clauses: readonly Clause[]): Clause | null {
  if (clause.parent === null) return null
  const parent = clauses[clause.parent]!
  if (parent.sentence !== clause.sentence) return null
  const sameTense = clause.tense === parent.tense || clause.tense === 'none'
  if (clause.link === 'conjunct') return sameTense ? parent : null
  const beside = (clause.link === 'adverbial' || clause.link === 'participle') && clause.kind === 'verb'
  return beside && clause.tense === 'none' && clause.marker === undefined && parent.tense !== 'future' ? parent : null
}

interface Found {
  readonly byClause: ReadonlyMap<number, TimeExpression>
  readonly byHead: ReadonlyMap<number, TimeExpression>
}

/** "Arendia, a member since 1998, hosts troops": the time is of what is said of Arendia in passing. */
function inAside({ tokens }: Analysis, time: number, clause: number): boolean {
  for (let at = time, steps = 0; at >= 0 && at !== clause && steps < 12; at = tokens[at]!.head, steps++)
    if (tokens[at]!.deprel === 'appos' && at !== time) return true
  return false
}

/** The best expression of each clause (one that gives a date goes before one that gives none) and of each word it hangs on. */
function attach(analysis: Analysis, clauses: ClauseOf): Found {
  const byClause = new Map<number, TimeExpression>()
  const byHead = new Map<number, TimeExpression>()
  for (const time of analysis.times) {
    if (!tellsWhen(time)) continue
    const head = clauses.headOf(time)
    if (head === null) continue
    const above = analysis.tokens[head]!.head
    if (above >= 0 && !byHead.has(above)) byHead.set(above, time)
    byHead.set(head, time)
    const clause = clauses.at(head)
    if (clause === null || inAside(analysis, head, analysis.clauses[clause]!.head)) continue
    const known = byClause.get(clause)
    if (!known || (!known.interval && time.interval)) byClause.set(clause, time)
  }
  return { byClause, byHead }
}

export function findClauseTimes(analysis: Analysis, clauses: ClauseOf, { times }: Vocabulary): ClauseTimes {
  const { byClause, byHead } = attach(analysis, clauses)
  const convert = (time: TimeExpression | undefined): Time | null =>
    time ? toTime(time, analysis, times.openings) : null
  return {
    of(id) {
      let clause: Clause | null = analysis.clauses[id] ?? null
      for (let steps = 0; clause && steps < 4; steps++) {
        const own = byClause.get(clause.id)
        if (own) return convert(own)
        clause = sharesTimeWith(clause, analysis.clauses)
      }
      return null
    },
    inPhrase: (token) => convert(byHead.get(token)),
  }
}
