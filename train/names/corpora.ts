/** The corpora that the names model learns from, brought to one set of types and to our own tokens. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Conventions } from './conventions.ts'
import { readGum } from './gum.ts'

export type NameType = 'person' | 'place' | 'organization' | 'nationality' | 'event' | 'other'

/** `first` and `last` (inclusive) count tokens of the sentence. */
export interface Name {
  readonly first: number
  readonly last: number
  readonly type: NameType
}
export interface Example {
  readonly words: readonly string[]
  readonly names: readonly Name[]
}
/** The sentences of one document. */
export type Text = readonly Example[]

const WIKIGOLD: Record<string, NameType> = { PER: 'person', LOC: 'place', ORG: 'organization', MISC: 'other' }
const CONLL = WIKIGOLD
const CROSSNER: Record<string, NameType> = {
  politician: 'person',
  person: 'person',
  country: 'place',
  location: 'place',
  organisation: 'organization',
  politicalparty: 'organization',
  event: 'event',
  election: 'event',
  misc: 'other',
}

interface Row {
  readonly tokens: readonly string[]
  readonly tags: readonly string[]
  readonly doc?: number
}

const readRows = (file: string): Row[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)

/** BIO tags → names. */
function namesOf({ tags }: Row, types: Record<string, NameType>): Name[] {
  const names: { first: number; last: number; type: NameType; label: string }[] = []
  tags.forEach((tag, k) => {
    const label = tag.slice(2)
    const open = names.at(-1)
    if (tag.startsWith('I') && open?.label === label && open.last === k - 1) open.last = k
    else if (tag !== 'O') names.push({ first: k, last: k, type: types[label] ?? 'other', label })
  })
  return names.map(({ first, last, type }) => ({ first, last, type }))
}

const INNER_HYPHEN = /^([\p{L}\d.'’]*\p{L})-([\p{L}\d][\p{L}\d.'’-]*)$/u

/** Divides "U.S.-led" and "all-rounder" as our tokeniser and the treebanks do; names keep whole tokens where they can. */
function divide(example: Example): Example {
  const words: string[] = []
  const from: number[] = []
  const to: number[] = []
  example.words.forEach((word, k) => {
    from[k] = words.length
    let rest = word
    for (let match = INNER_HYPHEN.exec(rest); match !== null; match = INNER_HYPHEN.exec(rest)) {
      words.push(match[1]!, '-')
      rest = match[2]!
    }
    words.push(rest)
    to[k] = words.length - 1
  })
  return { words, names: example.names.map((name) => ({ ...name, first: from[name.first]!, last: to[name.last]! })) }
}

/** Sentences that stand together in the file are taken as one text of this many. */
const CHUNK = 15

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, k) => items.slice(k * size, (k + 1) * size))
}

function readBio(file: string, types: Record<string, NameType>, chunk: number, conventions: Conventions): Text[] {
  const rows = readRows(file)
  const texts = rows[0]?.doc === undefined ? chunks(rows, chunk) : byDocument(rows)
  return texts.map((text) =>
    text.map((row) => conventions.apply(divide({ words: row.tokens, names: namesOf(row, types) }))),
  )
}

function byDocument(rows: readonly Row[]): Row[][] {
  const texts = new Map<number | undefined, Row[]>()
  for (const row of rows) texts.set(row.doc, [...(texts.get(row.doc) ?? []), row])
  return [...texts.values()]
}

/** The training texts, by their corpus. */
export function trainingParts(data: string, conventions: Conventions): Record<string, Text[]> {
  return {
    gum: readGum(path.join(data, 'syntax/en_gum-ud-train.conllu'), conventions),
    wikigold: readBio(path.join(data, 'entities/wikigold.jsonl'), WIKIGOLD, CHUNK, conventions),
    crossner: readBio(path.join(data, 'entities/crossner_politics.train.jsonl'), CROSSNER, 1, conventions),
  }
}

/** The training texts. */
export const trainingTexts = (data: string, conventions: Conventions): Text[] =>
  Object.values(trainingParts(data, conventions)).flat()

/** Texts to measure on; nothing is learnt from them. */
export function measuringTexts(data: string, conventions: Conventions): Record<string, Text[]> {
  return {
    'conll2003 testa': readBio(path.join(data, 'entities/conll2003.testa.jsonl'), CONLL, 1, conventions),
    'crossner politics dev': readBio(path.join(data, 'entities/crossner_politics.dev.jsonl'), CROSSNER, 1, conventions),
    'gum dev': readGum(path.join(data, 'syntax/en_gum-ud-dev.conllu'), conventions),
  }
}
