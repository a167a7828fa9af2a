import type { Argument, Clause } from '../../model/clause.ts'
import type { Condition, Test, TestKind } from '../../vocabulary/frames.ts'
import type { Context } from '../context.ts'
import { premodifiers } from './phrase.ts'

type Check = (phrase: Argument, values: ReadonlySet<string>, context: Context) => boolean

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

function inClass(phrase: Argument, values: ReadonlySet<string>, context: Context): boolean {
  const last = lemmaOf(context, phrase.head)
  for (const name of values) {
    const entries = context.vocabulary.nounClasses.get(name)?.get(last)
    if (entries?.some((words) => precededBy(words, phrase.head, context))) return true
  }
  return false
}

function refersTo(phrase: Argument, types: ReadonlySet<string>, context: Context): boolean {
  const ids = context.actorsAt(phrase.head)
  return types.size === 0 ? ids.length > 0 : ids.some((id) => types.has(context.actor(id).type))
}

const clauseOf = (phrase: Argument, context: Context): Clause | undefined =>
  phrase.clause === undefined ? undefined : context.analysis.clauses[phrase.clause]

const hasModal: Check = (phrase, values, context) =>
  clauseOf(phrase, context)?.auxiliaries.some((auxiliary) => values.has(auxiliary)) ?? false

const isNegated: Check = (phrase, values, context) => {
  const clause = clauseOf(phrase, context)
  return clause !== undefined && clause.negation.length > 0 && (values.size === 0 || hasModal(phrase, values, context))
}

const CHECKS: Readonly<Record<TestKind, Check>> = {
  class: inClass,
  lemma: (phrase, values, context) => values.has(lemmaOf(context, phrase.head)),
  word: (phrase, values, context) =>
    values.has(lemmaOf(context, phrase.head)) ||
    premodifiers(context.analysis, phrase).some((token) => values.has(token.lemma.toLowerCase())),
  actor: refersTo,
  name: (phrase, _values, context) => context.analysis.tokens[phrase.head]?.upos === 'PROPN',
  modal: hasModal,
  negated: isNegated,
  present: () => true,
  absent: () => false,
}

function passes(test: Test, phrases: readonly Argument[], context: Context): boolean {
  if (test.kind === 'absent') return (phrases.length === 0) !== test.not
  return phrases.some((phrase) => CHECKS[test.kind](phrase, test.values, context)) !== test.not
}

/** Does one of the tests hold of one of the phrases? A `not` test holds where it fails of all of them. */
export const holds = (condition: Condition, phrases: readonly Argument[], context: Context): boolean =>
  condition.anyOf.some((test) => passes(test, phrases, context))
