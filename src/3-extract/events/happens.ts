import type { Argument, Clause } from '../../model/clause.ts'
import type { EventFrame } from '../../vocabulary/events.ts'
import type { Context } from '../context.ts'
import { type FrameMatch, isOfClass } from '../frames/index.ts'

/** The clause that dates and places the act: of "the meeting took place", the verb's. */
export function stageOf(clause: Clause, context: Context): Clause {
  const outer = clause.kind === 'noun' && clause.parent !== null ? context.analysis.clauses[clause.parent] : undefined
  const occurs =
    outer?.kind === 'verb' &&
    context.vocabulary.events.occurs.has(outer.lemma) &&
    outer.arguments.some(
      ({ role, clause: inner }) => role === (outer.passive ? 'object' : 'subject') && inner === clause.id,
    )
  return occurs ? outer : clause
}

const PATIENT = new Set(['of', 'on'])

/**
 * Without a doer: does it only name a matter? "The war against the rebels" and "joining the coalition would help" report no
 * act; "the killing of the general" and "the general was killed" do.
 */
export const namesMatter = (clause: Clause, by: string | undefined): boolean =>
  clause.kind === 'noun'
    ? clause.light === undefined && !PATIENT.has(by ?? '')
    : clause.kind === 'verb' && clause.tense === 'none' && !clause.passive

const isTold = ({ tense, passive }: Clause): boolean => tense !== 'none' || passive === true

/**
 * Is it told to happen, although nobody whom the text names takes part? "Protests continued", "a raid was carried out", "a
 * drone struck a depot".
 */
export function happens({ clause, phrases, frame }: FrameMatch<EventFrame>, stage: Clause, context: Context): boolean {
  const classes = frame.type === 'none' ? [] : context.vocabulary.events.types.get(frame.type)!.unnamed
  if (classes.length === 0) return false
  if (clause.kind === 'noun')
    return stage === clause ? clause.light !== undefined && clause.passive === true : isTold(stage)
  const isStruck = (phrase: Argument): boolean => phrase.clause !== clause.id && isOfClass(phrase, classes, context)
  return clause.kind === 'verb' && isTold(clause) && phrases('recipients').some(isStruck)
}
