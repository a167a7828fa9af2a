import type { Entity } from '../../model/analysis.ts'
import { contains, overlaps, type Span } from '../../model/span.ts'
import type { Tree } from '../../model/tree.ts'
import type { QuantityRule } from '../../vocabulary/quantities.ts'
import type { Atom } from '../shared/atoms.ts'
import type { Match } from '../shared/match.ts'
import type { Named } from '../steps.ts'

/** What a rule caught, before it is a quantity. */
export interface Found extends Span {
  readonly match: Match<QuantityRule>
  readonly atoms: readonly Atom[]
  /** Document token indexes. */
  readonly firstToken: number
  readonly lastToken: number
}

export interface QuantityContext extends Named {
  readonly tree: Tree
  readonly times: readonly Span[]
  readonly labels: ReadonlySet<string>
}

/** Takes away what only looks like a quantity. */
export type Refiner = (found: readonly Found[], context: QuantityContext) => readonly Found[]

/** Keeps those that no span of a sorted list meets in the sense of `test`. */
function apartFrom(
  found: readonly Found[],
  spans: readonly Span[],
  test: (span: Span, one: Found) => boolean,
): Found[] {
  let at = 0
  return found.filter((one) => {
    while (at < spans.length && spans[at]!.end <= one.start) at++
    for (let index = at; index < spans.length && spans[index]!.start < one.end; index++)
      if (test(spans[index]!, one)) return false
    return true
  })
}

const leaveTimes: Refiner = (found, { times }) => apartFrom(found, times, overlaps)

/** "Group of Seven", "7th Fleet", "Resolution 2254": a number in a name is a part of the name. */
const leaveNames: Refiner = (found, { entities }) =>
  apartFrom(found, entities, (name, one) => contains(name, one) && (name as Entity).type !== 'other')

/** "F-16", "MI6", "10-K", "4chan": letters against the figures. */
const leaveCodes: Refiner = (found) =>
  found.filter(({ match, atoms }) => {
    const first = atoms[match.first]!
    if (first.value === undefined) return true
    const [before, further] = [atoms[match.first - 1], atoms[match.first - 2]]
    const sign = before && /^[-./:#@_&]$/.test(before.text)
    const joined = first.glued && before && (sign || /^\p{L}/u.test(before.text))
    const bracketed = sign && before.text === '-' && further && !before.glued
    if (joined && !bracketed) return false
    const after = atoms[match.next]
    const next = atoms[match.next + 1]
    if (after?.glued && /^\p{L}/u.test(after.text)) return false
    // "3-1", "24/7", "10:35": figures with a sign between that no rule takes.
    return !(after?.glued && /^[-/:.]$/.test(after.text) && next?.glued && next.value !== undefined)
  })

/** "Article 5", "Flight 17", "Room 9"; a number after the name that it belongs to. */
const leaveLabels: Refiner = (found, { tokens, tree, labels }) =>
  found.filter(({ match, atoms, firstToken, lastToken }) => {
    if (match.rule.bounds !== 'exact') return true
    const before = tokens[firstToken - 1]
    if (!before || before.sentence !== tokens[firstToken]!.sentence) return true
    const word = before.text.toLowerCase().replace(/\.$/, '')
    const alone = !countsNext(tree, firstToken, lastToken)
    if (labels.has(word) && alone) return false
    const named = before.upos === 'PROPN' && tokens[firstToken]!.head === before.index
    return !(named && alone && atoms[match.first]!.value !== undefined)
  })

/** Whether the number counts or modifies a word behind it. */
const countsNext = ({ tokens }: Tree, first: number, last: number): boolean => {
  for (let index = first; index <= last; index++)
    if (tokens[index]!.head > last && /^(nummod|compound|amod|det|nmod)/.test(tokens[index]!.deprel)) return true
  return false
}

/** "1. Reform", "(2)", "3)": the numbers of a list come first and end with a mark. */
const leaveListNumbers: Refiner = (found, { tokens, sentences }) =>
  found.filter(({ match, atoms, firstToken, lastToken }) => {
    if (match.rule.bounds !== 'exact' || atoms[match.first]!.value === undefined) return true
    const sentence = sentences[tokens[firstToken]!.sentence]!
    const opened =
      firstToken === sentence.first || (firstToken === sentence.first + 1 && tokens[sentence.first]!.text === '(')
    const after = tokens[lastToken + 1]?.text
    const alone = firstToken === sentence.first && lastToken === sentence.last
    return !alone && !(opened && (after === '.' || after === ')' || after === ':'))
  })

/** "Mustafa, 37, said": an age between commas. */
const leaveAges: Refiner = (found, { tokens }) =>
  found.filter(({ match, firstToken, lastToken }) => {
    if (match.rule.bounds !== 'exact' || firstToken !== lastToken) return true
    const [name, comma, after] = [tokens[firstToken - 2], tokens[firstToken - 1], tokens[lastToken + 1]]
    const age = comma?.text === ',' && name?.upos === 'PROPN' && after !== undefined && /^[,.;)]$/.test(after.text)
    return !age
  })

/** "One" is mostly a pronoun: it counts only before what it counts. */
const leavePronouns: Refiner = (found, { tokens, tree }) =>
  found.filter(({ match, atoms, firstToken, lastToken }) => {
    if (match.rule.bounds !== 'exact' || match.next - match.first !== 1 || atoms[match.first]!.text !== 'one')
      return true
    return tokens[firstToken]!.deprel === 'nummod' && countsNext(tree, firstToken, lastToken)
  })

export const REFINERS: readonly Refiner[] = [
  leaveTimes,
  leaveNames,
  leaveCodes,
  leaveLabels,
  leaveListNumbers,
  leaveAges,
  leavePronouns,
]
