import type { Argument, Clause } from '../../model/clause.ts'
import type { Condition, Frame, FrameShape, Frames, Path } from '../../vocabulary/frames.ts'
import type { Context } from '../context.ts'
import { argumentsInPhrase, clausePhrase, infinitives, speakerPhrase } from './phrase.ts'
import { weigh } from './tests.ts'

/** A frame that a clause fits. `phrases` gives a role's phrases, those of its first path first. */
export interface FrameMatch<T extends Frame = Frame> {
  readonly frame: T
  readonly clause: Clause
  /** How narrow the conditions are that the clause meets. */
  readonly specificity: number
  phrases(role: string): readonly Argument[]
}

const FUNCTIONS = new Set(['subject', 'object', 'indirect', 'complement', 'possessor', 'modifier', 'apposition'])
const ORDER_OF_OTHERS = ['object', 'indirect', 'oblique', 'possessor', 'modifier']

function step(from: readonly Argument[], name: string): readonly Argument[] {
  if (FUNCTIONS.has(name)) return from.filter((argument) => argument.role === name)
  if (name === 'others') return ORDER_OF_OTHERS.flatMap((role) => from.filter((argument) => argument.role === role))
  return from.filter((argument) => argument.role === 'oblique' && argument.preposition === name)
}

/** A noun phrase without a preposition before a verb that has no subject is most likely its subject, misread. */
const misreadSubject = (clause: Clause): readonly Argument[] =>
  clause.passive || clause.tense === 'none'
    ? []
    : clause.arguments.filter((a) => a.role === 'oblique' && a.preposition === undefined && a.head < clause.head)

function firstStep(clause: Clause, name: string, asVerb: boolean, context: Context): readonly Argument[] {
  if (name === 'head' || name === 'clause') return [clausePhrase(clause)]
  if (name === 'speaker') return speakerPhrase(clause, context.analysis)
  const found = step(clause.arguments, name)
  if (name === 'object' && found.length === 0 && !asVerb) return step(clause.arguments, 'indirect')
  if (name === 'subject' && found.length === 0) return misreadSubject(clause)
  if (name === 'complement' && found.length === 0) return infinitives(clause, context.analysis)
  return asVerb && name === 'object' ? [...found, clausePhrase(clause)] : found
}

/** The phrases at the end of a path that starts at the clause; `asVerb`: the clause's light verb is its predicate. */
function follow(clause: Clause, path: Path, asVerb: boolean, context: Context): readonly Argument[] {
  const [first, ...rest] = path
  if (first === undefined) return []
  return rest.reduce<readonly Argument[]>(
    (phrases, name) =>
      step(
        phrases.flatMap((phrase) => argumentsInPhrase(context.analysis, phrase)),
        name,
      ),
    firstStep(clause, first, asVerb, context),
  )
}

function fitsLight(frame: Frame, clause: Clause): boolean {
  if (frame.light === null) return true
  if (frame.light === 'none') return clause.light === undefined
  return clause.light !== undefined && frame.light.includes(clause.light)
}

interface Candidates<T extends Frame> {
  readonly rows: readonly T[]
  readonly asVerb: boolean
}

function candidates<T extends Frame>(clause: Clause, frames: Frames<T>): readonly Candidates<T>[] {
  const rows = (shape: FrameShape, lemma: string): Candidates<T> => ({
    rows: [...(frames.byPredicate.get(`${shape}:${lemma}`) ?? []), ...(frames.byPredicate.get(`${shape}:*`) ?? [])],
    asVerb: shape === 'verb' && clause.light !== undefined,
  })
  const own = rows(clause.copular ? 'is' : clause.kind, clause.lemma.toLowerCase())
  return clause.light === undefined ? [own] : [own, rows('verb', clause.light)]
}

const NAMED_LIGHT = 2
const SAYS_WHAT = new Set(['class', 'lemma', 'word'])

/** Rows of a light verb stand for the noun only where they ask what the noun is. */
const asksForObject = (frame: Frame): boolean =>
  frame.verb.includes('*') ||
  frame.where.some(
    ({ paths, anyOf }) =>
      paths[0]?.[0] === 'object' && anyOf.some((tests) => tests.some((test) => SAYS_WHAT.has(test.kind) && !test.not)),
  )

/** Of a passive that leaves its doer out nobody asks who does it: "the bank was penalised", "they were urged to leave". */
const asksForDoer = ({ paths, anyOf }: Condition): boolean =>
  paths.every((path) => path.join() === 'subject') &&
  anyOf.some((tests) => tests.every(({ kind, not }) => kind === 'actor' && !not))

/** The sum of what each condition says; null where one fails. */
function specificity(clause: Clause, frame: Frame, find: (path: Path) => readonly Argument[], context: Context) {
  let sum = Array.isArray(frame.light) ? NAMED_LIGHT : 0
  for (const condition of frame.where) {
    const phrases = condition.paths.flatMap(find)
    if (clause.passive && phrases.length === 0 && asksForDoer(condition)) continue
    const weight = weigh(condition, phrases, context)
    if (weight === null) return null
    sum += weight
  }
  return sum
}

/** Every frame that the clause fits, the most specific first. */
export function matchFrames<T extends Frame>(clause: Clause, context: Context, frames: Frames<T>): FrameMatch<T>[] {
  const matches: FrameMatch<T>[] = []
  for (const { rows, asVerb } of candidates(clause, frames)) {
    const find = (path: Path) => follow(clause, path, asVerb, context)
    for (const frame of rows) {
      if (!fitsLight(frame, clause) || (asVerb && !asksForObject(frame))) continue
      const fit = specificity(clause, frame, find, context)
      if (fit === null) continue
      matches.push({ frame, clause, specificity: fit, phrases: (role) => (frame.roles.get(role) ?? []).flatMap(find) })
    }
  }
  return matches.sort((a, b) => b.specificity - a.specificity)
}
