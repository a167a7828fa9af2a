import type { Argument, Clause } from '../../model/clause.ts'
import { contains, words } from '../../model/span.ts'
import type { Context } from '../context.ts'
import type { AgreementDraft } from '../draft.ts'
import { actorsOf, argumentsInPhrase, infinitives } from '../frames/index.ts'
import { isInPrinciple } from './status.ts'

const ABOUT = new Set(['on', 'upon', 'to'])

/** What is agreed: a complement, or the thing agreed on; of the verb, or of "principle", on which a parser may hang it. */
function contentOf(clause: Clause, context: Context): Argument | undefined {
  const { analysis } = context
  const inside = clause.arguments.filter(({ preposition }) => preposition === 'in')
  const phrases = [
    ...clause.arguments,
    ...infinitives(clause, analysis),
    ...inside.flatMap((phrase) => argumentsInPhrase(analysis, phrase)),
  ]
  const isTime = ({ head }: Argument): boolean => analysis.times.some((time) => contains(time, analysis.tokens[head]!))
  return (
    phrases.find(({ role }) => role === 'complement') ??
    phrases.find((phrase) => ABOUT.has(phrase.preposition ?? '') && !isTime(phrase))
  )
}

/** The words of what is agreed: its name, where it bears one, else without the article before a thing. */
function nameOf({ analysis }: Context, { span, head }: Argument): string {
  const { text } = analysis.document
  const named = analysis.entities.find((entity) => contains(entity, analysis.tokens[head]!))
  return named ? words(text, named) : words(text, span).replace(/^(?:the|an?)\s+/i, '')
}

/** "Agreed in principle to integrate with the army": an agreement that no noun names. */
export function agreedInPrinciple(clause: Clause, context: Context): AgreementDraft[] {
  if (clause.lemma !== 'agree' || clause.kind !== 'verb' || !isInPrinciple({ clause }, context)) return []
  const content = contentOf(clause, context)
  const with_ = [clause.arguments, content ? argumentsInPhrase(context.analysis, content) : []].flatMap((phrases) =>
    phrases.filter(({ role, preposition }) => role === 'subject' || (role === 'oblique' && preposition === 'with')),
  )
  const parties = [...new Set(with_.flatMap((phrase) => actorsOf(phrase, context)))]
  if (parties.length === 0) return []
  return [
    {
      kind: 'agreement',
      evidence: [clause.core],
      rule: 'agreement.agreed-in-principle',
      time: context.time(clause.id),
      place: context.place(clause.id),
      ...context.standing(clause.id),
      name: content ? nameOf(context, content) : words(context.analysis.document.text, clause.core),
      parties,
      scope: [],
      excludes: [],
      status: 'agreed in principle',
    },
  ]
}
