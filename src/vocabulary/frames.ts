import { z } from 'zod'
import { ACTOR_TYPES, type ActorType } from '../model/reading.ts'
import type { LanguageData } from './language.ts'
import { checkRows, invalid } from './rows.ts'

/**
 * A frame is a row that says which clauses name an act or a state, and which of their phrases take part in it.
 *
 *     - id: agree.sign
 *       verb: [sign, initial]              # also noun, adjective (participles: "-backed"), is (copular: "X is a threat")
 *       light: [hold, reach]               # a noun's light verb must be one of these; `none`: it must have none
 *       roles: { actors: subject, recipients: with, about: object }
 *       where: { object: class agreement }
 *       reason: …
 *       yes: [Arendia signed a truce with Borland.]
 *       no: [The president signed the book., …]
 *
 * A role names one phrase or a list of phrases tried in order: a grammatical function (`subject`, `object`, `indirect`,
 * `complement`, `possessor`, `modifier`, `apposition`) or a preposition (`with`, `according to`). `others` are all phrases but
 * the subject and the complement, `speaker` is who says what the clause stands in, `clause` and `head` are the clause and its
 * predicate's noun phrase themselves. `object.possessor` is the possessor inside the object's phrase, `complement.subject`
 * the subject of the clause that is the complement.
 *
 * `where` puts tests on such phrases: `class agreement weapon` (its head is a noun of one of these classes), `lemma office
 * post` (its head is one of these), `word military armed` (one of these stands in the phrase before or at its head), `actor`
 * or `actor state person` (it refers to an actor, of one of these types or groups of types), `name` (its head is a proper noun), `modal must` (the
 * clause has one of these auxiliaries), `negated` (the clause is denied, `negated will`: with one of these auxiliaries),
 * `marked to` (this word opens the clause), `described` (the clause is a participle that describes whom it is done to:
 * "backed by X"), `present`, `absent`; with `not` before it, the contrary. A list of tests holds where one of them does;
 * `word joint & class exercise` where both do. `on|to: present` looks at
 * the phrases of both.
 *
 * The predicate `*` is any. Of "held talks", which the clause graph gives as the noun `talk` with the light verb `hold`, both
 * the rows of the noun and those of the verb are tried; to the latter the noun's phrase is the object.
 *
 * Where several rows match a clause, the most specific wins: that with the most, and the narrowest, conditions; of equals
 * the first. `use` names a row of shapes.yaml whose roles the row takes where it does not state its own.
 */
export interface Frame {
  readonly id: string
  readonly verb: readonly string[]
  readonly noun: readonly string[]
  readonly adjective: readonly string[]
  readonly is: readonly string[]
  readonly light: readonly string[] | 'none' | null
  readonly roles: ReadonlyMap<string, readonly Path[]>
  readonly where: readonly Condition[]
  readonly reason: string
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

/** Steps from the clause to a phrase: `['object', 'possessor']`. */
export type Path = readonly string[]
export type TestKind =
  | 'class'
  | 'lemma'
  | 'word'
  | 'actor'
  | 'name'
  | 'modal'
  | 'negated'
  | 'marked'
  | 'described'
  | 'present'
  | 'absent'
export interface Test {
  readonly kind: TestKind
  readonly values: ReadonlySet<string>
  readonly not: boolean
}
export interface Condition {
  /** The phrases at the ends of all of these are looked at. */
  readonly paths: readonly Path[]
  /** One of these must hold: all the tests of it, of the same phrase. */
  readonly anyOf: readonly (readonly Test[])[]
}

export type FrameShape = 'verb' | 'noun' | 'adjective' | 'is'
/** Frames of one extractor, found by what the clause's predicate is: `byPredicate.get('verb:sign')`. */
export interface Frames<T extends Frame = Frame> {
  readonly all: readonly T[]
  readonly byPredicate: ReadonlyMap<string, readonly T[]>
}

const many = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (Array.isArray(value) ? value : [value]))
const lemmas = many.default([])
const roles = z.record(z.string(), many)

/** The fields of every frame row; an extractor adds its own with `FrameRow.extend({ … })`. */
export const FrameRow = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/),
  verb: lemmas,
  noun: lemmas,
  adjective: lemmas,
  is: lemmas,
  light: many.optional(),
  use: z.string().optional(),
  roles: roles.default({}),
  where: z.record(z.string(), many).default({}),
  reason: z.string().min(1),
  yes: z.array(z.string()).min(1),
  no: z.array(z.string()).min(2),
})

