import type { Attribution } from '../../model/analysis.ts'
import type { Argument } from '../../model/clause.ts'
import type { ActorId } from '../../model/records.ts'
import type { Cue, PhraseCue } from '../../vocabulary/cues.ts'
import type { Context } from '../context.ts'

/** Sayings whose object is the one spoken to: "told the council", "urged both sides to". */
function addresses(cue: Cue | PhraseCue | undefined, { role, preposition }: Argument): boolean {
  if (!cue || !('frames' in cue)) return role === 'oblique' && preposition === 'to'
  const object =
    cue.hearer === 'object' || cue.frames.includes('object-infinitive') || cue.frames.includes('hearer-infinitive')
  if (object && (role === 'object' || role === 'indirect')) return true
  return role === 'indirect' || (role === 'oblique' && preposition === 'to' && cue.act !== 'admit')
}

/** Whom it is said to. */
export function hearersOf(context: Context, attribution: Attribution, speaker: ActorId): readonly ActorId[] {
  if (attribution.clause === undefined) return []
  const cue = context.vocabulary.cues.byId.get(attribution.rule)
  const clause = context.analysis.clauses[attribution.clause]!
  const found = clause.arguments
    .filter((argument) => !argument.implied && argument.clause === undefined && addresses(cue, argument))
    .flatMap(({ head }) => context.actorsAt(head))
  return [...new Set(found)].filter((id) => id !== speaker)
}
