import type { HeldRecord, WorldActor } from '../../5-ledger/index.ts'
import type { Part, RecordKind } from '../../model/index.ts'
import { accordingTo, wordsOf } from './facts.ts'
import type { Material, Setting } from './format.ts'

export const GRAPH_KINDS: readonly RecordKind[] = ['event', 'relation', 'statement', 'agreement']

/** Two actors that one record has to do with each other. A record of several on a side is several ties. */
export interface Tie {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Which of them is first means nothing. */
  readonly mutual: boolean
  readonly record: HeldRecord
}

export interface Graph {
  readonly actors: ReadonlyMap<string, { readonly name: string; readonly actor: WorldActor | undefined }>
  readonly ties: readonly Tie[]
}

type Pair = readonly [from: string, to: string]

const crossed = (from: readonly string[], to: readonly string[]): Pair[] =>
  from.flatMap((a) => to.map((b): Pair => [a, b]))
const eachWithEach = (ids: readonly string[]): Pair[] =>
  ids.flatMap((a, i) => ids.slice(i + 1).map((b): Pair => [a, b]))

/** Whom a record ties to whom. */
function pairsOf({ parts, record }: HeldRecord): { readonly pairs: readonly Pair[]; readonly mutual: boolean } {
  const ids = (...wanted: readonly Part[]): string[] => [
    ...new Set(parts.filter((p) => wanted.includes(p.part)).map((p) => p.actor)),
  ]
  switch (record.kind) {
    case 'event':
      return record.joint
        ? { pairs: eachWithEach(ids('actor', 'recipient')), mutual: true }
        : { pairs: crossed(ids('actor'), ids('recipient')), mutual: false }
    case 'relation':
      return { pairs: crossed(ids('subject'), ids('object')), mutual: record.predicate === 'borders' }
    case 'statement':
      return { pairs: crossed(ids('speaker'), ids('hearer')), mutual: false }
    case 'agreement':
      return { pairs: eachWithEach(ids('party')), mutual: true }
    default:
      return { pairs: [], mutual: false }
  }
}

/** All ties with all who stand in them. A file of a graph names its nodes first: it is held whole. */
export async function graphOf(pages: AsyncIterable<Material>, { leaveOut }: Setting): Promise<Graph> {
  const actors = new Map<string, { name: string; actor: WorldActor | undefined }>()
  const ties: Tie[] = []
  for await (const { records, actorOf } of pages) {
    for (const record of records) {
      const { pairs, mutual } = pairsOf(record)
      const others = pairs.filter(([from, to]) => from !== to)
      if (others.length === 0) leaveOut('it ties nobody to anybody else')
      for (const [k, [from, to]] of others.entries())
        ties.push({ id: `${record.id}.${k + 1}`, from, to, mutual, record })
      for (const id of others.flat()) {
        if (actors.has(id)) continue
        const actor = actorOf(id)
        actors.set(id, { name: actor?.name || (record.parts.find((p) => p.actor === id)?.name ?? id), actor })
      }
    }
  }
  return { actors, ties }
}

type Value = string | boolean | null | undefined
type Attribute<T> = readonly [name: string, type: 'string' | 'boolean', value: (of: T) => Value]
export type Attributes<T> = readonly Attribute<T>[]

/** Number, name and text of the attributes that have one. */
export const told = <T>(attributes: Attributes<T>, of: T): { k: number; name: string; text: string }[] =>
  attributes.flatMap(([name, , value], k) => {
    const text = value(of)
    return text === null || text === undefined ? [] : [{ k, name, text: xml(String(text)) }]
  })

export const NODE_ATTRIBUTES: Attributes<WorldActor | undefined> = [
  ['type', 'string', (actor) => actor?.type],
  ['iso3', 'string', (actor) => actor?.links.iso3],
  ['wikidata', 'string', (actor) => actor?.links.wikidata],
]

export const TIE_ATTRIBUTES: Attributes<HeldRecord> = [
  ['record', 'string', (r) => r.id],
  ['cluster', 'string', (r) => r.cluster],
  ['recordKind', 'string', (r) => r.kind],
  ['type', 'string', (r) => r.subtype],
  ['role', 'string', (r) => (r.record.kind === 'relation' ? r.record.role : null)],
  ['polarity', 'string', (r) => r.record.polarity],
  ['certainty', 'string', (r) => r.record.certainty],
  ['realis', 'string', (r) => r.record.realis],
  ['dated', 'boolean', (r) => r.dated],
  ['publishedOn', 'string', (r) => r.publishedOn],
  ['accordingTo', 'string', (r) => accordingTo(r) || null],
  ['publisher', 'string', (r) => r.citation.publisher],
  ['url', 'string', (r) => r.citation.url],
  ['document', 'string', (r) => r.citation.document],
  ['words', 'string', wordsOf],
  ['recordedAt', 'string', (r) => r.recordedAt],
]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** Control characters, halves of surrogate pairs and U+FFFE/F, which no XML 1.0 document may hold. */
const NOT_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu

export const xml = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character]!)
