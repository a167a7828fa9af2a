import type { Analysis } from '../../model/analysis.ts'
import type { TimeRule, Times } from '../../vocabulary/times.ts'
import { type Atom, toAtoms } from '../shared/atoms.ts'
import { compileGrammar, type Grammar, type Match, matchAt } from '../shared/match.ts'
import { timeClasses } from './classes.ts'

/** An expression as its rule caught it, not yet resolved. */
export interface Expression {
  readonly match: Match<TimeRule>
  /** All atoms of the document. */
  readonly atoms: readonly Atom[]
  readonly start: number
  readonly end: number
  /** Document token indexes. */
  readonly firstToken: number
  readonly lastToken: number
}

const grammars = new WeakMap<Times, Grammar<TimeRule>>()

function grammarOf(times: Times): Grammar<TimeRule> {
  const known = grammars.get(times)
  if (known) return known
  const grammar = compileGrammar(times.rules, timeClasses(times))
  grammars.set(times, grammar)
  return grammar
}

/** A match may not run over the end of a sentence. */
const inOneSentence = (
  analysis: Pick<Analysis, 'tokens'>,
  atoms: readonly Atom[],
  first: number,
  next: number,
): boolean => analysis.tokens[atoms[first]!.token]!.sentence === analysis.tokens[atoms[next - 1]!.token]!.sentence

/** What must hold after the words that only end an expression of distance: "the day before the vote" is none. */
function endsThere(atoms: readonly Atom[], match: Match<TimeRule>): boolean {
  if (!match.rule.with.has('ending')) return true
  const last = atoms[match.next - 1]!.text
  if (last !== 'before' && last !== 'after') return true
  const after = atoms[match.next]
  return after === undefined || /^[.,;:!?)—–-]$/.test(after.text)
}

/** "Quarter-to-quarter", "week-old": the word goes on. */
function isHyphened(atoms: readonly Atom[], next: number): boolean {
  const [hyphen, word] = [atoms[next], atoms[next + 1]]
  return (
    hyphen?.text === '-' && hyphen.glued && word?.glued === true && word.value === undefined && !GOES_ON.has(word.text)
  )
}
/** Second parts that leave the first an expression of its own. */
const GOES_ON = new Set(['ended', 'based', 'led', 'only', 'era'])

/** The expressions of a document from left to right, the longest at each word; none overlap. */
export function findExpressions(analysis: Pick<Analysis, 'tokens'>, times: Times): Expression[] {
  const grammar = grammarOf(times)
  const atoms = toAtoms(analysis.tokens)
  const found: Expression[] = []
  for (let at = 0; at < atoms.length; ) {
    const match = matchAt(
      grammar,
      atoms,
      at,
      (one) =>
        inOneSentence(analysis, atoms, one.first, one.next) && endsThere(atoms, one) && !isHyphened(atoms, one.next),
    )
    if (match) found.push(toExpression(match, atoms))
    at = match ? match.next : at + 1
  }
  return found
}

function toExpression(match: Match<TimeRule>, atoms: readonly Atom[]): Expression {
  const skip = match.rule.with.get('skip')
  const first = match.first + (typeof skip === 'number' ? skip : 0)
  const [open, close] = [atoms[first]!, atoms[match.next - 1]!]
  return { match, atoms, start: open.start, end: close.end, firstToken: open.token, lastToken: close.token }
}
