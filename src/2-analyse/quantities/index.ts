/*
 * This folder finds numbers and what they count. Rules over atoms (shared/) catch the longest number at each word;
 * refiners then take away what only looks like a quantity (dates, names, labels, ages), in the order of their list; what
 * is left gets bounds (bounds.ts) and the noun that it counts (counted.ts). Quantities are in text order and do not
 * overlap. Read refine.ts for the list, then counted.ts.
 */
import type { Analysis, Quantity } from '../../model/analysis.ts'
import { indexOf } from '../../model/document-index.ts'
import type { Tree } from '../../model/tree.ts'
import type { Vocabulary } from '../../vocabulary/index.ts'
import type { Quantities, QuantityRule } from '../../vocabulary/quantities.ts'
import { toAtoms } from '../shared/atoms.ts'
import { compileGrammar, type Grammar, matchAt } from '../shared/match.ts'
import { phraseClass } from '../shared/word-class.ts'
import type { Named } from '../steps.ts'
import { type Amount, boundsOf, unitOf } from './bounds.ts'
import { quantityClasses } from './classes.ts'
import { countedNoun, headWord, measureOf } from './counted.ts'
import { type Found, REFINERS } from './refine.ts'

const grammars = new WeakMap<Quantities, Grammar<QuantityRule>>()

function grammarOf(quantities: Quantities): Grammar<QuantityRule> {
  const known = grammars.get(quantities)
  if (known) return known
  const grammar = compileGrammar(quantities.rules, quantityClasses(quantities))
  grammars.set(quantities, grammar)
  return grammar
}

/** What the rules catch from left to right, the longest at each word; what has no bounds ("3-1", ages) is passed over. */
export function findNumbers({ tokens }: Pick<Analysis, 'tokens'>, quantities: Quantities): Found[] {
  const grammar = grammarOf(quantities)
  const atoms = toAtoms(tokens)
  const found: Found[] = []
  for (let at = 0; at < atoms.length; ) {
    const match = matchAt(grammar, atoms, at, ({ rule, first, next, captures }) => {
      const inside = tokens[atoms[first]!.token]!.sentence === tokens[atoms[next - 1]!.token]!.sentence
      const change = rule.id === 'to' && tokens[atoms[first]!.token - 1]?.text.toLowerCase() === 'from'
      const bounded = rule.bounds === 'none' || boundsOf({ rule, first, next, captures }, atoms) !== null
      // "Turn over 14 prisoners": the verb's own particle bounds no number.
      const particle = tokens[atoms[first]!.token]!.deprel === 'compound:prt' && atoms[first + 1]?.text !== 'to'
      return inside && !change && !particle && bounded
    })
    if (match) {
      const [open, close] = [atoms[match.first]!, atoms[match.next - 1]!]
      found.push({ match, atoms, start: open.start, end: close.end, firstToken: open.token, lastToken: close.token })
    }
    at = match ? match.next : at + 1
  }
  return found
}

/** The numbers in a text with what they bound and what they count; dates, names, labels and scores are none. */
export function findQuantities(analysis: Named & Pick<Analysis, 'times'>, vocabulary: Vocabulary): Quantity[] {
  const { quantities } = vocabulary
  const { tree } = indexOf(analysis)
  const context = { ...analysis, tree, labels: quantities.labels }
  const found = findNumbers(analysis, quantities)
  const kept = REFINERS.reduce<readonly Found[]>((numbers, refine) => refine(numbers, context), found)
  return kept.flatMap((one) => toQuantity(one, tree, quantities) ?? [])
}

/** "Sixty people or more": the words for an open end stand after the noun. */
function openedAfter(quantities: Quantities, tree: Tree, counted: number | null, amount: Amount): Amount {
  const { low, high } = amount
  if (counted === null || low === null || low !== high || amount.ordinal) return amount
  if (tree.tokens[counted + 1]?.upos !== 'CCONJ') return amount
  const after = toAtoms(tree.tokens.slice(counted + 1, counted + 4))
  const has = (id: string): boolean => phraseClass(quantities.classes.get(id)!).read(after, 0) !== null
  return has('or-more') ? { ...amount, high: null } : has('or-less') ? { ...amount, low: null } : amount
}

function toQuantity(
  { match, atoms, start, end, firstToken, lastToken }: Found,
  tree: Tree,
  quantities: Quantities,
): Quantity | null {
  const amount = boundsOf(match, atoms)
  if (!amount) return null
  const unit = match.rule.id === 'fraction' ? 'share' : unitOf(match)
  const zero = match.captures.has('zero-noun')
  const counted = zero ? lastToken : countedNoun(tree, firstToken, lastToken, unit !== undefined)
  const measure = zero
    ? String(match.captures.get('zero-noun'))
    : counted === null
      ? null
      : measureOf(tree, counted, lastToken)
  return {
    start,
    end,
    ...openedAfter(quantities, tree, counted, amount),
    ...(unit === undefined ? {} : { unit }),
    ...(measure === null ? {} : { measure }),
    token: headWord(tree.tokens, firstToken, lastToken),
    ...(counted === null ? {} : { counted }),
  }
}
