import { z } from 'zod'
import type { LanguageData } from './language.ts'
import { checkRows } from './rows.ts'

/** What befalls people, as reports count it. */
export interface Toll {
  /** The measure of the record: "killed". */
  readonly id: string
  /** Only of people: other things are captured and released too. */
  readonly people: boolean
  readonly verbs: ReadonlySet<string>
  readonly befalling: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
  readonly states: ReadonlySet<string>
  /** The tolls of which two told of the same people make this one. */
  readonly sum: ReadonlySet<string>
  /** Text and the number found in it. */
  readonly yes: readonly (readonly [string, number])[]
  readonly no: readonly string[]
}

/** A class of nouns whose number matters. */
export interface MatterClass {
  readonly id: string
  /** A plain count below it is a way to speak ("two men"). */
  readonly least: number
  /** Harm can be done to them. */
  readonly living: boolean
}

/** A word that says that another number has taken the place of the one beside it. */
export interface FormerCue {
  readonly id: string
  readonly words: ReadonlySet<string>
  /** Lemmas of which one must govern the phrase; none: any. */
  readonly with: ReadonlySet<string>
}

/** A way to say that a bare number is that of a noun: "put the toll at six", "the toll exceeded six". */
export interface FigureCue {
  readonly id: string
  readonly prepositions: ReadonlySet<string>
  /** Lemmas whose object the number is. */
  readonly verbs: ReadonlySet<string>
  /** The number is the least, and the most is not said. */
  readonly open: boolean
}

/** Nouns of which a number with one of the units is a record: "the 900 km pipeline". */
export interface MeasuredNouns {
  readonly id: string
  readonly units: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
  /** "640 km long" */
  readonly adjectives: ReadonlySet<string>
}

export interface Measures {
  readonly tolls: readonly Toll[]
  /** Lemmas of nouns whose number matters, with the class they are of. */
  readonly matters: ReadonlyMap<string, MatterClass>
  /** Verbs whose subject is what a number in their object is of. */
  readonly holders: ReadonlySet<string>
  readonly former: readonly FormerCue[]
  /** Lemmas of nouns for the number of what was counted just before: "put the figure at 60". */
  readonly figures: ReadonlySet<string>
  /** Words before the number of a part of those counted just before: "among them". */
  readonly parts: ReadonlySet<string>
  readonly figureCues: readonly FigureCue[]
  readonly units: readonly MeasuredNouns[]
}

const words = z.array(z.string())
const TollRow = z.strictObject({
  id: z.string(),
  people: z.boolean().default(false),
  reason: z.string().min(3),
  verbs: words,
  befalling: words,
  nouns: words,
  states: words,
  sum: words.default([]),
  yes: z.array(z.tuple([z.string(), z.number()])).min(1),
  no: z.array(z.tuple([z.string()])).min(2),
})
const NounRow = z.strictObject({
  id: z.string(),
  least: z.number(),
  living: z.boolean(),
  reason: z.string().min(3),
  nouns: words.min(1),
})
const VerbRow = z.strictObject({ id: z.string(), reason: z.string().min(3), verbs: words.min(1) })
const FormerRow = z.strictObject({
  id: z.string(),
  reason: z.string().min(3),
  words: words.min(1),
  with: words.default([]),
})

const BackRow = z.strictObject({ id: z.string(), reason: z.string().min(3), nouns: words, words })

const FigureRow = z.strictObject({
  id: z.string(),
  reason: z.string().min(3),
  prepositions: words,
  verbs: words,
  open: z.boolean(),
})
const UnitRow = z.strictObject({
  id: z.string(),
  reason: z.string().min(3),
  units: words.min(1),
  nouns: words.min(1),
  adjectives: words,
})

const FOLDER = 'lexicon/measures'

export function loadMeasures(source: LanguageData): Measures {
  const tolls = checkRows(source, `${FOLDER}/tolls.yaml`, TollRow).map(
    (row): Toll => ({
      id: row.id,
      people: row.people,
      verbs: new Set(row.verbs),
      befalling: new Set(row.befalling),
      nouns: new Set(row.nouns),
      states: new Set(row.states),
      sum: new Set(row.sum),
      yes: row.yes,
      no: row.no.map(([text]) => text),
    }),
  )
  const matters = new Map(
    checkRows(source, `${FOLDER}/matters.yaml`, NounRow).flatMap(({ nouns, id, least, living }) =>
      nouns.map((noun) => [noun, { id, least, living }] as const),
    ),
  )
  const holders = new Set(checkRows(source, `${FOLDER}/holders.yaml`, VerbRow).flatMap(({ verbs }) => verbs))
  const former = checkRows(source, `${FOLDER}/former.yaml`, FormerRow).map(({ id, words, with: over }) => ({
    id,
    words: new Set(words),
    with: new Set(over),
  }))
  const back = checkRows(source, `${FOLDER}/back.yaml`, BackRow)
  const figures = new Set(back.flatMap(({ nouns }) => nouns))
  const parts = new Set(back.flatMap((row) => row.words))
  const figureCues = checkRows(source, `${FOLDER}/figures.yaml`, FigureRow).map((row) => ({
    ...row,
    prepositions: new Set(row.prepositions),
    verbs: new Set(row.verbs),
  }))
  return { tolls, matters, holders, former, figures, parts, figureCues, units: loadUnits(source) }
}

const loadUnits = (source: LanguageData): MeasuredNouns[] =>
  checkRows(source, `${FOLDER}/units.yaml`, UnitRow).map(({ id, units, nouns, adjectives }) => ({
    id,
    units: new Set(units),
    nouns: new Set(nouns),
    adjectives: new Set(adjectives),
  }))
