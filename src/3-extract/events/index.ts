import type { Argument, Clause } from '../../model/clause.ts'
import { contains, firstEndingAfter, type Span, words } from '../../model/span.ts'
import type { EventFrame } from '../../vocabulary/events.ts'
import type { Context } from '../context.ts'
import type { EventDraft } from '../draft.ts'
import { type FrameMatch, firstActors, matchFrames } from '../frames/index.ts'
import { happens, namesMatter, stageOf } from './happens.ts'
import { dropNested, type Found } from './nested.ts'
import { findParticipants } from './participants.ts'
import { standingOf } from './standing.ts'

function toDraft(match: FrameMatch<EventFrame>, clause: Clause, context: Context): EventDraft | null {
  const { frame } = match
  if (frame.type === 'none') return null
  const { actors, recipients, toSelf, by } = findParticipants(match, context)
  const stage = stageOf(clause, context)
  const takesPart = actors.length > 0 || (recipients.length > 0 && !namesMatter(clause, by))
  if (toSelf || !(takesPart || happens(match, stage, context))) return null
  const means = match.phrases('means')[0]
  return {
    kind: 'event',
    at: clause.head,
    evidence: [stage.core],
    rule: frame.id,
    time: context.time(stage.id),
    place: context.place(stage.id),
    ...standingOf(stage, frame, actors, context),
    type: frame.type,
    mode: frame.mode ?? null,
    actors,
    recipients,
    joint: frame.joint,
    about: aboutOf(match, context),
    means: means ? words(context.analysis.document.text, means.span) : null,
    orderedBy: firstActors(match.phrases('orderedBy'), context)[0] ?? null,
  }
}

/** What it is about: "agreed on Friday to a truce" is about the truce. */
function aboutOf(match: FrameMatch<EventFrame>, { analysis: { times, tokens } }: Context): Span | null {
  const isDate = ({ head, span }: Argument): boolean => {
    const time = times[firstEndingAfter(times, tokens[head]!.start)]
    return time !== undefined && time.type !== 'DURATION' && contains(time, tokens[head]!) && span.end <= time.end
  }
  return match.phrases('about').find((phrase) => !isDate(phrase))?.span ?? null
}

/** What happened, is happening or will between actors: each clause by the most specific frame that it fits. */
export function findEvents(context: Context): readonly EventDraft[] {
  const { events } = context.vocabulary
  const found: Found[] = []
  for (const clause of context.analysis.clauses) {
    const match = matchFrames(clause, context, events.frames)[0]
    const event = match ? toDraft(match, clause, context) : null
    if (match && event) found.push({ clause, frame: match.frame, event })
  }
  return dropNested(found, events)
}
