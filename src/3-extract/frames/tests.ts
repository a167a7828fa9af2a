import type { Argument, Clause } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { Condition, Test, TestKind } from '../../vocabulary/frames.ts'
import { WEIGHT } from '../../vocabulary/frames.ts'
import type { Context } from '../context.ts'
import { namedIn, ownersOf } from './actors.ts'
import { headsOf, premodifiers } from './phrase.ts'

type Check = (phrase: Argument, values: ReadonlySet<string>, context: Context) => boolean

/** A test that something does not hold says little, so that it seldom decides between rows. */
const CONTRARY = 1

const lemmaOf = (context: Context, token: number): string => (context.analysis.tokens[token]?.lemma ?? '').toLowerCase()

/** Does `words` stand right before the token, hyphens aside? */
function precededBy(words: readonly string[], token: number, context: Context): boolean {
  let at = token - 1
  for (let left = words.length - 1; left >= 0; left--, at--) {
    if (context.analysis.tokens[at]?.text === '-') at--
    if (lemmaOf(context, at) !== words[left]) return false
  }
  return true
}

function isInClass(token: number, values: ReadonlySet<string>, context: Context): boolean {
  const last = lemmaOf(context, token)
  for (const name of values) {
    const entries = context.vocabulary.nounClasses.get(name)?.get(last)
    if (entries?.some((words) => precededBy(words, token, context))) return true
  }
  return false
}

/** Is what the phrase names of one of the classes of nouns? */
export const isOfClass = (phrase: Argument, classes: readonly string[], context: Context): boolean =>
  headsOf(phrase, context).some((token) => isInClass(token, new Set(classes), context))

const anyHead =
  (holds: (token: number, values: ReadonlySet<string>, context: Context) => boolean): Check =>
  (phrase, values, context) =>
    headsOf(phrase, context).some((token) => holds(token, values, context))

const clauseOf = (phrase: Argument, context: Context): Clause | undefined =>
  phrase.clause === undefined ? undefined : context.analysis.clauses[phrase.clause]

/** An act with its light verb is no actor, whatever its noun may be elsewhere. */
const isAct = (phrase: Argument, context: Context): boolean => clauseOf(phrase, context)?.light !== undefined

function namedBy(phrase: Argument, context: Context): readonly ActorId[] {
  const own = headsOf(phrase, context).flatMap((head) => namedIn({ ...phrase, head }, context))
  return own.length > 0 || phrase.role !== 'subject' ? own : ownersOf(phrase, context)
}

const refersTo: Check = (phrase, types, context) => {
  const ids = isAct(phrase, context) ? [] : namedBy(phrase, context)
  return types.size === 0 ? ids.length > 0 : ids.some((id) => types.has(context.actor(id).type))
}

const hasModal: Check = (phrase, values, context) =>
  clauseOf(phrase, context)?.auxiliaries.some((auxiliary) => values.has(auxiliary)) ?? false

const isNegated: Check = (phrase, values, context) => {
  const clause = clauseOf(phrase, context)
  return clause !== undefined && clause.negation.length > 0 && (values.size === 0 || hasModal(phrase, values, context))
}

const CHECKS: Readonly<Record<TestKind, Check>> = {
  class: anyHead(isInClass),
  lemma: anyHead((token, values, context) => values.has(lemmaOf(context, token))),
  word: anyHead(
    (token, values, context) =>
      values.has(lemmaOf(context, token)) ||
      premodifiers(context.analysis, token).some((before) => values.has(before.lemma.toLowerCase())),
  ),
  actor: refersTo,
  name: (phrase, _values, context) => context.analysis.tokens[phrase.head]?.upos === 'PROPN',
  modal: hasModal,
  negated: isNegated,
  marked: (phrase, values, context) => values.has(clauseOf(phrase, context)?.marker ?? ''),
  described: (phrase, _values, context) => {
    const clause = clauseOf(phrase, context)
    return clause?.passive === true && clause.link === 'participle'
  },
  present: () => true,
  absent: () => false,
}

const holdsOf = (test: Test, phrase: Argument, context: Context): boolean =>
  CHECKS[test.kind](phrase, test.values, context) !== test.not

/** `absent` and `not` tests speak of all the phrases, the others of one of them. */
function passes(tests: readonly Test[], phrases: readonly Argument[], context: Context): boolean {
  const [only] = tests
  if (only?.kind === 'absent') return (phrases.length === 0) !== only.not
  if (only?.not && tests.length === 1) return phrases.every((phrase) => holdsOf(only, phrase, context))
  return phrases.some((phrase) => tests.every((test) => holdsOf(test, phrase, context)))
}

const weightOf = (tests: readonly Test[]): number =>
  tests.reduce((sum, test) => sum + (test.not ? CONTRARY : WEIGHT[test.kind]), 0)

/** How much it says that the condition holds of the phrases: the weight of the narrowest tests that do; null where none do. */
export function weigh(condition: Condition, phrases: readonly Argument[], context: Context): number | null {
  let weight: number | null = null
  for (const tests of condition.anyOf) {
    const own = weightOf(tests)
    if ((weight === null || own > weight) && passes(tests, phrases, context)) weight = own
  }
  return weight
}
