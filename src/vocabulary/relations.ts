import { z } from 'zod'
import type { ActorType } from '../model/reading.ts'
import { PREDICATES, type RelationPredicate } from '../model/records.ts'
import { type FrameOf, FrameRow, type Frames, loadFrames } from './frames.ts'
import type { LanguageData } from './language.ts'
import { type Leaders, loadLeaders } from './leaders.ts'
import { loadOffices, loadTenure, type OfficeRow, type TenureWords } from './offices.ts'
import { actorTypes, loadPredicates, type Predicates } from './predicates.ts'
import { checkRows } from './rows.ts'

const FOLDER = 'frames/relations'
const words = z.array(z.string().regex(/^[^A-Z]+$/, 'write it in lower case'))
const Example = z.strictObject({ text: z.string(), gives: z.string().regex(/^.+ > .+$/) })
const common = {
  id: z.string().regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/),
  reason: z.string().min(1),
  yes: z.array(Example).min(1),
  no: z.array(z.string()).min(2),
}
const predicate = z.enum(PREDICATES)
const from = z.enum(['possessor', 'modifier', 'adjective', 'preposition'])

const Noun = z.strictObject({
  ...common,
  nouns: words.min(1),
  predicate,
  bearer: z.enum(['subject', 'object']),
  types: actorTypes,
  of: actorTypes,
  prepositions: words,
  from: z.array(from).default(['possessor', 'modifier', 'adjective', 'preposition']),
  owner: z.literal('subject').optional(),
  'named-of': z.boolean().default(false),
})
const Participle = z.strictObject({
  ...common,
  participles: words.min(1),
  predicate,
  name: z.enum(['subject', 'object']),
  types: actorTypes,
  of: actorTypes,
})
const Pair = z.strictObject({
  ...common,
  by: z.array(z.enum(['name', 'description', 'of', 'from', 'in', 'at', 'possessor', 'modifier'])).min(1),
  head: actorTypes,
  other: actorTypes,
  not: words.default([]),
  predicate,
})
const Bearer = z.strictObject({
  ...common,
  verbs: words.min(1),
  title: words.default([]),
  /** Of a titled person in the role of `bearer`: the role in which the body stands that the title is of. */
  body: z.enum(['subject', 'object']).optional(),
  bearer: z.enum(['subject', 'object']),
  /** Prepositions that bring in what is left instead of the title. */
  apart: words.default([]),
  ended: z.boolean().default(false),
})
const Verb = FrameRow.extend({
  predicate,
  tense: z.array(z.enum(['past', 'present', 'future', 'none'])).optional(),
  dated: z.boolean().default(false),
  affirmed: z.boolean().default(false),
  ended: z.boolean().default(false),
})

/** How the other end of a relational noun may hang on it. */
export type OtherEnd = z.infer<typeof from>
/** A noun or title that says what its bearer is to another. `away` brings in where an office is exercised. */
export interface Term {
  readonly id: string
  readonly words: readonly string[]
  readonly predicate: RelationPredicate
  readonly bearer: 'subject' | 'object'
  readonly types: ReadonlySet<ActorType>
  readonly of: ReadonlySet<ActorType>
  readonly prepositions: ReadonlySet<string>
  readonly away: ReadonlySet<string>
  readonly from: ReadonlySet<OtherEnd>
  readonly owner: boolean
  /** The noun is a title of office: it is the relation's role, and may stand without naming a body. */
  readonly title: boolean
  readonly bare: boolean
  readonly generic: boolean
  /** The bearer's name may follow after "of": "the town of X". */
  readonly namedOf: boolean
  /** A title of those who lead a state. */
  readonly leadsState: boolean
}
export interface ParticipleRow extends Omit<z.infer<typeof Participle>, 'types' | 'of'> {
  readonly types: ReadonlySet<ActorType>
  readonly of: ReadonlySet<ActorType>
}
export interface PairRow extends Omit<z.infer<typeof Pair>, 'head' | 'other'> {
  readonly head: ReadonlySet<ActorType>
  readonly other: ReadonlySet<ActorType>
}
export type BearerRow = z.infer<typeof Bearer>
export type RelationFrame = FrameOf<z.infer<typeof Verb>>

