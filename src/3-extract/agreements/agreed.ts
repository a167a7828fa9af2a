import type { Argument, Clause } from '../../model/clause.ts'
import { words } from '../../model/span.ts'
import type { Context } from '../context.ts'
import type { AgreementDraft } from '../draft.ts'
import { actorsOf, argumentsInPhrase, infinitives } from '../frames/index.ts'
import { isInPrinciple } from './status.ts'

/** What is agreed: the verb's complement, or that of "principle", on which a parser may hang it. */
function contentOf(clause: Clause, context: Context): Argument | undefined {
  const { analysis } = context
  const inside = clause.arguments.filter(({ preposition }) => preposition === 'in')
  return [
    ...clause.arguments,
    ...infinitives(clause, analysis),
    ...inside.flatMap((phrase) => argumentsInPhrase(analysis, phrase)),
  ].find(({ role }) => role === 'complement')
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
      name: words(context.analysis.document.text, content?.span ?? clause.core),
      parties,
      scope: [],
      excludes: [],
      status: 'agreed in principle',
    },
  ]
}
