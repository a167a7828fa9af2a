import type { Predicate } from '../../model/analysis.ts'
import type { Clause } from '../../model/clause.ts'
import { innermost } from '../../model/nesting.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Attributed } from '../steps.ts'
import { type Force, PLAIN, under } from './force.ts'
import { type Ground, layGround } from './ground.ts'
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

function foldAll(analysis: Attributed, ground: Ground, vocabulary: Pick<Vocabulary, 'cues' | 'operators'>): Force[] {
  const asked = questions(analysis)
  const folded: Folded[] = []
  const forces: Force[] = []
  for (const id of topDown(analysis.clauses)) {
    const clause = analysis.clauses[id]!
    const parent = clause.parent === null ? null : analysis.clauses[clause.parent]!
    const { above: inherited, whole, told } = inherit(ground, vocabulary, clause, parent, parent && folded[parent.id]!)
    const from = parent || !asked.has(clause.sentence) ? whole : under(PLAIN, { certainty: 'unknown' }, [])
    const force = withOwn(ground, clause, from, told, vocabulary.operators)
    folded[id] = { above: parent ? from : inherited, whole: force, told }
    forces[id] = force
  }
  return forces
}

/** What its path of operators makes of each clause; `predicates[clause.id]`. */
export function foldOperators(analysis: Attributed, vocabulary: Pick<Vocabulary, 'cues' | 'operators'>): Predicate[] {
  const ground = layGround(analysis)
  const forces = foldAll(analysis, ground, vocabulary)
  const inside = innermost(
    analysis.attributions.map(({ content, takesUp }) => ({ spans: takesUp ? [] : content })),
    analysis.clauses.map(({ head }) => analysis.tokens[head]!.start),
  )
  return analysis.clauses.map(({ id, head, lemma }) => {
    const { start, end } = analysis.tokens[head]!
    const { polarity, certainty, realis, cues } = forces[id]!
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