/** All rows by which relations are found. Terms and participles are kept under their first word. */
export interface Relations {
  readonly predicates: Predicates
  readonly terms: ReadonlyMap<string, readonly Term[]>
  readonly tenure: TenureWords
  /** For titles of heads of state and government without a state ("Prime Minister X"). */
  readonly leaders: Leaders
  readonly participles: ReadonlyMap<string, ParticipleRow>
  readonly pairs: readonly PairRow[]
  /** Under the verb; those that give a title's body under the verb and "body", those that take a title under it and "leaving". */
  readonly bearers: ReadonlyMap<string, BearerRow>
  readonly frames: Frames<RelationFrame>
  /** Every row with its examples, for the tests that run them. */
  readonly examples: readonly RelationExamples[]
}
export interface RelationExamples {
  readonly id: string
  readonly yes: readonly { readonly text: string; readonly gives: string | null }[]
  readonly no: readonly string[]
}

const PERSON: ReadonlySet<ActorType> = new Set(['person', 'other'])
const EVERY: ReadonlySet<OtherEnd> = new Set(['possessor', 'modifier', 'adjective', 'preposition'])
const split = (phrase: string): string[] => phrase.split(/[ -]/)

const officeTerms = (row: OfficeRow): Term[] =>
  row.titles.map((title) => ({
    id: row.id,
    words: split(title),
    predicate: 'holdsOffice',
    bearer: 'subject',
    types: PERSON,
    of: row.body,
    prepositions: new Set(row.prepositions),
    away: new Set(row.away),
    from: EVERY,
    owner: false,
    title: true,
    bare: row.bare,
    generic: row.generic,
    namedOf: false,
    leadsState: row['leads-state'],
  }))

const nounTerms = (row: z.infer<typeof Noun>): Term[] =>
  row.nouns.map((noun) => ({
    id: row.id,
    words: split(noun),
    predicate: row.predicate,
    bearer: row.bearer,
    types: new Set(row.types),
    of: new Set(row.of),
    prepositions: new Set(row.prepositions),
    away: new Set(),
    from: new Set(row.from),
    owner: row.owner === 'subject',
    title: false,
    bare: false,
    generic: false,
    namedOf: row['named-of'],
    leadsState: false,
  }))

function byFirstWord(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const index = new Map<string, Term[]>()
  for (const term of terms) {
    const first = term.words[0]!
    const same = index.get(first)
    if (same) same.push(term)
    else index.set(first, [term])
  }
  for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length)
  return index
}

const useOf = ({ body, title }: BearerRow): string => (body ? ' body' : title.length > 0 ? '' : ' leaving')

const plain = (texts: readonly string[]) => texts.map((text) => ({ text, gives: null }))

export function loadRelations(source: LanguageData): Relations {
  const offices = loadOffices(source)
  const nouns = checkRows(source, `${FOLDER}/nouns.yaml`, Noun)
  const participles = checkRows(source, `${FOLDER}/participles.yaml`, Participle)
  const pairs = checkRows(source, `${FOLDER}/pairs.yaml`, Pair)
  const bearers = checkRows(source, `${FOLDER}/bearers.yaml`, Bearer)
  const frames = loadFrames(source, [`${FOLDER}/verbs.yaml`], Verb)
  const sets = (row: z.infer<typeof Participle>) => ({ ...row, types: new Set(row.types), of: new Set(row.of) })
  return {
    predicates: loadPredicates(source),
    terms: byFirstWord([...offices.flatMap(officeTerms), ...nouns.flatMap(nounTerms)]),
    tenure: loadTenure(source),
    leaders: loadLeaders(source),
    participles: new Map(participles.flatMap((row) => row.participles.map((word) => [word, sets(row)] as const))),
    pairs: pairs.map((row) => ({ ...row, head: new Set(row.head), other: new Set(row.other) })),
    bearers: new Map(bearers.flatMap((row) => row.verbs.map((verb) => [verb + useOf(row), row] as const))),
    frames,
    examples: [
      ...[...nouns, ...participles, ...pairs, ...bearers].map(({ id, yes, no }) => ({ id, yes, no })),
      ...[...offices, ...frames.all].map(({ id, yes, no }) => ({ id, yes: plain(yes), no })),
    ],
  }
}
