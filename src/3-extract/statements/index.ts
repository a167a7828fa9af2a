import type { Attribution } from '../../model/analysis.ts'
import type { ActorId, StatementAct } from '../../model/records.ts'
import { cover, type Span } from '../../model/span.ts'
import type { Context, Standing } from '../context.ts'
import type { StatementDraft } from '../draft.ts'
import { channelOf } from '../speech/channel.ts'
import { findSpeakers } from '../speech/speakers.ts'
import { partsOf } from './conjuncts.ts'
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

/** "repeated his objection that …": attributions whose object is the cue of one inside them, which has the content by itself. */
function bringers({ attributions, clauses }: Context['analysis']): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { parent, cueToken } of attributions) {
    const above = parent === undefined ? undefined : attributions[parent]
    if (parent === undefined || above?.clause === undefined || above.mode === 'direct') continue
    const object = clauses[above.clause]!.arguments.find((a) => a.role === 'object')
    if (object !== undefined && object.head === cueToken) found.add(parent)
  }
  return found
}

/** What is denied, asked or only supposed to have been said was not said. */
const isSaid = ({ polarity, certainty, realis }: Standing): boolean =>
  polarity === 'affirmed' && certainty !== 'unknown' && realis !== 'hypothetical'

type Speakers = readonly (readonly ActorId[])[]

/** "The agency reported, citing an officer": it is the agency that says what the officer said. */
function ofCited(context: Context, { parent, content, cue }: Attribution, speakers: Speakers): Standing | null {
  const by = parent === undefined ? undefined : context.analysis.attributions[parent]
  const outside = by?.content[0]?.start === content[0]?.start && !by?.content.some((span) => holds(span, cue[0]!))
  if (parent === undefined || !by || !outside) return null
  const standing = standingOf(context, by)
  return { ...standing, sources: [...standing.sources, ...speakers[parent]!.slice(0, 1)] }
}

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

function toStatements(
  context: Context,
  attribution: Attribution,
  own: readonly ActorId[],
  all: Speakers,
): StatementDraft[] {
  const act = actOf(context, attribution.rule)
  const standing = ofCited(context, attribution, all) ?? standingOf(context, attribution)
  if (act === null || attribution.content.length === 0 || !isSaid(standing)) return []
  const { clause, mode, rule, anaphoric } = attribution
  const denial = anaphoric && clause !== undefined ? context.analysis.clauses[clause]?.core : undefined
  const channel = channelOf(context.analysis, context.vocabulary.channels, attribution)
  const parts = partsOf(context, attribution)
  const each = own.flatMap((speaker) => parts.map((part) => ({ speaker, part })))
  return each.map(({ speaker, part }) => ({
    kind: 'statement',
    ...(attribution.cueToken !== undefined && { at: attribution.cueToken }),
    evidence: denial ? [denial] : part,
    rule: `statement.${rule}`,
    time: clause === undefined ? null : context.time(clause),
    place: clause === undefined ? null : context.place(clause),
    ...standing,
    sources: standing.sources.at(-1) === speaker ? standing.sources.slice(0, -1) : standing.sources,
    speaker,
    hearers: hearersOf(context, attribution, speaker),
    cue: cueSpan(attribution),
    mode,
    content: part,
    channel,
    act,
  }))
}

/** Who says what: every attribution of speech with a speaker who is an actor. */
export function findStatements(context: Context): readonly StatementDraft[] {
  const speakers = findSpeakers(context.analysis, context.vocabulary, context)
  const brings = bringers(context.analysis)
  return context.analysis.attributions.flatMap((attribution, k) =>
    brings.has(k) ? [] : toStatements(context, attribution, speakers[k]!, speakers),
  )
}
