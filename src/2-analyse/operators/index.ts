/*
 * This folder tells how each predicate relates to fact: its polarity, certainty and realis. Clauses are folded from the
 * root down: a clause takes over what is true above it (inherit.ts, by the path that complement.ts reads off the tree)
 * and then applies its own modals, adverbs and negation (own.ts). What a source says is judged by itself, so the
 * certainty of a content does not depend on who doubts the source. There is one predicate for each clause, with the same
 * index. Read factuality.ts first, then inherit.ts.
 */
import type { Predicate } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import { innermost } from '../../model/nesting.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Attributed } from '../steps.ts'
import { contextOf, type OperatorContext } from './context.ts'
import { type Factuality, PLAIN, under } from './factuality.ts'
import { type Folded, inherit } from './inherit.ts'
import { withOwn } from './own.ts'

/** Ids of the clauses, those above before those below. */
function topDown(clauses: readonly Clause[]): number[] {
  const below = new Map<number, number[]>()
  const order: number[] = []
  for (const { id, parent } of clauses) {
    const siblings = parent === null ? order : below.get(parent)
    if (siblings) siblings.push(id)
    else below.set(parent!, [id])
  }
  for (let k = 0; k < order.length; k++) for (const id of below.get(order[k]!) ?? []) order.push(id)
  return order
}

/** The sentences that ask. */
function questions({ tokens, sentences }: Attributed): Set<number> {
  return new Set(
    sentences
      .filter(({ last, first }) => {
        for (let t = last; t >= Math.max(first, last - 2); t--) if (tokens[t]!.text.startsWith('?')) return true
        return false
      })
      .map(({ index }) => index),
  )
}

function foldAll(
  analysis: Attributed,
  context: OperatorContext,
  vocabulary: Pick<Vocabulary, 'cues' | 'operators'>,
): Factuality[] {
  const asked = questions(analysis)
  const folded: Folded[] = []
  const factualities: Factuality[] = []
  for (const id of topDown(analysis.clauses)) {
    const clause = analysis.clauses[id]!
    const parent = clause.parent === null ? null : analysis.clauses[clause.parent]!
    const { above: inherited, whole, told } = inherit(context, vocabulary, clause, parent, parent && folded[parent.id]!)
    const from = parent || !asked.has(clause.sentence) ? whole : under(PLAIN, { certainty: 'unknown' }, [])
    const factuality = withOwn(context, clause, from, told, vocabulary.operators)
    folded[id] = { above: parent ? from : inherited, whole: factuality, told }
    factualities[id] = factuality
  }
  return factualities
}

/** What its path of operators makes of each clause; `predicates[clause.id]`. */
export function foldOperators(analysis: Attributed, vocabulary: Pick<Vocabulary, 'cues' | 'operators'>): Predicate[] {
  const context = contextOf(analysis)
  const factualities = foldAll(analysis, context, vocabulary)
  const inside = innermost(
    analysis.attributions.map(({ content, anaphoric }) => ({ spans: anaphoric ? [] : content })),
    analysis.clauses.map(({ head }) => analysis.tokens[head]!.start),
  )
  return analysis.clauses.map(({ id, head, lemma }) => {
    const { start, end } = analysis.tokens[head]!
    const { polarity, certainty, realis, cues } = factualities[id]!
    const spans = cues.map((c) => ({ start: c.start, end: c.end }))
    return {
      start,
      end,
      token: head,
      lemma,
      polarity,
      certainty,
      realis,
      ...(inside[id]! < 0 ? {} : { attribution: inside[id]! }),
      cues: spans,
    }
  })
}