/** How much narrower a row is for each kind of test. */
export const WEIGHT: Readonly<Record<TestKind, number>> = {
  lemma: 4,
  word: 4,
  modal: 6,
  negated: 6,
  class: 3,
  marked: 2,
  described: 2,
  name: 2,
  actor: 2,
  present: 1,
  absent: 1,
}
const KINDS = new Set(Object.keys(WEIGHT))
const NEED_VALUES = new Set(['class', 'lemma', 'word', 'modal', 'marked'])
const NO_VALUES = new Set(['name', 'described', 'present', 'absent'])
const SHAPES: readonly FrameShape[] = ['verb', 'noun', 'adjective', 'is']

const Group = z.strictObject({ id: z.string(), reason: z.string().min(1), types: z.array(z.enum(ACTOR_TYPES)) })
/** Types of actors that one word stands for: "power" is every type that has forces. */
type Groups = ReadonlyMap<string, readonly ActorType[]>

function actorTypes(values: readonly string[], groups: Groups): readonly string[] | null {
  const types = values.flatMap((value) => groups.get(value) ?? value)
  return types.every((type) => (ACTOR_TYPES as readonly string[]).includes(type)) ? types : null
}

function toTest(text: string, groups: Groups): Test | null {
  const words = text.split(' ')
  const not = words[0] === 'not'
  const [kind, ...values] = not ? words.slice(1) : words
  if (kind === undefined || !KINDS.has(kind)) return null
  if (values.length === 0 ? NEED_VALUES.has(kind) : NO_VALUES.has(kind)) return null
  const meant = kind === 'actor' ? actorTypes(values, groups) : values
  return meant && { kind: kind as TestKind, values: new Set(meant), not }
}

type Row = z.infer<typeof FrameRow>
interface Shared {
  readonly source: LanguageData
  readonly shapes: ReadonlyMap<string, Row['roles']>
  readonly groups: Groups
}

const toPath = (text: string): Path => text.split('.')

/** What an extractor's own fields add to a frame. */
export type FrameOf<R> = Frame & Omit<R, keyof Frame | 'use'>

function toFrame<R extends Row>(row: R, { source, shapes, groups }: Shared, file: string): FrameOf<R> {
  const fault = (what: string) => invalid(source, file, `${row.id}: ${what}`)
  const where = Object.entries(row.where).map(([paths, tests]) => ({
    paths: paths.split('|').map(toPath),
    anyOf: tests.map((text) =>
      text.split(' & ').map((part) => {
        const test = toTest(part, groups)
        if (!test) throw fault(`"${part}" is no test`)
        return test
      }),
    ),
  }))
  if (row.use !== undefined && !shapes.has(row.use)) throw fault(`no shape "${row.use}"`)
  const stated = { ...(row.use === undefined ? {} : shapes.get(row.use)), ...row.roles }
  const light = row.light?.[0] === 'none' ? 'none' : (row.light ?? null)
  return {
    ...row,
    light,
    where,
    roles: new Map(Object.entries(stated).map(([role, paths]) => [role, paths.map(toPath)])),
  }
}

function index<T extends Frame>(all: readonly T[]): Frames<T> {
  const byPredicate = new Map<string, T[]>()
  for (const frame of all)
    for (const shape of SHAPES)
      for (const lemma of frame[shape]) {
        const key = `${shape}:${lemma}`
        const rows = byPredicate.get(key)
        if (rows) rows.push(frame)
        else byPredicate.set(key, [frame])
      }
  return { all, byPredicate }
}

const Shape = z.strictObject({ id: z.string(), reason: z.string().min(1), roles })

/** Loads frames from `files` (below data/), each row checked by `row`: FrameRow with the extractor's own fields. */
export function loadFrames<R extends Row>(
  source: LanguageData,
  files: readonly string[],
  row: z.ZodType<R>,
): Frames<FrameOf<R>> {
  const shared: Shared = {
    source,
    shapes: new Map(checkRows(source, 'frames/shapes.yaml', Shape).map((shape) => [shape.id, shape.roles])),
    groups: new Map(checkRows(source, 'ontology/actor-groups.yaml', Group).map((group) => [group.id, group.types])),
  }
  return index(files.flatMap((file) => checkRows(source, file, row).map((raw) => toFrame(raw, shared, file))))
}
