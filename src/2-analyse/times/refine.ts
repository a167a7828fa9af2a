import type { Entity, Token } from '../../model/analysis.ts'
import { contains } from '../../model/span.ts'
import type { Named } from '../steps.ts'
import type { Expression } from './find.ts'

/** Takes away (or mends) what only looks like a time. */
export type Refiner = (found: readonly Expression[], analysis: Named) => readonly Expression[]

/** Kinds of names that a month, a day or a number is a part of and no time. */
const NAMES = new Set(['person', 'organization', 'place', 'agreement'])

const hasYear = ({ match }: Expression): boolean => match.captures.has('year')

/** "Theresa May", "the Sunday Herald", "the Good Friday Agreement": inside a longer name there is no time but a year. */
const leaveNames: Refiner = (found, { entities }) => {
  const names = entities.filter(({ type }) => NAMES.has(type))
  let at = 0
  return found.filter((expression) => {
    while (at < names.length && names[at]!.end <= expression.start) at++
    const name = names[at]
    return !name || !contains(name, expression) || isYearBeside(name, expression) || isSame(name, expression)
  })
}

const isSame = (name: Entity, { start, end }: Expression): boolean =>
  name.start === start && name.end === end && name.type !== 'person'
const isYearBeside = (name: Entity, expression: Expression): boolean =>
  hasYear(expression) && expression.start > name.start && expression.end === name.end

/** "1,990 people" has its comma; "some 1990 people" has a plural noun that it counts. */
const leaveCounts: Refiner = (found, { tokens }) =>
  found.filter((expression) => {
    if (expression.match.rule.id !== 'year' || expression.firstToken !== expression.lastToken) return true
    return !isCount(tokens, expression.firstToken)
  })

const DEFINITE = new Set([
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
  'my',
  'your',
  'this',
  'that',
  'these',
  'those',
  "'s",
  '’s',
])

function isCount(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!
  const counted = tokens[token.head]
  if (token.deprel !== 'nummod' || !counted || counted.index < index || counted.xpos !== 'NNS') return false
  for (let at = index - 1; at >= 0 && at >= index - 3 && tokens[at]!.sentence === token.sentence; at--)
    if (DEFINITE.has(tokens[at]!.text.toLowerCase())) return false
  return true
}

/** A rate ("$5 a year", "twice a week") is no length of time: "a" and its unit are an expression only after a preposition. */
const leaveRates: Refiner = (found, { tokens }) =>
  found.filter((expression) => {
    const { match, firstToken, lastToken, atoms } = expression
    if (match.rule.id !== 'length' || !/^an?$/.test(atoms[match.first]!.text)) return true
    if (atoms[match.next]?.text === 'old') return false
    const before = tokens[firstToken - 1]
    if (lastToken - firstToken > 1 && match.captures.get('approx') !== undefined) return true
    return (
      before !== undefined &&
      (before.upos === 'ADP' || before.upos === 'SCONJ' || TAKES.has(before.lemma.toLowerCase()))
    )
  })

/** Verbs and adverbs after which "a week" is a length. */
const TAKES = new Set([
  'last',
  'take',
  'spend',
  'wait',
  'only',
  'just',
  'even',
  'another',
  'half',
  'need',
  'have',
  'about',
  'than',
  'least',
])

/** "A quarter" is a share, "This Week" with capitals a programme's name. */
const leaveOthers: Refiner = (found, { tokens }) =>
  found.filter(({ match, atoms, lastToken }) => {
    const last = atoms[match.next - 1]!
    if (match.rule.id === 'length' && last.text === 'quarter') return false
    const title = match.rule.id === 'relative' && last.capital && atoms[match.next - 2]?.capital === true
    return !title || tokens[lastToken]!.text === tokens[lastToken]!.text.toUpperCase()
  })

export const REFINERS: readonly Refiner[] = [leaveNames, leaveCounts, leaveRates, leaveOthers]
