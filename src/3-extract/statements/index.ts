import type { Attribution } from '../../model/analysis.ts'
import type { ActorId, StatementAct } from '../../model/records.ts'
import { cover, type Span } from '../../model/span.ts'
import type { Context, Standing } from '../context.ts'
import type { StatementDraft } from '../draft.ts'
import { channelOf } from '../speech/channel.ts'
import { findSpeakers } from '../speech/speakers.ts'
import { hearersOf } from './hearers.ts'

/** What stands over the saying itself. */
function standingOf(context: Context, { clause, cueToken, cue }: Attribution): Standing {
  if (clause !== undefined) return context.standing(clause)
  const token = cueToken ?? context.analysis.tokens.findIndex(({ start }) => start >= (cue[0]?.start ?? 0))
  return { ...context.standingAt(Math.max(token, 0)), polarity: 'affirmed', certainty: 'certain', realis: 'actual' }
}

/** Quotations and labels say; of a lexicon's cues only those of speech make a statement. */
function actOf(context: Context, rule: string): StatementAct | null {
  const cue = context.vocabulary.cues.byId.get(rule)
  if (!cue) return 'say'
  return cue.sense === 'speech' ? (cue.act ?? 'say') : null
}

const cueSpan = ({ cue }: Attribution): Span | null => (cue.length === 0 ? null : cue.reduce(cover))

/** "repeated his objection that …": the noun of saying inside has the content by itself. */
function onlyBringsNoun(
  { attributions, clauses }: Context['analysis'],
  attribution: Attribution,
  index: number,
): boolean {
  if (attribution.clause === undefined || attribution.mode === 'direct') return false
  const object = clauses[attribution.clause]!.arguments.find((a) => a.role === 'object')
  return (
    object !== undefined && attributions.some((a, k) => k !== index && a.parent === index && a.cueToken === object.head)
  )
}

/** What is denied, asked or only supposed to have been said was not said. */
const isSaid = ({ polarity, certainty, realis }: Standing): boolean =>
  polarity === 'affirmed' && certainty !== 'unknown' && realis !== 'hypothetical'

function toStatements(
  context: Context,
  attribution: Attribution,
  index: number,
  speakers: readonly ActorId[],
): StatementDraft[] {
  const act = actOf(context, attribution.rule)
  const standing = standingOf(context, attribution)
  if (act === null || attribution.content.length === 0 || !isSaid(standing)) return []
  if (onlyBringsNoun(context.analysis, attribution, index)) return []
  const { clause, content, mode, rule } = attribution
  const channel = channelOf(context.analysis, context.vocabulary.channels, attribution)
  return speakers.map((speaker) => ({
    kind: 'statement',
    evidence: content,
    rule: `statement.${rule}`,
    time: clause === undefined ? null : context.time(clause),
    place: clause === undefined ? null : context.place(clause),
    ...standing,
    sources: standing.sources.at(-1) === speaker ? standing.sources.slice(0, -1) : standing.sources,
    speaker,
    hearers: hearersOf(context, attribution, speaker),
    cue: cueSpan(attribution),
    mode,
    content,
    channel,
    act,
  }))
}

/** Who says what: every attribution of speech with a speaker who is an actor. */
export function findStatements(context: Context): readonly StatementDraft[] {
  const speakers = findSpeakers(context.analysis, context.vocabulary, context)
  return context.analysis.attributions.flatMap((attribution, k) => toStatements(context, attribution, k, speakers[k]!))
}
