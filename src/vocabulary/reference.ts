import { z } from 'zod'
import { ACTOR_TYPES, type ActorType } from '../model/reading.ts'
import type { LanguageData } from './language.ts'
import { checkRows, invalid } from './rows.ts'

/** m, f; n: no person; p: a person, either gender; x: anything. */
export type Gender = 'm' | 'f' | 'n' | 'p' | 'x'
export type GrammaticalNumber = 'singular' | 'plural' | 'either'

export interface Pronoun {
  readonly id: string
  /** Place of the pronoun's row in the file. */
  readonly index: number
  readonly person: 1 | 2 | 3
  readonly number: GrammaticalNumber
  readonly gender: Gender
}

/** What the commonest sense of a noun names; everything else is a thing. */
export type NounKind = 'person' | 'group' | 'place' | 'time' | 'event' | 'act' | 'animal'

/** What coreference and the index of actors know of words. */
export interface Reference {
  /** By lower-case form, possessives included. */
  readonly pronouns: ReadonlyMap<string, Pronoun>
  readonly pronounCount: number
  /** Type of actor that a noun (lemma, of one or more words) describes. */
  readonly nounTypes: ReadonlyMap<string, ActorType>
  /** Nouns for the holder of an office. */
  readonly offices: ReadonlySet<string>
  readonly nounGender: ReadonlyMap<string, 'm' | 'f'>
  readonly pluralNouns: ReadonlySet<string>
  /** Nouns that name nobody right behind a verb or preposition: "took office". */
  readonly neverBare: ReadonlySet<string>
  readonly nounKinds: ReadonlyMap<string, NounKind>
  readonly firstNames: ReadonlyMap<string, 'm' | 'f'>
  /** Titles before names, without points; the gender where the title tells it. */
  readonly honorifics: ReadonlyMap<string, 'm' | 'f' | null>
  /** Key of a name (see foldName) to the key of the row that joins its variants. */
  readonly variants: ReadonlyMap<string, string>
  /** "the airline": the types of actor that a noun on its own may take up. */
  readonly definiteNouns: ReadonlyMap<string, ReadonlySet<ActorType>>
  /** "European": codes of the states that an adjective of a part of the world fits. */
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>
}

const FOLDER = 'lexicon/reference'
const words = z.array(z.string().min(1))
const gender = z.enum(['m', 'f'])
const reason = z.string().min(1)
const PronounRow = z.strictObject({
  id: z.string(),
  person: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  number: z.enum(['singular', 'plural', 'either']),
  gender: z.enum(['m', 'f', 'n', 'p', 'x']),
  forms: words.min(1),
  possessive: words,
  reason,
})
const NounRow = z.strictObject({
  id: z.string(),
  type: z.enum(ACTOR_TYPES).optional(),
  bare: z.boolean().default(true),
  gender: gender.optional(),
  number: z.literal('plural').optional(),
  reason,
  nouns: words.min(1),
})
const HonorificRow = z.strictObject({ id: z.string(), gender: gender.optional(), forms: words.min(1) })
const VariantRow = z.strictObject({ id: z.string(), reason, names: words.min(1) })

const DefiniteRow = z.strictObject({
  id: z.string(),
  types: z.array(z.enum(ACTOR_TYPES)).min(1),
  nouns: words.min(1),
  reason,
})
const RegionRow = z.strictObject({
  id: z.string(),
  words: words.min(1),
  states: z.array(z.string().regex(/^[A-Z]{3}$/)).min(1),
})

const MARKS = /[\u0300-\u036f]/g
const NOISE = /[.'’‘ʼʿʾ`"“”]/g
const GENITIVE = /['’]s?$/
const BREAKS = /[^\p{L}\p{N}]+/gu

/** A name as names are compared: lower case, without marks, points, apostrophes, a closing genitive. */
export function foldName(name: string): string {
  const bare = name.replace(GENITIVE, '').normalize('NFKD').replace(MARKS, '').replace(NOISE, '')
  return bare.toLowerCase().replaceAll('ı', 'i').replace(BREAKS, ' ').trim()
}

/** A file of lines "label: word word …"; lines that begin with # are remarks. */
function labelled<T extends string>(source: LanguageData, file: string, labels: readonly T[]): Map<string, T> {
  const out = new Map<string, T>()
  for (const line of source.text(file).split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const colon = line.indexOf(':')
    const label = line.slice(0, colon) as T
    if (!labels.includes(label)) throw invalid(source, file, `no label "${line.slice(0, 20)}" is known`)
    for (const word of line.slice(colon + 2).split(' ')) if (!out.has(word)) out.set(word, label)
  }
  return out
}

function loadPronouns(source: LanguageData): Pick<Reference, 'pronouns' | 'pronounCount'> {
  const rows = checkRows(source, `${FOLDER}/pronouns.yaml`, PronounRow)
  const pronouns = new Map<string, Pronoun>()
  rows.forEach(({ id, person, number, gender: g, forms, possessive }, index) => {
    for (const form of [...forms, ...possessive]) pronouns.set(form, { id, index, person, number, gender: g })
  })
  return { pronouns, pronounCount: rows.length }
}

function loadNouns(source: LanguageData) {
  const rows = checkRows(source, `${FOLDER}/nouns.yaml`, NounRow)
  const nounTypes = new Map<string, ActorType>()
  const nounGender = new Map<string, 'm' | 'f'>()
  for (const { type, gender: g, nouns } of rows)
    for (const noun of nouns) {
      if (type && !nounTypes.has(noun)) nounTypes.set(noun, type)
      if (g) nounGender.set(noun, g)
    }
  const listed = (test: (row: z.infer<typeof NounRow>) => boolean) => new Set(rows.filter(test).flatMap((r) => r.nouns))
  const offices = listed((row) => row.id === 'office')
  const pluralNouns = listed((row) => row.number === 'plural')
  const neverBare = listed((row) => !row.bare)
  return { nounTypes, nounGender, offices, pluralNouns, neverBare }
}

export function loadReference(source: LanguageData): Reference {
  const honorifics = checkRows(source, `${FOLDER}/honorifics.yaml`, HonorificRow)
  const variants = checkRows(source, `${FOLDER}/name-variants.yaml`, VariantRow)
  const definite = checkRows(source, `${FOLDER}/definite-nouns.yaml`, DefiniteRow)
  const regions = checkRows(source, `${FOLDER}/regions.yaml`, RegionRow)
  return {
    ...loadPronouns(source),
    ...loadNouns(source),
    nounKinds: labelled<NounKind>(source, `${FOLDER}/noun-kinds.txt`, [
      'person',
      'group',
      'place',
      'time',
      'event',
      'act',
      'animal',
    ]),
    firstNames: labelled(source, `${FOLDER}/first-names.txt`, ['m', 'f'] as const),
    honorifics: new Map(honorifics.flatMap((row) => row.forms.map((form) => [form, row.gender ?? null] as const))),
    variants: new Map(variants.flatMap((row) => row.names.map((name) => [foldName(name), row.id] as const))),
    definiteNouns: new Map(definite.flatMap((row) => row.nouns.map((noun) => [noun, new Set(row.types)] as const))),
    regions: new Map(regions.flatMap((row) => row.words.map((word) => [word, new Set(row.states)] as const))),
  }
}
