/*
 * This folder puts right what the parser and the name recogniser got wrong in ways that rules can tell. Each mistake has a
 * file with one `Repair`; list.ts has all of them in the order in which they run. Those in OF_TREES and OF_NAMES run once
 * the names are found (the name model reads the tags as the parser gave them), those in OF_TIMES once the times are found.
 * The trees stay trees: a sentence of which repairs made a ring gets its parse back. No repair changes where tokens and
 * sentences begin and end. Read repair.ts first, then list.ts, then any repair.
 */
import type { TimeExpression } from '../../model/analysis.ts'
import type { Dated, Named } from '../steps.ts'
import { keepTrees } from './keep-trees.ts'
import { OF_NAMES, OF_TIMES, OF_TREES, REPAIRS } from './list.ts'
import { inOrder, type Repair, type RepairContext } from './repair.ts'

export { REPAIRS, type Repair }

type Known = RepairContext['vocabulary']

function contextOf(named: Named, times: readonly TimeExpression[], vocabulary: Known): RepairContext {
  return {
    tokens: named.tokens.map((token) => ({ ...token })),
    parsed: named.tokens,
    sentences: named.sentences,
    entities: named.entities,
    times: [...times].sort((a, b) => a.start - b.start),
    vocabulary,
  }
}

/** Runs those repairs of a group that are asked for. */
function run(group: readonly Repair[], asked: readonly Repair[], context: RepairContext): void {
  for (const repair of group) if (asked.includes(repair)) repair.repair(context)
}

/** The first two groups of `repairs`: what trees and names tell about the trees, and the names that they tell. */
export function repairByNames<T extends Named>(named: T, vocabulary: Known, repairs: readonly Repair[] = REPAIRS): T {
  const context = contextOf(named, [], vocabulary)
  run(OF_TREES, repairs, context)
  keepTrees(context)
  run(OF_NAMES, repairs, context)
  return { ...named, tokens: context.tokens, entities: inOrder(context.entities) }
}

/** The last group of `repairs`: what times tell about the trees. */
export function repairByTimes<T extends Dated>(dated: T, vocabulary: Known, repairs: readonly Repair[] = REPAIRS): T {
  const context = contextOf(dated, dated.times, vocabulary)
  run(OF_TIMES, repairs, context)
  return { ...dated, tokens: context.tokens }
}
