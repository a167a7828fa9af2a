import { z } from 'zod'
import { DEPENDENCY_RELATIONS } from '../model/records.ts'
import { type FrameOf, FrameRow, type Frames, loadFrames } from './frames.ts'
import type { LanguageData } from './language.ts'
import { checkRows } from './rows.ts'

const FOLDER = 'frames/dependencies'
const words = z.array(z.string().regex(/^[^A-Z]+$/, 'write it in lower case')).min(1)
const list = words.default([])
const end = z.enum(['antecedent', 'consequent'])
const relation = z.enum(DEPENDENCY_RELATIONS)
const link = z.enum(['adverbial', 'complement', 'participle', 'root'])
const Example = z.strictObject({ text: z.string(), antecedent: z.string(), consequent: z.string() })
const common = {
  id: z.string().regex(/^dependency(\.[a-z0-9-]+)+$/),
  relation,
  reason: z.string().min(1),
  yes: z.array(Example).min(1),
  no: z.array(z.string()).min(2),
}
const Governor = z.strictObject({
  verbs: words.optional(),
  nouns: words.optional(),
  not: words.optional(),
  negated: z.literal(true).optional(),
  deed: z.literal(true).optional(),
  modal: words.optional(),
})
const Connective = z.strictObject({
  ...common,
  marker: list,
  link: z.array(link).default(['adverbial']),
  'of-subject': z.boolean().default(false),
  preposition: list,
  phrase: list,
  'phrase-itself': list,
  act: z.boolean().default(false),
  'not-after': list,
  opens: end,
  governor: Governor.default({}),
})
const Noun = z.strictObject({
  ...common,
  nouns: words,
  bearer: end,
  prepositions: words,
  infinitive: z.boolean(),
  reverse: z.boolean().default(false),
})
const View = z.strictObject({
  id: common.id,
  verbs: words,
  certainty: z.enum(['probable', 'possible']),
  reason: common.reason,
  yes: common.yes,
  no: common.no,
})
const Verb = FrameRow.extend({
  relation,
  link: z.array(link).optional(),
  whole: z.boolean().default(false),
  acts: z.array(end).default([]),
})

export type DependencyEndName = z.infer<typeof end>
/** A subordinator or preposition, and which end of which dependency it opens. */
export type Connective = z.infer<typeof Connective>
/** "X is a requirement for Y". */
export type DependencyNoun = z.infer<typeof Noun>
export type DependencyFrame = FrameOf<z.infer<typeof Verb>>

/** "seen as a step": whose certainty the view of others has. */
export type View = z.infer<typeof View>

/** Rows by which dependencies are found; connectives under each of their words, nouns under their last word. */
export interface Dependencies {
  readonly markers: ReadonlyMap<string, readonly Connective[]>
  readonly prepositions: ReadonlyMap<string, readonly Connective[]>
  /** Under "in response to": preposition, noun, and what opens the noun's own phrase. */
  readonly phrases: ReadonlyMap<string, readonly Connective[]>
  /** Under "for reason": the phrase is itself the end. */
  readonly whole: ReadonlyMap<string, readonly Connective[]>
  readonly nouns: ReadonlyMap<string, DependencyNoun>
  /** Under the verb. */
  readonly views: ReadonlyMap<string, View>
  readonly frames: Frames<DependencyFrame>
  readonly examples: readonly DependencyExamples[]
}
export interface DependencyExamples {
  readonly id: string
  readonly yes: readonly { readonly text: string; readonly antecedent?: string; readonly consequent?: string }[]
  readonly no: readonly string[]
}

function index<T>(rows: readonly T[], keys: (row: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>()
  for (const row of rows)
    for (const key of keys(row)) {
      const same = map.get(key)
      if (same) same.push(row)
      else map.set(key, [row])
    }
  return map
}

export function loadDependencies(source: LanguageData): Dependencies {
  const connectives = checkRows(source, `${FOLDER}/connectives.yaml`, Connective)
  const nouns = checkRows(source, `${FOLDER}/nouns.yaml`, Noun)
  const views = checkRows(source, `${FOLDER}/views.yaml`, View)
  const frames = loadFrames(source, [`${FOLDER}/verbs.yaml`], Verb)
  return {
    markers: index(connectives, (row) => row.marker),
    prepositions: index(connectives, (row) => row.preposition),
    phrases: index(connectives, (row) => row.phrase),
    whole: index(connectives, (row) => row['phrase-itself']),
    nouns: new Map(nouns.flatMap((row) => row.nouns.map((noun) => [noun.split(' ').at(-1)!, row] as const))),
    views: new Map(views.flatMap((row) => row.verbs.map((verb) => [verb, row] as const))),
    frames,
    examples: [
      ...[...connectives, ...nouns, ...views].map(({ id, yes, no }) => ({ id, yes, no })),
      ...frames.all.map(({ id, yes, no }) => ({ id, yes: yes.map((text) => ({ text })), no })),
    ],
  }
}
