import type { Argument, Clause } from '../../model/clause.ts'
import type { Frame, FrameShape, Frames, Path } from '../../vocabulary/frames.ts'
import type { Context } from '../context.ts'
import { argumentsInPhrase, headPhrase } from './phrase.ts'
import { holds } from './tests.ts'

/** A frame that a clause fits. `phrases` gives a role's phrases: those of the first of its paths that leads anywhere first. */
export interface FrameMatch<T extends Frame = Frame> {
  readonly frame: T
  readonly clause: Clause
  phrases(role: string): readonly Argument[]
}

const FUNCTIONS = new Set(['subject', 'object', 'indirect', 'complement', 'possessor', 'modifier', 'apposition'])

function step(from: readonly Argument[], name: string): readonly Argument[] {
  if (FUNCTIONS.has(name)) return from.filter((argument) => argument.role === name)
  return from.filter((argument) => argument.role === 'oblique' && argument.preposition === name)
}

/** The phrases at the end of a path that starts at the clause. */
export function follow(clause: Clause, path: Path, context: Context): readonly Argument[] {
  const [first, ...rest] = path
  if (first === undefined) return []
  const start = first === 'head' ? [headPhrase(clause)] : step(clause.arguments, first)
  return rest.reduce<readonly Argument[]>(
    (phrases, name) =>
      step(
        phrases.flatMap((phrase) => argumentsInPhrase(context.analysis, phrase)),
        name,
      ),
    start,
  )
}

function shapeOf(clause: Clause): FrameShape {
  return clause.copular ? 'is' : clause.kind
}

function fitsLight(frame: Frame, clause: Clause): boolean {
  if (frame.light === null) return true
  if (frame.light === 'none') return clause.light === undefined
  return clause.light !== undefined && frame.light.includes(clause.light)
}

const fits = (frame: Frame, clause: Clause, context: Context): boolean =>
  fitsLight(frame, clause) &&
  frame.where.every((condition) => holds(condition, follow(clause, condition.path, context), context))

const toMatch = <T extends Frame>(frame: T, clause: Clause, context: Context): FrameMatch<T> => ({
  frame,
  clause,
  phrases: (role) => (frame.roles.get(role) ?? []).flatMap((path) => follow(clause, path, context)),
})

/** Every frame that the clause fits, the most specific first. */
export function matchFrames<T extends Frame>(clause: Clause, context: Context, frames: Frames<T>): FrameMatch<T>[] {
  const rows = frames.byPredicate.get(`${shapeOf(clause)}:${clause.lemma.toLowerCase()}`) ?? []
  return rows.filter((frame) => fits(frame, clause, context)).map((frame) => toMatch(frame, clause, context))
}
